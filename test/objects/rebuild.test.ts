import { describe, expect, it } from 'vitest'
import { eraseStatement } from '../../src/objects/erase.ts'
import { exportPage } from '../../src/objects/export-page.ts'
import { PublisherState } from '../../src/objects/publisher-state.ts'
import { rebuildSome } from '../../src/objects/rebuild.ts'
import { restoreStatement } from '../../src/objects/restore-statement.ts'
import { Published } from '../../src/platform/published.ts'
import {
  BILINGUAL,
  ENGLISH_SOURCE,
  type Item,
  SOURCE,
  SimulatedPublisher,
  feedPage,
} from './simulated-publisher.ts'

const arabic = (n: number, text = `نص البيان ${n} عن الجسر وفيه ${n * 7} كلمة.`): Item => ({
  slug: `bayan-${n}`,
  title: `بيان رقم ${n} حول الجسر`,
  text,
  date: new Date(Date.parse('2026-01-01T00:00:00Z') + n * 3_600_000).toISOString(),
})
const english = (n: number): Item => ({
  ...arabic(n, `Text of statement ${n} on the bridge with ${n * 7} words.`),
  slug: `en/statement-${n}`,
  title: `Statement no. ${n} on the bridge`,
})

/** Days of a publisher: a baseline, news, edits, a withdrawal, pairs, an erasure. */
async function lived(): Promise<SimulatedPublisher> {
  const world = new SimulatedPublisher(BILINGUAL)
  const all = [1, 2, 3, 4, 5, 6]
  const lists = async (ar: readonly Item[], en: readonly Item[]) => {
    await world.pollBoth(ar.toReversed(), en.toReversed())
  }
  for (const n of all) world.pages.set(`https://nahr.test/bayan-${n}`, { body: 'x' })
  await lists(
    [1, 2, 3].map((n) => arabic(n)),
    [1, 2].map(english),
  )
  await lists(
    [1, 2, 3, 4, 5].map((n) => arabic(n)),
    [1, 2, 4].map(english),
  )
  const edited = arabic(4, 'نص آخر تماما عن الجسر بعد التعديل.')
  await lists([arabic(1), arabic(2), arabic(3), edited, arabic(5)], [1, 2, 4].map(english))
  world.pages.delete('https://nahr.test/bayan-2')
  await lists([arabic(1), arabic(3), edited, arabic(5), arabic(6)], [1, 2, 4].map(english))
  for (let hour = 0; hour < 8; hour += 1) {
    await world.pass(3_600_000)
    await world.poll(SOURCE)
  }
  eraseStatement(3, 'asked for', world.state, world.now)
  await world.tell()
  return world
}

const LEDGER = ['statements', 'revisions', 'identities', 'entries', 'edits'] as const

function sorted(dump: Record<string, unknown[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(dump).map(([table, rows]) => [
      table,
      rows.map((row) => JSON.stringify(row)).sort(),
    ]),
  )
}

describe('a publisher whose object was lost', () => {
  it('is rebuilt from KV as it was, though killed in the middle, and tells nobody', async () => {
    const before = await lived()
    const after = new SimulatedPublisher(BILINGUAL)
    for (const [key, value] of before.kv.kept) after.kv.kept.set(key, value)
    for (const [url, page] of before.pages) after.pages.set(url, page)
    after.now = before.now
    let { state } = after
    state.rebuild.begin()
    expect(state.activeSources()).toEqual([])
    let runs = 0
    for (; state.rebuild.load() !== undefined && runs < 50; runs += 1) {
      let writes = 0
      const dies = runs < 3
      const run = rebuildSome(
        'nahr',
        state,
        new Published(after.kv.kv),
        (work) => {
          after.sql.transact(() => {
            work()
            if (dies && (writes += 1) === 3) throw new Error('killed')
          })
        },
        after.now,
      )
      await run.catch(() => undefined)
      // A restart: nothing is left but what was written.
      state = new PublisherState(after.sql.sql)
    }
    expect(runs).toBeGreaterThan(1)
    expect(sorted(after.sql.dump(LEDGER))).toEqual(sorted(before.sql.dump(LEDGER)))
    after.state.forget()
    await after.poll(SOURCE)
    await after.poll(ENGLISH_SOURCE)
    expect(after.deliveries).toEqual([])
    expect(sorted(after.sql.dump(LEDGER))).toEqual(sorted(before.sql.dump(LEDGER)))
  })

  it('tells of what appeared after it was lost', async () => {
    const before = await lived()
    const after = new SimulatedPublisher(BILINGUAL)
    for (const [key, value] of before.kv.kept) after.kv.kept.set(key, value)
    after.now = before.now
    await after.rebuild()
    after.pages.set(SOURCE.url, feedPage([arabic(7), arabic(6)]))
    await after.poll(SOURCE)
    expect(after.alerts()).toHaveLength(1)
  })

  it('passes over another publisher whose id begins alike', async () => {
    const before = await lived()
    const after = new SimulatedPublisher({ ...BILINGUAL, id: 'na' })
    for (const [key, value] of before.kv.kept)
      after.kv.kept.set(key.replace('statement:nahr-', 'statement:na-hr-'), value)
    await after.rebuild()
    expect(after.state.totals.statements()).toBe(0)
    expect(after.state.rebuild.load()).toBeUndefined()
  })
})

describe('an export', () => {
  it('gives another deployment the same ledger and the same feeds, byte for byte', async () => {
    const before = await lived()
    const after = new SimulatedPublisher(BILINGUAL)
    for (let from: number | null = 0; from !== null;) {
      const page = exportPage(from, before.state)
      const lines = JSON.stringify(page.statements)
      for (const one of JSON.parse(lines) as typeof page.statements)
        restoreStatement(one, after.state, after.now)
      from = page.next
    }
    expect(sorted(after.sql.dump(LEDGER))).toEqual(sorted(before.sql.dump(LEDGER)))
    await before.poll(SOURCE)
    after.state.outbox.addOnce('snapshot', '')
    before.state.outbox.addOnce('snapshot', '')
    await before.tell()
    // Months of the archive are written a minute later, one a run.
    for (const world of [before, after]) {
      world.now += 26 * 3_600_000
      await world.tell()
    }
    const [one, other] = [before.kv.kept.get('snapshot:nahr'), after.kv.kept.get('snapshot:nahr')]
    expect(other?.value).toEqual(one?.value)
    expect(other?.metadata).toEqual(one?.metadata)
    const archive = (world: SimulatedPublisher) =>
      [...world.kv.kept].filter(([key]) => key.startsWith('archive:'))
    expect(archive(before)).toHaveLength(1)
    expect(archive(after)).toEqual(archive(before))
  })

  it('changes nothing where it was imported before', async () => {
    const world = await lived()
    const before = sorted(world.sql.dump(LEDGER))
    for (const one of exportPage(0, world.state).statements)
      expect(restoreStatement(one, world.state, world.now)).toBe(false)
    expect(sorted(world.sql.dump(LEDGER))).toEqual(before)
  })
})

describe('an erased statement', () => {
  it('leaves no word of its text anywhere, and is not found anew', async () => {
    const world = await lived()
    const secret = 'كلام لا يبقى'
    world.pages.set(SOURCE.url, feedPage([arabic(8, `${secret} عن الجسر`), arabic(6)]))
    await world.poll(SOURCE)
    const number = world.state.statements.nextNumber() - 1
    world.pages.set(SOURCE.url, feedPage([arabic(8, `${secret} عن الجسر، معدل`), arabic(6)]))
    await world.poll(SOURCE)
    expect(eraseStatement(number, 'asked for', world.state, world.now)).toBe(true)
    await world.tell()
    const kept = [...world.kv.kept].map(([, { value }]) => new TextDecoder().decode(value)).join()
    const rows = JSON.stringify(
      world.sql.dump([
        'statements',
        'revisions',
        'entries',
        'alerts',
        'outbox',
        'pairing',
        'wanted',
      ]),
    )
    expect(kept).not.toContain(secret)
    expect(rows).not.toContain(secret)
    expect(world.forgotten).toContain(`nahr-${number}`)
    expect(await world.kv.get(`statement:nahr-${number}`, 'json')).toMatchObject({
      erased: { reason: 'asked for' },
      statement: { title: '', text: '' },
    })
    const count = world.state.totals.statements()
    world.pages.set(SOURCE.url, feedPage([arabic(8, `${secret} مرة أخرى`), arabic(6)]))
    await world.poll(SOURCE)
    expect(world.state.totals.statements()).toBe(count)
    expect(JSON.stringify(world.sql.dump(['revisions']))).not.toContain(secret)
  })

  it('goes with all of its publisher where that is erased', async () => {
    const world = await lived()
    world.state.outbox.addOnce('wipe', '')
    await world.tell()
    expect(world.state.totals.statements()).toBe(0)
    const kept = [...world.kv.kept.keys()].filter((key) => /^(?:statement|revision):/.test(key))
    expect(kept).toEqual([])
  })
})
