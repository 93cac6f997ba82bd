import { describe, expect, it } from 'vitest'
import { SETTINGS_SCHEMA, Settings } from '../../src/objects/settings.ts'
import { Sql } from '../../src/objects/sql.ts'
import { NodeSql } from './node-sql.ts'

/** Settings over a real SQLite, and the questions that it was asked. */
function opened(isHeld: boolean) {
  const engine = new NodeSql()
  const asked: string[] = []
  const sql = new Sql({
    exec: <T extends Record<string, string | number | null>>(
      query: string,
      ...values: (string | number | null)[]
    ) => {
      asked.push(query)
      const { toArray, rowsWritten } = engine.exec(query, ...values)
      return { toArray: () => toArray() as T[], rowsWritten }
    },
  })
  sql.run(SETTINGS_SCHEMA)
  const reads = () => asked.splice(0).filter((query) => query.startsWith('SELECT')).length
  return { sql, reads, settings: new Settings(sql, { isHeld }) }
}

const LONG = 'x'.repeat(5_000)

describe('held settings', () => {
  it('ask one question for all, and none for what is not there', () => {
    const { sql, reads, settings } = opened(true)
    for (const name of ['a', 'b', 'c']) settings.save(name, { name })
    const restarted = new Settings(sql, { isHeld: true })
    reads()
    expect(['a', 'b', 'c', 'd', 'a'].map((name) => restarted.load(name))).toEqual([
      { name: 'a' },
      { name: 'b' },
      { name: 'c' },
      undefined,
      { name: 'a' },
    ])
    expect(reads()).toBe(1)
  })

  it('ask for a long value each time, and never for the others in its place', () => {
    const { sql, reads, settings } = opened(true)
    settings.save('robots', LONG)
    settings.save('short', 1)
    const restarted = new Settings(sql, { isHeld: true })
    reads()
    expect([restarted.load('robots'), restarted.load('robots'), restarted.load('short')]).toEqual([
      LONG,
      LONG,
      1,
    ])
    expect(reads()).toBe(3)
  })

  it('know what was saved, made longer, made shorter and removed since', () => {
    const { settings } = opened(true)
    expect(settings.load('a')).toBeUndefined()
    settings.save('a', 'short')
    expect(settings.load('a')).toBe('short')
    settings.save('a', LONG)
    expect(settings.load('a')).toBe(LONG)
    settings.save('a', 'short again')
    expect(settings.load('a')).toBe('short again')
    settings.remove('a')
    expect(settings.load('a')).toBeUndefined()
    settings.save('of one', 1)
    settings.save('other', 2)
    settings.removeAll('of ')
    expect([settings.load('of one'), settings.load('other')]).toEqual([undefined, 2])
  })

  it('read again what a transaction took back', () => {
    const { sql, settings } = opened(true)
    settings.save('a', 'before')
    sql.run('BEGIN')
    settings.save('a', 'after')
    settings.save('new', 1)
    sql.run('ROLLBACK')
    settings.forget()
    expect([settings.load('a'), settings.load('new')]).toEqual(['before', undefined])
  })

  it('ask one by one where there are hundreds', () => {
    const { sql, reads, settings } = opened(true)
    const names = Array.from({ length: 250 }, (_, n) => `robots ${n}`)
    for (const name of names) settings.save(name, name)
    const restarted = new Settings(sql, { isHeld: true })
    reads()
    expect(names.map((name) => restarted.load(name))).toEqual(names)
    expect(restarted.load('none')).toBeUndefined()
    expect(reads()).toBe(names.length + 2)
  })
})

it('settings that are not held are asked for each time', () => {
  const { sql, settings } = opened(false)
  settings.save('a', 1)
  sql.run("UPDATE settings SET value = '2'")
  expect(settings.load('a')).toBe(2)
})
