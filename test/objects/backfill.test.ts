import { describe, expect, it } from 'vitest'
import { importStatements } from '../../src/objects/import-statements.ts'
import { eraseStatement } from '../../src/objects/erase.ts'
import { exportPage } from '../../src/objects/export-page.ts'
import { PublisherState } from '../../src/objects/publisher-state.ts'
import type { Archived } from '../../src/objects/restore-statement.ts'
import { SOURCE, SimulatedPublisher, feedPage } from './simulated-publisher.ts'

const item = (n: number, edition = 1) => ({
  slug: `bayan-${n}`,
  title: `بيان رقم ${n} حول الجسر`,
  text: `نص البيان ${n} عن الجسر في طبعته ${edition}.`,
  date: new Date(Date.parse('2026-01-01T00:00:00Z') + n * 3_600_000).toISOString(),
})

/** A publisher of twelve statements, some in three wordings, one erased. */
async function lived(): Promise<SimulatedPublisher> {
  const world = new SimulatedPublisher()
  for (const edition of [1, 2, 3]) {
    const items = Array.from({ length: 12 }, (_, n) => item(n + 1, n % 4 === 0 ? edition : 1))
    world.pages.set(SOURCE.url, feedPage(items.reverse()))
    await world.poll()
  }
  eraseStatement(5, 'asked for', world.state, world.now)
  await world.tell()
  return world
}

function lines(world: SimulatedPublisher): Archived[] {
  const { statements } = exportPage(0, world.state)
  return JSON.parse(JSON.stringify(statements)) as Archived[]
}

/** What KV holds of each statement and wording. */
function published(world: SimulatedPublisher): Record<string, string> {
  const decoder = new TextDecoder()
  return Object.fromEntries(
    [...world.kv.kept]
      .filter(([key]) => /^(?:statement|revision):/.test(key))
      .map(([key, { value }]) => [key, decoder.decode(value)]),
  )
}

describe('statements that were imported', () => {
  it('lie in KV as they lay before, byte for byte, wordings and tombstones included', async () => {
    const before = await lived()
    const after = new SimulatedPublisher()
    after.now = before.now
    const all = lines(before)
    for (const part of [all.slice(0, 7), all.slice(7)])
      importStatements(part, after.state, after.now)
    await after.tell()
    expect(published(after)).toEqual(published(before))
    expect(Object.keys(published(after))).toHaveLength(12 + 2 * 2)
  })

  it('reach the feed of all', async () => {
    const after = new SimulatedPublisher()
    importStatements(lines(await lived()), after.state, after.now)
    await after.tell()
    const told = new Set(after.front.flatMap(({ entries }) => entries.map(({ id }) => id)))
    expect(told.size).toBe(11)
    expect(after.front.at(-1)?.erased).toHaveLength(1)
    expect(after.deliveries).toEqual([])
  })

  it('are written once: the same import again owes nothing', async () => {
    const after = new SimulatedPublisher()
    const all = lines(await lived())
    importStatements(all, after.state, after.now)
    await after.tell()
    const writes = { ...after.kv.writes }
    expect(importStatements(all, after.state, after.now)).toBe(0)
    await after.tell()
    expect(after.kv.writes).toEqual(writes)
  })

  it('are enough for a rebuild of the object from KV', async () => {
    const before = await lived()
    const moved = new SimulatedPublisher()
    importStatements(lines(before), moved.state, moved.now)
    await moved.tell()
    const lost = new SimulatedPublisher()
    await lost.rebuild(moved.kv)
    expect(lost.sql.dump(['revisions'])).toEqual(before.sql.dump(['revisions']))
  })

  it('leave half of the free plan\u2019s writes to what is new, and go on the next day', async () => {
    const after = new SimulatedPublisher()
    after.plan = 'free'
    importStatements(lines(await lived()), after.state, after.now)
    const day = new Date(after.now).toISOString().slice(0, 10)
    after.state.noteKvWritesOfAll(day, 450)
    after.kvWritesOfAll = 450
    await after.tell()
    expect(published(after)).toEqual({})
    after.kvWritesOfAll = 0
    after.now = Date.parse(`${day}T00:00:00.000Z`) + 86_400_000
    // A restart forgets nothing of what is owed.
    const state = new PublisherState(after.sql.sql)
    expect(state.dues.next().owed).toBeLessThanOrEqual(after.now)
    await after.tell()
    expect(Object.keys(published(after))).toHaveLength(12 + 2 * 2)
  })
})
