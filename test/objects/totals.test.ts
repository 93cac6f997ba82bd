import { describe, expect, it } from 'vitest'
import { eraseStatement } from '../../src/objects/erase.ts'
import { exportPage } from '../../src/objects/export-page.ts'
import { tieOrPart } from '../../src/objects/operator-ties.ts'
import { reportOf } from '../../src/objects/publisher-report.ts'
import { restoreStatement } from '../../src/objects/restore-statement.ts'
import { publishedStatement } from '../../src/objects/published-statement.ts'
import { translationState } from '../../src/statements/translation-state.ts'
import {
  BILINGUAL,
  ENGLISH_SOURCE,
  type Item,
  SOURCE,
  SimulatedPublisher,
  feedPage,
} from './simulated-publisher.ts'

const item = (slug: string, n: number): Item => ({
  slug,
  title: `${slug} ${n}`,
  text: `${slug} ${n} text`,
  date: new Date(Date.parse('2026-01-01T00:00:00Z') + n * 3_600_000).toISOString(),
})

async function lists(world: SimulatedPublisher, ar: number, en: number): Promise<void> {
  const of = (slug: string, count: number) =>
    feedPage(Array.from({ length: count }, (_, n) => item(`${slug}-${n}`, n)))
  world.pages.set(SOURCE.url, of('bayan', ar))
  world.pages.set(ENGLISH_SOURCE.url, of('en/statement', en))
  await world.poll(SOURCE)
  await world.poll(ENGLISH_SOURCE)
}

function rows({ sql }: SimulatedPublisher): number {
  return sql.sql.first<{ n: number }>('SELECT COUNT(*) AS n FROM statements')?.n ?? 0
}

/** What the report says, and what a look at every statement finds. */
function counts(world: SimulatedPublisher) {
  expect(reportOf(world.state, new Date(world.now)).statements).toBe(rows(world))
  const now = new Date(world.now)
  const { statements } = world.state
  const found = { paired: 0, awaited: 0, 'not-expected': 0 }
  for (let n = statements.numberAfter(0); n !== undefined; n = statements.numberAfter(n)) {
    const value = publishedStatement(n, world.state)
    if (value === undefined) throw new Error(`statement ${n} is not kept`)
    found[translationState(value.statement, value.awaitsUntil, now.toISOString())] += 1
  }
  return { told: reportOf(world.state, now).translations, found }
}

describe('statements by the state of their translation', () => {
  it('are counted without looking at all of them, and as a look at all of them would', async () => {
    const world = new SimulatedPublisher(BILINGUAL)
    await lists(world, 6, 4)
    const told = () => {
      const { told: one, found } = counts(world)
      expect(one).toEqual(found)
      return one
    }
    expect(told()).toEqual({ paired: 0, awaited: 10, 'not-expected': 0 })
    tieOrPart(1, 'nahr-7', world.state, world.now)
    tieOrPart(2, 'nahr-8', world.state, world.now)
    expect(told()).toEqual({ paired: 4, awaited: 6, 'not-expected': 0 })
    tieOrPart(1, 'nahr-8', world.state, world.now)
    expect(told()).toEqual({ paired: 2, awaited: 8, 'not-expected': 0 })
    tieOrPart(1, null, world.state, world.now)
    expect(told()).toEqual({ paired: 0, awaited: 8, 'not-expected': 2 })
    tieOrPart(3, 'nahr-9', world.state, world.now)
    eraseStatement(3, 'asked for', world.state, world.now)
    expect(told()).toEqual({ paired: 0, awaited: 7, 'not-expected': 3 })
    world.now += 15 * 86_400_000
    await lists(world, 8, 4)
    expect(told()).toEqual({ paired: 0, awaited: 2, 'not-expected': 10 })
  })

  it('are counted after an import as before the export', async () => {
    const world = new SimulatedPublisher(BILINGUAL)
    await lists(world, 3, 3)
    tieOrPart(1, 'nahr-4', world.state, world.now)
    const moved = new SimulatedPublisher(BILINGUAL)
    moved.now = world.now
    for (const one of exportPage(0, world.state).statements)
      restoreStatement(one, moved.state, moved.now)
    expect(counts(moved)).toEqual(counts(world))
  })

  it('are as before where a transaction was rolled back', async () => {
    const world = new SimulatedPublisher(BILINGUAL)
    await lists(world, 3, 3)
    const before = counts(world).told
    expect(() =>
      world.sql.transact(() => {
        tieOrPart(1, 'nahr-4', world.state, world.now)
        throw new Error('killed')
      }),
    ).toThrow('killed')
    world.state.forget()
    expect(counts(world).told).toEqual(before)
    tieOrPart(2, 'nahr-5', world.state, world.now)
    expect(counts(world).told).toEqual({ paired: 2, awaited: 4, 'not-expected': 0 })
  })

  it('of a publisher with one language await nothing', async () => {
    const world = new SimulatedPublisher()
    await lists(world, 3, 0)
    expect(counts(world).told).toEqual({ paired: 0, awaited: 0, 'not-expected': 3 })
  })

  it('cost no row of their own', async () => {
    const world = new SimulatedPublisher(BILINGUAL)
    await lists(world, 3, 3)
    const before = world.sql.written['settings'] ?? 0
    world.pages.set(SOURCE.url, feedPage([item('bayan-9', 9)]))
    await world.poll(SOURCE)
    // The row of totals, which a change writes anyway.
    expect(world.sql.written['settings']).toBe(before + 1)
  })

  it('of all statements are read from one row, and go down when a statement is removed', async () => {
    const world = new SimulatedPublisher(BILINGUAL)
    await lists(world, 3, 2)
    expect(world.state.totals.load().statements).toBe(5)
    world.state.statements.remove(2)
    world.state.statements.remove(2)
    world.state.totals.add([], 0)
    expect(world.state.totals.load().statements).toBe(4)
    expect(rows(world)).toBe(4)
  })

  it('are made up by looking once, where an older version kept none', async () => {
    const world = new SimulatedPublisher(BILINGUAL)
    await lists(world, 3, 2)
    const { statements: _, ...older } = world.state.totals.load()
    world.state.settings.save('totals', older)
    expect(world.state.totals.statements()).toBe(5)
    world.state.totals.add(['appeared'], 0)
    expect(world.state.totals.load().statements).toBe(5)
  })
})
