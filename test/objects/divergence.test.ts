import { describe, expect, it } from 'vitest'
import { tieOrPart } from '../../src/objects/operator-ties.ts'
import { BILINGUAL, type Item, SimulatedPublisher } from './simulated-publisher.ts'

const HOUR = 3_600_000

const arabic: Item = { slug: 'jisr', title: 'بيان حول الجسر', text: 'يفتح الجسر يوم الأحد.' }
const english: Item = { slug: 'en/bridge', title: 'Statement', text: 'The bridge opens on Sunday.' }

/** A pair whose halves are known as one. */
async function pair(divergenceHours?: number): Promise<SimulatedPublisher> {
  const publisher = BILINGUAL
  const world = new SimulatedPublisher(
    divergenceHours === undefined ? publisher : { ...publisher, divergenceHours },
  )
  await say(world, arabic, english)
  tieOrPart(1, 'nahr-2', world.state, world.now)
  await world.tell()
  return world
}

async function say(world: SimulatedPublisher, ar: Item, en: Item): Promise<void> {
  await world.pollBoth([ar], [en])
}

const moved = { ...arabic, text: 'يفتح الجسر يوم الخميس.' }
const movedToo = { ...english, text: 'The bridge opens on Thursday.' }
const told = (world: SimulatedPublisher) => world.alerts().map((id) => id.split('/').at(-1))
const mark = (world: SimulatedPublisher, n: number) =>
  world.state.statements.load(n)?.statement.divergedSince

describe('a pair of which one language changed', () => {
  it('has diverged when a day has gone by, and is told once', async () => {
    const world = await pair()
    await say(world, moved, english)
    await world.pass(23 * HOUR)
    expect(told(world)).toEqual(['revised'])
    await world.pass(2 * HOUR)
    expect(told(world)).toEqual(['revised', 'diverged'])
    expect(mark(world, 1)).toBe(world.state.statements.load(1)?.statement.updated)
    await world.pass(100 * HOUR)
    expect(told(world)).toHaveLength(2)
    expect(new TextDecoder().decode(world.kv.kept.get('snapshot:nahr')?.value)).toContain(
      '"divergedSince"',
    )
  })

  it('has not diverged where the other follows in time', async () => {
    const world = await pair()
    await say(world, moved, english)
    await world.pass(5 * HOUR)
    await say(world, moved, movedToo)
    await world.pass(100 * HOUR)
    expect(told(world)).toEqual(['revised', 'revised'])
  })

  it('is one again when the other follows late', async () => {
    const world = await pair()
    await say(world, moved, english)
    await world.pass(30 * HOUR)
    expect(mark(world, 1)).toBeDefined()
    await say(world, moved, movedToo)
    expect(mark(world, 1)).toBeUndefined()
    await world.pass(100 * HOUR)
    expect(told(world)).toEqual(['revised', 'diverged', 'revised'])
  })

  it('has the time that the operator gives it', async () => {
    const world = await pair(2)
    await say(world, moved, english)
    await world.pass(3 * HOUR)
    expect(told(world)).toEqual(['revised', 'diverged'])
  })

  it('does not get more time by a second edit, and is told of once', async () => {
    const world = await pair()
    await say(world, moved, english)
    const since = world.state.statements.load(1)?.statement.updated
    await world.pass(20 * HOUR)
    await say(world, { ...arabic, text: 'يفتح الجسر يوم الجمعة.' }, english)
    await world.pass(5 * HOUR)
    expect(told(world)).toEqual(['revised', 'revised', 'diverged'])
    expect(mark(world, 1)).toBe(since)
    await say(world, { ...arabic, text: 'يفتح الجسر يوم السبت.' }, english)
    await world.pass(100 * HOUR)
    expect(told(world)).toEqual(['revised', 'revised', 'diverged', 'revised'])
  })

  it.each([
    { because: 'in time', hours: 5, expected: ['revised', 'revised'] },
    { because: 'late', hours: 30, expected: ['revised', 'diverged', 'revised'] },
  ])('is one again when the edit is undone $because', async ({ hours, expected }) => {
    const world = await pair()
    await say(world, moved, english)
    await world.pass(hours * HOUR)
    await say(world, arabic, english)
    // It has to stay so for some hours: it may be an old copy.
    await world.pass(7 * HOUR)
    await say(world, arabic, english)
    expect(mark(world, 1)).toBeUndefined()
    await world.pass(100 * HOUR)
    expect(told(world)).toEqual(expected)
  })

  it('has parted when one was withdrawn, until that is restored', async () => {
    const world = await pair(4)
    const newer = { slug: 'new', title: 'بيان أحدث', text: 'نص آخر.', date: '2026-01-05T09:00:00Z' }
    world.pages.set('https://nahr.test/en/bridge', { body: '<title>Statement</title>' })
    world.pages.set('https://nahr.test/new', { body: '<title>بيان أحدث</title>' })
    const polls = async (hours: number, ar: Item) => {
      for (let hour = 0; hour < hours; hour += 1) {
        await world.pass(HOUR)
        await say(world, ar, english)
      }
    }
    await polls(48, newer)
    expect(told(world)).toEqual(['appeared', 'withdrawn', 'diverged'])
    expect(mark(world, 1)).toBe(world.state.statements.load(1)?.statement.stateSince)
    await polls(1, arabic)
    expect(told(world)).toEqual(['appeared', 'withdrawn', 'diverged', 'restored'])
    expect(mark(world, 1)).toBeUndefined()
  })

  it('is no pair any more where an operator takes it apart: nothing is said of the two', async () => {
    const world = await pair()
    await say(world, moved, english)
    await world.pass(30 * HOUR)
    expect(mark(world, 1)).toBeDefined()
    tieOrPart(1, null, world.state, world.now)
    expect(mark(world, 1)).toBeUndefined()
    await say(world, { ...arabic, text: 'يفتح الجسر يوم السبت.' }, english)
    await world.pass(100 * HOUR)
    expect(told(world).filter((kind) => kind === 'diverged')).toHaveLength(1)
  })

  it('does not part over a letter', async () => {
    const world = await pair()
    await say(world, { ...arabic, text: 'يُفتح الجسر يوم الأحد' }, english)
    await world.pass(100 * HOUR)
    expect(told(world)).toEqual(['revised'])
  })
})
