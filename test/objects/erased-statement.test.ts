import { expect, it } from 'vitest'
import { STATEMENTS_SCHEMA, StatementStore } from '../../src/objects/statement-store.ts'
import { appeared } from '../../src/statements/ledger.ts'
import { NodeSql } from './node-sql.ts'

it('keeps of an erased statement neither its wording nor its author', () => {
  const { sql } = new NodeSql()
  sql.run(STATEMENTS_SCHEMA)
  const store = new StatementStore(sql)
  const sighting = {
    url: 'https://nahr.test/1',
    guid: undefined,
    title: 'A private matter',
    published: undefined,
    author: 'Salma Haddad',
    language: 'en',
    text: 'Of one person.',
    html: '<p>Of one person.</p>',
    translations: [],
  } as const
  const where = { publisher: 'nahr', source: 'nahr-en', authority: 'a', now: '2026-11-20' }
  const change = appeared({ sighting, contentHash: 'a' }, 1, where)
  store.save(1, { statement: change.statement, listedTitle: sighting.title, keys: ['k'] }, change)
  store.erase(1, { at: '2026-11-21', reason: 'asked for' })
  const kept = JSON.stringify(sql.all('SELECT * FROM statements'))
  expect(kept).toContain('asked for')
  expect(kept).not.toMatch(/private|person|Salma/)
})
