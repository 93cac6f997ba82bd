import { describe, expect, it } from 'vitest'
import { type Item, SOURCE, SimulatedPublisher, feedPage } from './simulated-publisher.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.parse('2026-01-05T08:00:00.000Z')

const item = (n: number, date: number): Item => ({
  slug: `bayan-${n}`,
  title: `بيان رقم ${n} حول الجسر القديم`,
  text: `نص البيان رقم ${n} وفيه كلام عن الجسر.`,
  date: new Date(date).toISOString(),
})

/** A source of one statement a day, watched for ten days. */
async function daily(): Promise<{ world: SimulatedPublisher; items: Item[] }> {
  const world = new SimulatedPublisher()
  const items: Item[] = []
  const show = async () => {
    world.pages.set(SOURCE.url, feedPage(items.toReversed().slice(0, 20)))
    await world.poll()
  }
  await show()
  for (let n = 0; n < 10; n += 1) {
    items.push(item(n, world.now))
    await show()
    await world.pass(START + (n + 1) * DAY - world.now)
  }
  return { world, items }
}

const lateNotices = (world: SimulatedPublisher) =>
  world.notices.filter(({ state }) => state === 'late')

describe('a source is not late', () => {
  it('where it could not be read for days, and publishes all the while', async () => {
    const { world, items } = await daily()
    world.pages.set(SOURCE.url, { status: 503 })
    await world.poll()
    // The list gives days, no hours.
    for (let n = 10; n < 15; n += 1) items.push(item(n, Math.floor((START + n * DAY) / DAY) * DAY))
    await world.pass(5 * DAY)
    world.pages.set(SOURCE.url, feedPage(items.toReversed()))
    await world.poll()
    expect(world.notices.map(({ state }) => state)).not.toContain('flood')
    expect(lateNotices(world)).toEqual([])
  })

  it('where it puts in what is dated long ago: somebody is at work there', async () => {
    const { world, items } = await daily()
    await world.pass(40 * HOUR)
    items.push(item(30, START - 40 * DAY))
    world.pages.set(SOURCE.url, feedPage(items.toReversed()))
    await world.poll()
    await world.pass(60 * HOUR)
    await world.poll()
    expect(lateNotices(world)).toEqual([])
    await world.pass(40 * HOUR)
    await world.poll()
    expect(lateNotices(world)).toHaveLength(1)
  })
})
