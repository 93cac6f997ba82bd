import { expect, it } from 'vitest'
import { buildSnapshot } from '../../src/feeds/build-snapshot.ts'
import { prepareEntry } from '../../src/feeds/prepare-entry.ts'
import { Documents } from '../../src/http/archive-documents.ts'
import { Published } from '../../src/platform/published.ts'
import { NAHR, statement } from '../feeds/sample.ts'
import { MemoryKv } from '../objects/memory-kv.ts'

const UPDATED = '2026-11-20T10:00:00.000Z'

async function published(sizes: Readonly<Record<string, number>>): Promise<Published> {
  const store = new Published(new MemoryKv().kv)
  for (const [key, size] of Object.entries(sizes)) {
    const bytes = buildSnapshot({
      of: 'nahr',
      publishers: { nahr: NAHR },
      entries: [prepareEntry(statement({ html: `<p>${'a'.repeat(size)}</p>` }))],
      updated: UPDATED,
      chain: { month: '2026-11', previous: null, next: null },
      bounds: { bytes: 4 * 1024 * 1024, entriesALanguage: 2_000 },
    })
    await store.saveSnapshot(key, bytes, { updated: UPDATED, authority: 'x' })
  }
  return store
}

it.each([
  { because: 'as many small ones as are allowed', size: 1_000, more: ['b', 'c', 'd'], room: true },
  { because: 'and no more', size: 1_000, more: ['b', 'c', 'd', 'e'], room: false },
  { because: 'a large one counts for more', size: 600_000, more: ['b', 'c', 'd'], room: false },
  { because: 'and leaves room for others', size: 600_000, more: ['b', 'c'], room: true },
  { because: 'nothing is read behind the largest', size: 3_000_000, more: ['b'], room: false },
])('reads $because', async ({ size, more, room }) => {
  const documents = new Documents(await published({ a: size }), 4)
  expect(documents.hasRoom(['a', 'b', 'c', 'd'])).toBe(true)
  expect(await documents.load(['a'])).toHaveLength(1)
  expect(documents.hasRoom(more)).toBe(room)
})

it('leaves unread what did not change since', async () => {
  const store = await published({ a: 1_000 })
  const load = async (since: string) => await new Documents(store, 4, since).load(['a', 'b'])
  expect(await load('2026-11-20T10:00:00.001Z')).toEqual([])
  expect(await load(UPDATED)).toHaveLength(1)
})
