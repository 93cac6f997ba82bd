import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/sources/source.ts'
import {
  type Item,
  PUBLISHER,
  SOURCE,
  SimulatedPublisher,
  feedPage,
} from './simulated-publisher.ts'

const DAY = 86_400_000
const TEXT = 'يعلن مجلس النهر أن ترميم الجسر القديم انتهى، ويشكر كل من عمل فيه من أهل المدينة. '

describe('a site of pages that changes its addresses', () => {
  const PAGES: Source = {
    ...SOURCE,
    url: 'https://nahr.test/list',
    kind: 'html',
    selectors: { item: '.card', date: 'time', body: '.text' },
  }

  function show(world: SimulatedPublisher, path: string, titles: readonly string[], day: string) {
    const cards = titles.map(
      (title, n) =>
        `<div class="card"><a href="/${path}/${n}">${title}</a><time datetime="${day}">x</time></div>`,
    )
    world.pages.set(PAGES.url, { body: `<html><body>${cards.join('')}</body></html>` })
    for (const [n, title] of titles.entries()) {
      const body = `<html><body><h1>${title}</h1><div class="text"><p>${TEXT.repeat(3)} ${n}</p></div></body></html>`
      world.pages.set(`https://nahr.test/${path}/${n}`, { body })
    }
  }

  it('is known by the new ones from then on, whatever becomes of titles and dates', async () => {
    const world = new SimulatedPublisher({ ...PUBLISHER, sources: [PAGES] })
    const titles = ['بيان المجلس حول الجسر القديم في المدينة', 'بيان المجلس حول الميناء الجديد']
    show(world, 'news', titles, '2026-01-02')
    await world.poll(PAGES)
    // Known again by title and date.
    show(world, 'ar/archive', titles, '2026-01-02')
    await world.poll(PAGES)
    const edited = titles.map((title) => `${title} (محدث)`)
    show(world, 'ar/archive', edited, '2026-02-01')
    await world.pass(30 * DAY)
    await world.poll(PAGES)
    expect(world.state.totals.statements()).toBe(2)
    expect(world.alerts().filter((id) => id.endsWith('/appeared'))).toEqual([])
  })
})

describe('an older statement that nobody knew', () => {
  const item = (n: number): Item => ({
    slug: `bayan-${n}`,
    title: `بيان رقم ${n} حول الجسر`,
    text: `نص البيان رقم ${n} وفيه كلام عن الجسر.`,
    date: new Date(Date.parse('2026-01-01T00:00:00Z') + n * 3_600_000).toISOString(),
  })
  const list = (world: SimulatedPublisher, numbers: readonly number[]) =>
    world.pages.set(SOURCE.url, feedPage(numbers.map(item)))

  it.each([
    [[8, 7, 5, 4, 3], [], 'it slides in where another was deleted'],
    [[9, 8, 7, 5, 4], ['nahr-6'], 'only what is new is told, above'],
    [[8, 7, 6, 5, 4, 3], ['nahr-6'], 'nothing left: it was put there, under an old date'],
    [[3, 8, 7, 5, 4], ['nahr-6'], 'it was put on top'],
  ])('in %j: told %j, because %s', async (numbers, told, _because) => {
    const world = new SimulatedPublisher()
    list(world, [8, 7, 6, 5, 4])
    await world.poll()
    list(world, numbers)
    await world.poll()
    await world.poll()
    expect(world.alerts().map((id) => id.split('/')[1])).toEqual(told)
  })

  it('is news where it was published after the source began to be watched', async () => {
    const world = new SimulatedPublisher()
    list(world, [8, 7, 6, 5, 4])
    await world.poll()
    const later = [303, 302, 301].map((n) => item(n))
    world.now = Date.parse('2026-01-14T00:00:00Z')
    world.pages.set(SOURCE.url, feedPage([later[0]!, later[2]!, ...[8, 7, 6].map(item)]))
    await world.poll()
    world.pages.set(SOURCE.url, feedPage([later[0]!, later[2]!, later[1]!]))
    await world.poll()
    expect(world.alerts()).toHaveLength(3)
  })
})
