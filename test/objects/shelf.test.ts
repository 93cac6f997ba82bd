import { describe, expect, it } from 'vitest'
import { parseSnapshot } from '../../src/feeds/parse-snapshot.ts'
import { prepareEntry } from '../../src/feeds/prepare-entry.ts'
import { ENTRIES_SCHEMA, EntryStore } from '../../src/objects/entry-store.ts'
import { eraseStatement } from '../../src/objects/erase.ts'
import { FrontShelves } from '../../src/objects/front-shelves.ts'
import { SETTINGS_SCHEMA, Settings } from '../../src/objects/settings.ts'
import { SPENDERS_SCHEMA, SpenderStore } from '../../src/objects/spender-store.ts'
import { shelfOf } from '../../src/objects/shelf.ts'
import { NOTHING_SPENT } from '../../src/objects/spending.ts'
import { NAHR, statement } from '../feeds/sample.ts'
import { NodeSql } from './node-sql.ts'
import { type Item, SOURCE, SimulatedPublisher, feedPage } from './simulated-publisher.ts'

const DAY = 86_400_000
const FIRST = Date.parse('2025-10-01T09:00:00.000Z')
const dateOf = (n: number) => new Date(FIRST + n * DAY).toISOString()
const item = (n: number): Item => ({
  slug: `bayan-${n}`,
  title: `بيان رقم ${n}`,
  text: `نص البيان ${n} عن الطريق.`,
  date: dateOf(n),
})

async function publisherOf(count: number): Promise<SimulatedPublisher> {
  const world = new SimulatedPublisher(undefined, [])
  const items = Array.from({ length: count }, (_, at) => item(count - at))
  world.pages.set(SOURCE.url, feedPage(items))
  await world.poll()
  return world
}

function olderIn(world: SimulatedPublisher) {
  const bytes = world.kv.kept.get('snapshot:nahr')?.value
  return bytes === undefined ? undefined : parseSnapshot(bytes)?.older
}

describe('what a publisher’s snapshot leaves out', () => {
  it('is not spoken of where it holds everything', async () => {
    const world = await publisherOf(50)
    expect(olderIn(world)).toBeUndefined()
    expect(world.front.at(-1)?.shelf).toEqual({ before: null, months: ['2025-10/2025-11'] })
  })

  it('begins with the newest that it does not show, and lies in its months', async () => {
    const world = await publisherOf(70)
    const shelf = { before: dateOf(20), months: ['2025-10/2025-12'] }
    expect(olderIn(world)).toEqual({ before: dateOf(20), of: { nahr: shelf } })
    expect(world.front.at(-1)?.shelf).toEqual(shelf)
  })

  it('names the months that changed last, and since when the others have not', async () => {
    const world = await publisherOf(70)
    const old = ['2024-01', '2024-02', '2024-04', '2024-05', '2024-06']
    for (const month of old) world.state.archives.mark(month, world.now)
    for (const [at, month] of old.entries()) world.state.archives.written(month, world.now + at)
    const shelf = () => shelfOf('nahr', world.state)
    const newest = ['2025-10/2025-12']
    expect(shelf().months).toEqual([...newest, '2024-04/2024-06', '2024-01/2024-02'])
    // These three are still to be written.
    const said = { recent: [...newest, '2024-06'], settled: new Date(world.now + 3).toISOString() }
    expect(shelf()).toMatchObject(said)
    world.state.archives.mark('2024-01', world.now + 10)
    const changed = {
      recent: [...newest, '2024-01'],
      settled: new Date(world.now + 4).toISOString(),
    }
    expect(shelf()).toMatchObject(changed)
  })

  it('is the same when one of the newest is erased: the next does not move up', async () => {
    const world = await publisherOf(70)
    const [, second] = world.state.statements.dates.newest('ar', 2)
    expect(second?.sort).toBe(dateOf(69))
    eraseStatement(second?.number ?? 0, 'asked for', world.state, world.now)
    world.now += 2_000
    await world.tell()
    expect(olderIn(world)?.before).toBe(dateOf(20))
  })
})

describe('what the snapshot of all leaves out', () => {
  function front() {
    const { sql } = new NodeSql()
    for (const schema of [SETTINGS_SCHEMA, ENTRIES_SCHEMA, SPENDERS_SCHEMA]) sql.run(schema)
    const settings = new Settings(sql)
    const entries = new EntryStore(sql)
    const spenders = new SpenderStore(sql)
    const shelves = new FrontShelves(settings, spenders)
    const keep = (from: number, to: number) => {
      for (let n = from; n <= to; n += 1)
        entries.keep(prepareEntry(statement({ id: `nahr-${n}`, published: dateOf(n) })))
      shelves.note(entries.trim())
    }
    const tell = (before: string | null) =>
      spenders.save('nahr', {
        face: NAHR,
        shelf: { before, months: ['2025-10'] },
        spent: NOTHING_SPENT,
      })
    return { entries, shelves, keep, tell }
  }

  it('is not spoken of where it holds everything', () => {
    const { shelves, keep, tell } = front()
    keep(1, 49)
    tell(null)
    expect(shelves.older()).toEqual({})
  })

  it('begins with the newest that was dropped, also when one of the newest is erased', () => {
    const { entries, shelves, keep, tell } = front()
    tell(null)
    keep(1, 60)
    expect(shelves.older().older?.before).toBe(dateOf(10))
    entries.remove('nahr-55')
    expect(shelves.older().older).toEqual({
      before: dateOf(10),
      of: { nahr: { before: null, months: ['2025-10'] } },
    })
  })

  it('begins with what a publisher did not tell of', () => {
    const { shelves, keep, tell } = front()
    keep(1, 10)
    tell(dateOf(0))
    expect(shelves.older().older?.before).toBe(dateOf(0))
  })
})
