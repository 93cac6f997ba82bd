import { describe, expect, it } from 'vitest'
import { SETTINGS_SCHEMA } from '../../src/objects/settings.ts'
import { openTables } from '../../src/objects/tables.ts'
import { Sql, type SqlEngine } from '../../src/objects/sql.ts'
import { NodeSql } from './node-sql.ts'

const NOTES = 'CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY);'

/** Engine that also tells which queries it was given. */
function heard(engine: SqlEngine): { readonly sql: Sql; readonly queries: string[] } {
  const queries: string[] = []
  const exec: SqlEngine['exec'] = (query, ...values) => {
    queries.push(query)
    return engine.exec(query, ...values)
  }
  return { sql: new Sql({ exec }), queries }
}

describe('the tables of an object', () => {
  it('are created once, and cost one question at each later start', () => {
    const { sql, queries } = heard(new NodeSql() as unknown as SqlEngine)
    const tables = [SETTINGS_SCHEMA, NOTES]
    openTables(sql, tables)
    sql.run('INSERT INTO notes VALUES (1)')
    queries.length = 0
    openTables(sql, tables)
    expect(queries).toEqual(["SELECT value FROM settings WHERE name = 'tables'"])
    expect(sql.all('SELECT id FROM notes'), 'what is there stays').toEqual([{ id: 1 }])
  })

  it('are opened anew where a text changed by one letter, an older version kept the whole text', () => {
    const { sql, queries } = heard(new NodeSql() as unknown as SqlEngine)
    openTables(sql, [SETTINGS_SCHEMA, NOTES])
    const more = `${NOTES}CREATE TABLE IF NOT EXISTS notet (id INTEGER PRIMARY KEY);`
    openTables(sql, [SETTINGS_SCHEMA, more])
    expect(sql.all('SELECT id FROM notet')).toEqual([])
    sql.run("UPDATE settings SET value = ? WHERE name = 'tables'", `${SETTINGS_SCHEMA}\n${more}`)
    queries.length = 0
    openTables(sql, [SETTINGS_SCHEMA, more])
    openTables(sql, [SETTINGS_SCHEMA, more])
    const opened = queries.filter((query) => query.startsWith('CREATE'))
    expect(opened, 'once, and then the mark is there').toHaveLength(1)
  })
})
