import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/sources/source.ts'
import { PUBLISHER, SOURCE, SimulatedPublisher, feedPage } from './simulated-publisher.ts'

const MINUTE = 60_000
const HOUR = 3_600_000

const OTHER: Source = { ...SOURCE, id: 'nahr-en', language: 'en', url: 'https://nahr.test/en' }
const FAR: Source = { ...SOURCE, id: 'nahr-far', url: 'https://far.test/feed' }
const TIRED = { status: 429, retryAfter: '7200', body: 'slowly' }

const feed = (...slugs: readonly string[]) =>
  feedPage(
    slugs.map((slug, n) => ({
      slug,
      title: `بيان ${slug} حول الجسر`,
      text: `نص البيان ${slug}.`,
      date: `2026-01-05T0${7 - n}:00:00.000Z`,
    })),
  )

/** A feed whose entries have no text, so that each is read on its page. */
const titles = (count: number) => ({
  type: 'application/rss+xml',
  body: `<rss version="2.0"><channel><title>x</title>${Array.from(
    { length: count },
    (_, n) => `<item><title>بيان رقم ${n}</title><link>https://nahr.test/s/${n}</link></item>`,
  ).join('')}</channel></rss>`,
})

const page = {
  body: `<html><title>بيان</title><article><p>${'هذا نص البيان. '.repeat(30)}</p></article></html>`,
}

/** What the sites are asked by a poll of each source. */
async function polledAgain(world: SimulatedPublisher): Promise<string[]> {
  const before = world.requests.length
  for (const source of world.publisher.sources) await world.poll(source)
  return world.requests.slice(before)
}

describe('a page that answers 429 or 503 with Retry-After', () => {
  const sources = [SOURCE, OTHER, FAR]

  it.each([
    { because: 'at once', restart: false },
    { because: 'after a restart, from the row that was written anyway', restart: true },
  ])('holds its host, its listing and other sources there too: $because', async ({ restart }) => {
    const world = new SimulatedPublisher({ ...PUBLISHER, sources })
    world.pages.set(SOURCE.url, titles(3))
    world.pages.set(OTHER.url, feed('other'))
    world.pages.set(FAR.url, feed('far'))
    world.pages.set('https://nahr.test/s/0', { ...TIRED, status: 503 })
    world.pages.set('https://nahr.test/s/2', { ...TIRED, status: 503 })
    await world.poll(SOURCE)
    expect(world.requests.filter((url) => url.includes('/s/'))).toHaveLength(1)
    if (restart) world.restart()
    world.now += HOUR
    expect(await polledAgain(world), 'another host is asked').toEqual([FAR.url])
    world.now += 61 * MINUTE
    expect(await polledAgain(world)).toContain(SOURCE.url)
  })

  it('holds it where the page was left over by the poll before', async () => {
    const world = new SimulatedPublisher()
    world.pages.set(SOURCE.url, titles(8))
    for (let n = 0; n < 8; n++) world.pages.set(`https://nahr.test/s/${n}`, page)
    await world.poll()
    for (let n = 0; n < 8; n++) world.pages.set(`https://nahr.test/s/${n}`, TIRED)
    await world.pass(MINUTE)
    world.restart()
    expect(await polledAgain(world)).toEqual([])
  })

  it('holds it where it was looked at, since its listing shows it no more', async () => {
    const world = new SimulatedPublisher()
    world.pages.set(SOURCE.url, feed('three', 'two', 'one'))
    await world.poll()
    world.pages.set(SOURCE.url, feed('three', 'one'))
    await world.poll()
    world.pages.set('https://nahr.test/two', TIRED)
    await world.pass(6 * HOUR)
    expect(world.requests.at(-1)).toBe('https://nahr.test/two')
    world.restart()
    const kept = world.state.source(SOURCE.id).pausedUntil
    expect(kept).toBeGreaterThan(0)
    world.now = kept - MINUTE
    expect(await polledAgain(world)).toEqual([])
  })

  it('holds no host by a page that lies at another', async () => {
    const world = new SimulatedPublisher()
    const { body, type } = titles(1)
    world.pages.set(SOURCE.url, { type, body: body.replaceAll('nahr.test/s', 'pages.test/s') })
    world.pages.set('https://pages.test/s/0', TIRED)
    await world.poll()
    world.now += HOUR
    expect(await polledAgain(world)).toEqual([SOURCE.url])
  })
})
