import { describe, expect, it } from 'vitest'
import { buildSnapshot } from '../../src/feeds/build-snapshot.ts'
import { parseFor } from '../../src/feeds/parse-snapshot.ts'
import { prepareEntry } from '../../src/feeds/prepare-entry.ts'
import { ENTRIES_SCHEMA, EntryStore } from '../../src/objects/entry-store.ts'
import type { Statement } from '../../src/statements/statement.ts'
import { NAHR, statement } from '../feeds/sample.ts'
import { NodeSql } from './node-sql.ts'

const day = (n: number) =>
  new Date(Date.parse('2026-01-01T08:00:00Z') + n * 86_400_000).toISOString()

/** The statement of a day; the higher its number, the newer. */
const numbered = (n: number, changes: Partial<Statement> = {}) =>
  prepareEntry(statement({ id: `nahr-${n}`, published: day(n), updated: day(n), ...changes }))

const withdrawn = (n: number, at: number) =>
  numbered(n, { state: 'withdrawn', stateSince: day(at), html: '<p>نص.</p>'.repeat(500) })

function storeOf(count: number): EntryStore {
  const { sql } = new NodeSql()
  sql.run(ENTRIES_SCHEMA)
  const store = new EntryStore(sql)
  for (let n = 1; n <= count; n++) store.keep(numbered(n))
  return store
}

const bytesOf = (store: EntryStore, more: { edits?: Uint8Array } = {}) =>
  store.snapshot('nahr', { nahr: NAHR }, more).bytes

const idsIn = (bytes: Uint8Array, kind: 'newest' | 'withdrawn' | 'edits') =>
  parseFor({ kind }, bytes)?.entries.map(({ id }) => id)

describe('a statement that was withdrawn', () => {
  it('stays for the feed of withdrawals when it is not among the newest any more', () => {
    const store = storeOf(60)
    store.trim()
    store.keep(withdrawn(3, 61))
    store.keep(withdrawn(55, 62))
    store.trim()
    const bytes = bytesOf(store)
    expect(idsIn(bytes, 'withdrawn')).toEqual(['nahr-55', 'nahr-3'])
    const newest = idsIn(bytes, 'newest') ?? []
    expect([newest.length, newest.at(-1)]).toEqual([50, 'nahr-11'])
    expect(parseFor({ kind: 'withdrawn' }, bytes)?.publishers).toEqual({ nahr: NAHR })
  })

  it('leaves it when it is restored', () => {
    const store = storeOf(60)
    store.keep(withdrawn(3, 61))
    store.trim()
    store.keep(numbered(3, { stateSince: day(62) }))
    store.trim()
    expect(idsIn(bytesOf(store), 'withdrawn')).toEqual([])
    expect(store.count()).toBe(50)
  })

  it('makes room for those that were withdrawn after it: twenty a language', () => {
    const store = storeOf(90)
    for (let n = 1; n <= 25; n++) store.keep(withdrawn(n, 100 + n))
    store.trim()
    const ids = idsIn(bytesOf(store), 'withdrawn') ?? []
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([20, 'nahr-25', 'nahr-6'])
    // Bodies are cut to have room: withdrawals are for being known, the text is in the archive.
    expect(bytesOf(store).byteLength).toBeLessThan(bytesOf(storeOf(50)).byteLength + 50 * 1024)
  })

  it('takes nothing from the edits, which lie behind it', () => {
    const store = storeOf(60)
    store.keep(withdrawn(3, 61))
    store.trim()
    const edit = prepareEntry(statement({ id: 'nahr-1.2', revision: 2 }))
    const edits = buildSnapshot({
      of: 'nahr',
      publishers: { nahr: NAHR },
      entries: [edit],
      updated: day(1),
    })
    const bytes = bytesOf(store, { edits })
    expect(idsIn(bytes, 'edits')).toEqual(['nahr-1.2'])
    expect(idsIn(bytes, 'withdrawn')).toEqual(['nahr-3'])
  })

  it('is not made up by a title that reads like a mark of ours', () => {
    const store = storeOf(60)
    store.keep(numbered(3, { title: '"state":"withdrawn"' }))
    store.trim()
    expect(idsIn(bytesOf(store), 'withdrawn')).toEqual([])
  })
})
