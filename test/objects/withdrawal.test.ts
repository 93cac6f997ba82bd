import { describe, expect, it } from 'vitest'
import { parseFor } from '../../src/feeds/parse-snapshot.ts'
import {
  type Item,
  PUBLISHER,
  SOURCE,
  SimulatedPublisher,
  feedPage,
} from './simulated-publisher.ts'

const HOUR = 3_600_000

const item = (n: number): Item => ({
  slug: `bayan-${n}`,
  title: `بيان رقم ${n} حول الجسر`,
  text: `نص البيان رقم ${n} وفيه كلام عن الجسر.`,
  date: new Date(Date.parse('2026-01-01T00:00:00Z') + n * HOUR).toISOString(),
})
const url = (n: number) => `https://nahr.test/bayan-${n}`
const article = (n: number) => ({ body: `<html><title>${item(n).title}</title><p>x</p></html>` })

/** A site whose listing shows statements, each with a page of its own. */
async function site(numbers: readonly number[]): Promise<SimulatedPublisher> {
  const world = new SimulatedPublisher()
  for (const n of numbers) world.pages.set(url(n), article(n))
  list(world, numbers)
  await world.poll()
  return world
}

function list(world: SimulatedPublisher, numbers: readonly number[]): void {
  world.pages.set(SOURCE.url, feedPage(numbers.map(item).reverse()))
}

/** Hours go by; the source is polled in each. */
async function hours(world: SimulatedPublisher, count: number): Promise<void> {
  for (let hour = 0; hour < count; hour += 1) {
    await world.pass(HOUR)
    await world.poll()
  }
}

/** The id of the statement about this item: a baseline is numbered from its oldest or its newest. */
function idOf(world: SimulatedPublisher, n: number): string {
  const { statements } = world.state
  for (let at = statements.numberAfter(0); at !== undefined; at = statements.numberAfter(at)) {
    if (statements.load(at)?.statement.url === url(n)) return `nahr-${at}`
  }
  throw new Error(`no statement is about item ${n}`)
}

const stateOf = (world: SimulatedPublisher, number: number) =>
  world.state.statements.load(number)?.statement.state

describe('a statement that left its listing', () => {
  it('is not withdrawn while its own page stands', async () => {
    const world = await site([1, 2, 3])
    list(world, [1, 3])
    await world.poll()
    await hours(world, 30)
    expect(stateOf(world, 2)).toBe('current')
    expect(world.alerts()).toEqual([])
  })

  it('is withdrawn when its page is gone at two looks, told once, and marked in KV', async () => {
    const world = await site([1, 2, 3])
    list(world, [1, 3])
    world.pages.delete(url(2))
    await world.poll()
    await hours(world, 3)
    expect(stateOf(world, 2)).toBe('current')
    await hours(world, 5)
    expect(stateOf(world, 2)).toBe('withdrawn')
    expect(world.alerts()).toEqual(['all/nahr-2/1/withdrawn'])
    const kept = await world.kv.get('statement:nahr-2', 'json')
    expect(kept).toMatchObject({ statement: { state: 'withdrawn', text: item(2).text } })
    await hours(world, 100)
    expect(world.alerts()).toHaveLength(1)
  })

  it('is withdrawn where its address leads to the front page', async () => {
    const world = await site([1, 2, 3])
    list(world, [1, 3])
    world.pages.set(url(2), { body: '<p>Home</p>', landed: 'https://nahr.test/' })
    await world.poll()
    await hours(world, 8)
    expect(stateOf(world, 2)).toBe('withdrawn')
  })

  it('is told of in the feeds of withdrawals, however old it is, and taken out when restored', async () => {
    const numbers = Array.from({ length: 55 }, (_, index) => index + 1)
    const world = await site(numbers)
    list(
      world,
      numbers.filter((n) => n !== 3),
    )
    world.pages.delete(url(3))
    await world.poll()
    await hours(world, 8)
    const withdrawn = async () => {
      const bytes = await world.kv.get('snapshot:nahr', 'arrayBuffer')
      return parseFor({ kind: 'withdrawn' }, new Uint8Array(bytes as ArrayBuffer))?.entries
    }
    const inFront = () =>
      world.front.flatMap(({ entries }) => entries).findLast(({ id }) => id === old)?.head
    const old = idOf(world, 3)
    expect((await withdrawn())?.map(({ id }) => id)).toEqual([old])
    expect(inFront()).toContain('"state":"withdrawn"')
    list(world, numbers)
    await world.poll()
    expect(await withdrawn()).toEqual([])
    expect(inFront()).toContain('"state":"current"')
  })

  it('is restored when its listing shows it again', async () => {
    const world = await site([1, 2, 3])
    list(world, [1, 3])
    world.pages.delete(url(2))
    await world.poll()
    await hours(world, 8)
    list(world, [1, 2, 3])
    await world.poll()
    expect(stateOf(world, 2)).toBe('current')
    expect(world.alerts()).toEqual(['all/nahr-2/1/withdrawn', 'all/nahr-2/1/restored'])
  })

  it('is restored when its own page is back under its title', async () => {
    const world = await site([1, 2, 3])
    list(world, [1, 3])
    world.pages.delete(url(2))
    await world.poll()
    await hours(world, 8)
    world.pages.set(url(2), article(2))
    await hours(world, 8 * 24)
    expect(stateOf(world, 2)).toBe('current')
    expect(world.alerts()).toHaveLength(2)
  })

  it('is withdrawn though its source is polled but once a day', async () => {
    const daily = { ...SOURCE, interval: 86_400 }
    const world = new SimulatedPublisher({ ...PUBLISHER, sources: [daily] })
    for (const n of [1, 2, 3]) world.pages.set(url(n), article(n))
    list(world, [1, 2, 3])
    await world.poll(daily)
    // The older half scrolled off; one of them is gone besides.
    list(world, [3])
    world.pages.delete(url(2))
    for (let day = 0; day < 5; day += 1) {
      await world.poll(daily)
      await world.pass(Math.max(HOUR, world.state.source(daily.id).next - world.now))
    }
    expect([1, 2, 3].map((n) => stateOf(world, n))).toEqual(['current', 'withdrawn', 'current'])
  })

  it('is not withdrawn while the site is down, and not by half a listing', async () => {
    const world = await site([1, 2, 3, 4, 5, 6])
    list(world, [6])
    await world.poll()
    world.pages.set(SOURCE.url, { status: 503 })
    for (const n of [1, 2, 3, 4, 5]) world.pages.delete(url(n))
    await hours(world, 48)
    expect(world.state.totals.statements()).toBe(6)
    expect([1, 2, 3, 4, 5].map((n) => stateOf(world, n))).toEqual(Array(5).fill('current'))
    expect(world.alerts()).toEqual([])
  })

  it('is not withdrawn when the whole site changed its addresses', async () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8]
    const world = await site(numbers)
    for (const n of numbers) world.pages.delete(url(n))
    world.pages.set(SOURCE.url, feedPage([{ ...item(9), slug: 'new/9' }]))
    await world.poll()
    const before = world.alerts().length
    await hours(world, 12 * 24)
    expect(numbers.map((n) => stateOf(world, n))).toEqual(Array(8).fill('current'))
    expect(world.alerts()).toHaveLength(before)
  })

  it('is not withdrawn where a site that moved leaves its old addresses, however far apart the looks are', async () => {
    const at = (n: number) => [n, n - 1, n - 2, n - 3].filter((one) => one > 0).reverse()
    const world = await site(at(4))
    for (let n = 5; n <= 14; n += 1) {
      world.pages.set(url(n), article(n))
      list(world, at(n))
      await world.poll()
      await hours(world, 24)
    }
    for (let n = 1; n <= 14; n += 1) world.pages.delete(url(n))
    const moved = at(14).map((n) => ({ ...item(n), slug: `new/${n}`, guid: `bayan-${n}` }))
    world.pages.set(SOURCE.url, feedPage(moved))
    await hours(world, 20 * 24)
    const states = Array.from({ length: 14 }, (_, n) => stateOf(world, n + 1))
    expect(new Set(states)).toEqual(new Set(['current']))
  })

  it('is not withdrawn by an old copy of the site, however often that is shown', async () => {
    const world = await site([1, 2, 3])
    world.pages.set(url(4), article(4))
    list(world, [1, 2, 3, 4])
    await world.poll()
    for (let hour = 0; hour < 60; hour += 1) {
      // The copy is older than the fourth, and its page is not found there.
      const isOld = hour % 2 === 0
      list(world, isOld ? [1, 2, 3] : [1, 2, 3, 4])
      await world.poll()
      list(world, isOld ? [1, 2, 3] : [1, 2, 3, 4])
      if (isOld) world.pages.delete(url(4))
      else world.pages.set(url(4), article(4))
      await world.pass(HOUR)
    }
    expect(world.alerts()).toEqual(['all/nahr-4/1/appeared'])
  })
})
