import { expect, it } from 'vitest'
import { boundedKeys } from '../../src/objects/learn-keys.ts'
import { Sql } from '../../src/objects/sql.ts'
import { STATEMENTS_SCHEMA, StatementStore } from '../../src/objects/statement-store.ts'
import { NodeSql } from './node-sql.ts'

/** One key at each poll, as a site gives them that makes a new one each time. */
function learnt(kind: string, polls: number): readonly string[] {
  const keys = ['a:harbour.example/1', 'g:1']
  for (let poll = 0; poll < polls; poll += 1) {
    keys.push(...boundedKeys(keys, [`${kind}${'x'.repeat(8_000)}${poll}`]))
  }
  return keys
}

it.each([
  { kind: 'g:', because: 'a guid that is new at each poll', most: 4 },
  { kind: 'a:', because: 'an address that is new at each poll', most: 12 },
  { kind: 't:', because: 'a title where neither is trusted', most: 4 },
])('$because does not fill the statement’s row', ({ kind, most }) => {
  const keys = learnt(kind, 300)
  expect(keys.filter((key) => key.startsWith(kind))).toHaveLength(most)
  expect(keys.join('').length, 'letters, of the 2 MB of a row').toBeLessThan(110_000)
})

it('keeps what a site that moved a few times has', () => {
  expect(boundedKeys(['a:one', 'g:1'], ['a:two', 'g:2', 'c:x'])).toEqual(['a:two', 'g:2', 'c:x'])
})

it('asks for the keys of a listing of long addresses in values that SQLite takes', () => {
  const database = new NodeSql()
  database.exec(STATEMENTS_SCHEMA)
  let longest = 0
  const exec = (query: string, ...values: (string | number | null)[]) => {
    for (const value of values) longest = Math.max(longest, Buffer.byteLength(String(value)))
    return database.exec(query, ...values)
  }
  const store = new StatementStore(new Sql({ exec } as unknown as SqlStorage))
  const keys = Array.from({ length: 500 }, (_, at) => `g:${'漢'.repeat(8_000)}${at}`)
  database.exec('INSERT INTO identities (key, number) VALUES (?, ?)', keys[0] ?? '', 7)
  database.exec('INSERT INTO identities (key, number) VALUES (?, ?)', keys[499] ?? '', 8)
  expect([...store.lookupAll(keys).values()]).toEqual([7, 8])
  expect(longest, 'bytes of one value').toBeLessThan(2_000_000)
})
