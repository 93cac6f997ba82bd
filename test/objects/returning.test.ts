import { describe, expect, it } from 'vitest'
import {
  type Returnings,
  afterCurrent,
  afterReturn,
  isRipe,
  stillReturning,
} from '../../src/statements/returning.ts'
import type { Source } from '../../src/sources/source.ts'
import {
  type Item,
  PUBLISHER,
  SOURCE,
  SimulatedPublisher,
  feedPage,
} from './simulated-publisher.ts'

const HOUR = 3_600_000
const item = (text: string): Item => ({
  slug: 'jisr',
  title: 'بيان حول الجسر القديم في المدينة',
  text,
  date: '2026-01-05T07:00:00Z',
})
const other: Item = { slug: 'other', title: 'بيان آخر', text: 'نص عن الميناء.' }
const [OLD, NEW, NEWER] = [
  'يفتح الجسر يوم الأحد.',
  'يفتح الجسر يوم الخميس.',
  'يفتح الجسر غدا.',
] as const

async function edited(): Promise<SimulatedPublisher> {
  const world = new SimulatedPublisher()
  await show(world, OLD)
  await show(world, NEW)
  expect(told(world)).toEqual([NEW])
  return world
}

async function show(world: SimulatedPublisher, text: string, hours = 0): Promise<void> {
  world.pages.set(SOURCE.url, feedPage([item(text), other]))
  await world.poll()
  for (let hour = 0; hour < hours; hour += 1) {
    await world.pass(HOUR)
    await world.poll()
  }
}

const told = (world: SimulatedPublisher) =>
  world.deliveries.flatMap(({ endpoint, message }) =>
    endpoint === 'desk' && message.kind === 'alert' && message.alert.change === 'revised'
      ? [message.alert.statement.text]
      : [],
  )

describe('a wording that a statement had before', () => {
  it('is no edit where two mirrors show each their own', async () => {
    const world = await edited()
    for (let turn = 0; turn < 20; turn += 1) {
      await show(world, turn % 2 === 0 ? OLD : NEW, 1)
    }
    expect(told(world)).toEqual([NEW])
    expect(world.state.statements.load(2)?.statement.revision).toBe(2)
  })

  it('is no edit where a cache shows an old copy for hours, however often', async () => {
    const world = await edited()
    for (let turn = 0; turn < 4; turn += 1) {
      await show(world, OLD, 4)
      await show(world, NEW, 4)
    }
    expect(told(world)).toEqual([NEW])
  })

  it('is told once it has stood for six hours, though the listing never moves', async () => {
    const world = await edited()
    await show(world, OLD, 5)
    expect(told(world)).toEqual([NEW])
    await show(world, OLD, 2)
    expect(told(world)).toEqual([NEW, OLD])
    await show(world, OLD, 30)
    expect(told(world)).toHaveLength(2)
  })

  it('keeps no new wording from being told at once', async () => {
    const world = await edited()
    await show(world, OLD, 1)
    await show(world, NEWER)
    expect(told(world)).toEqual([NEW, NEWER])
  })

  it('is waited for without a write or a request more than before', async () => {
    const world = await edited()
    await show(world, OLD)
    // The month's archive is due once.
    await world.pass(2 * HOUR)
    await world.poll()
    const before = { rows: { ...world.sql.written }, requests: world.requests.length }
    await show(world, OLD, 2)
    const sources = before.rows['sources'] ?? 0
    expect(world.sql.written).toEqual({ ...before.rows, sources: sources + 3 })
    expect(world.requests).toHaveLength(before.requests + 3)
  })
})

describe('a page that has a headline it had before', () => {
  const PAGES: Source = {
    ...SOURCE,
    url: 'https://nahr.test/list',
    kind: 'html',
    selectors: { item: '.card', body: '.text' },
  }
  const PAGE = 'https://nahr.test/bayan-1'
  const [FORMER, LATTER] = [
    'بيان حول الجسر القديم في المدينة',
    'بيان حول إغلاق الجسر القديم',
  ] as const

  function show(world: SimulatedPublisher, title: string): void {
    const card = `<div class="card"><a href="${PAGE}">${title}</a></div>`
    world.pages.set(PAGES.url, { body: `<html><body>${card}</body></html>` })
    const text = `<div class="text"><p>${'يعلن مجلس النهر ما يلي. '.repeat(9)}</p></div>`
    world.pages.set(PAGE, { body: `<html><body><h1>${title}</h1>${text}</body></html>` })
  }

  async function retitled(): Promise<SimulatedPublisher> {
    const world = new SimulatedPublisher({ ...PUBLISHER, sources: [PAGES] })
    for (const title of [FORMER, LATTER]) {
      show(world, title)
      await world.poll(PAGES)
    }
    return world
  }

  const titles = (world: SimulatedPublisher) =>
    world.deliveries.flatMap(({ endpoint, message }) =>
      endpoint === 'desk' && message.kind === 'alert' ? [message.alert.statement.title] : [],
    )

  it('is no edit where the list shows both by turns, and its page is not read each time', async () => {
    const world = await retitled()
    const before = world.requests.filter((url) => url === PAGE).length
    for (let turn = 0; turn < 40; turn += 1) {
      show(world, turn % 2 === 0 ? FORMER : LATTER)
      await world.pass(HOUR / 2)
      await world.poll(PAGES)
    }
    expect(titles(world)).toEqual([LATTER])
    const rechecks = 4
    const read = world.requests.filter((url) => url === PAGE).length - before
    expect(read).toBeLessThanOrEqual(20 + rechecks)
  })

  it('is told when it has stood for six hours; its page is read twice', async () => {
    const world = await retitled()
    // The looks of the first day are over.
    await world.pass(30 * HOUR)
    const before = world.requests.filter((url) => url === PAGE).length
    show(world, FORMER)
    for (let turn = 0; turn < 16; turn += 1) {
      await world.poll(PAGES)
      await world.pass(HOUR / 2)
    }
    expect(titles(world)).toEqual([LATTER, FORMER])
    expect(world.requests.filter((url) => url === PAGE).length - before).toBe(2)
  })
})

describe('what is remembered of it', () => {
  const at = (hour: number) => new Date(hour * HOUR + 1).toISOString()
  const seen = (hour: number) => ({ hash: 'x', paged: false, listed: 'x', at: at(hour) })

  it('is longer waited for each time that the newer one came in between', () => {
    let returnings: Returnings = {}
    const waits: number[] = []
    for (let [times, hour] = [0, 0]; times < 5; times += 1) {
      const from = hour
      for (;;) {
        const found = afterReturn(returnings, 7, seen(hour))
        if (found.counts) break
        ;({ returnings } = found)
        hour += 1
      }
      waits.push(hour - from)
      returnings = afterCurrent(returnings, 7)
      hour += 1
    }
    expect(waits).toEqual([6, 24, 96, 168, 168])
  })

  it('is forgotten with its place in the listing; of a page, when pages are looked at no more', () => {
    const { returnings } = afterReturn({}, 7, seen(0))
    const page = afterReturn(returnings, 8, { ...seen(0), paged: true }).returnings
    expect(Object.keys(stillReturning(page, new Set([7]), HOUR))).toEqual(['7', '8'])
    expect(Object.keys(stillReturning(page, new Set(), HOUR))).toEqual(['8'])
    expect(Object.keys(stillReturning(page, new Set(), 15 * 24 * HOUR))).toEqual([])
  })

  it('has a listing read anew only when something in it has stood long enough', () => {
    const { returnings } = afterReturn({}, 7, seen(0))
    const listed = { x: 6, y: 7 }
    const ripe = [1, 5, 7].map((hour) => isRipe(returnings, listed, hour * HOUR))
    expect(ripe).toEqual([false, false, true])
    expect(isRipe(afterCurrent(returnings, 7), listed, 9 * HOUR)).toBe(false)
    expect(isRipe(returnings, { x: 6 }, 9 * HOUR)).toBe(false)
  })

  it('is no more than fifty', () => {
    let returnings: Returnings = {}
    for (let number = 1; number <= 80; number += 1)
      ({ returnings } = afterReturn(returnings, number, seen(0)))
    expect(Object.keys(returnings)).toHaveLength(50)
    expect(returnings[80]).toBeDefined()
  })
})

describe('what is remembered of them fits the source’s row', () => {
  const at = '2026-01-05T07:00:00Z'
  const seen = (hash: string, listed = '') => ({ hash, paged: true, listed, at })

  it('however long the titles are, and however many', () => {
    let kept: Returnings = {}
    for (let number = 1; number <= 80; number += 1)
      kept = afterReturn(kept, number, seen('old', '漢'.repeat(10_000))).returnings
    expect(Object.keys(kept)).toHaveLength(50)
    const bytes = new TextEncoder().encode(JSON.stringify(kept)).length
    expect(bytes, 'bytes, of the 2 MB of a row').toBeLessThan(100_000)
  })

  it('and what was refuted makes room for what stands again, be it of an older statement', () => {
    let kept: Returnings = {}
    for (let number = 101; number <= 150; number += 1)
      kept = afterCurrent(afterReturn(kept, number, seen('old')).returnings, number)
    kept = afterReturn(kept, 7, seen('former')).returnings
    expect(kept[7]?.hash).toBe('former')
    const later = { ...seen('former'), at: '2026-01-05T14:00:00Z' }
    expect(afterReturn(kept, 7, later).counts, 'it stood for hours').toBe(true)
  })
})
