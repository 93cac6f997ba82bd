import { describe, expect, it } from 'vitest'
import { parseSnapshot } from '../../src/feeds/parse-snapshot.ts'
import { reportOf } from '../../src/objects/publisher-report.ts'
import type { Source } from '../../src/sources/source.ts'
import { followsVisits } from '../../src/statements/visit-date.ts'
import { PUBLISHER, SOURCE, SimulatedPublisher } from './simulated-publisher.ts'

const HOUR = 3_600_000
const PAGES: Source = {
  ...SOURCE,
  url: 'https://nahr.test/list',
  kind: 'html',
  selectors: { item: '.card', body: '.text' },
}
const TEXT = 'يعلن مجلس النهر أن ترميم الجسر القديم انتهى، ويشكر كل من عمل فيه من أهل المدينة. '

/** A site whose statements' pages show a date that `dateAt` gives for the time of the look. */
class DatedSite {
  readonly world: SimulatedPublisher
  readonly #dateAt: (n: number, now: number) => number
  readonly #texts = new Map<number, string>()

  constructor(dateAt: (n: number, now: number) => number, source = PAGES) {
    this.world = new SimulatedPublisher({ ...PUBLISHER, sources: [source] })
    this.#dateAt = dateAt
  }

  show(numbers: readonly number[]): void {
    const cards = numbers.map(
      (n) => `<div class="card"><a href="/p/${n}">بيان رقم ${n} حول الجسر القديم</a></div>`,
    )
    this.world.pages.set(PAGES.url, { body: `<html><body>${cards.join('')}</body></html>` })
    for (const n of numbers) {
      const day = new Date(this.#dateAt(n, this.world.now)).toISOString().slice(0, 10)
      const text = this.#texts.get(n) ?? `${TEXT.repeat(3)} ${n}`
      const body = `<html><body><h1>x</h1><time class="entry-date" datetime="${day}">x</time><div class="text"><p>${text}</p></div></body></html>`
      this.world.pages.set(`https://nahr.test/p/${n}`, { body })
    }
  }

  edit(n: number, text: string): void {
    this.#texts.set(n, text)
  }

  async days(count: number, numbers: readonly number[]): Promise<void> {
    for (let half = 0; half < count * 2; half += 1) {
      this.show(numbers)
      await this.world.pass(12 * HOUR)
      await this.world.poll(PAGES)
    }
  }

  published(n: number): string | null | undefined {
    return this.world.state.statements.load(n)?.statement.published
  }

  notes(): string {
    return JSON.stringify(reportOf(this.world.state, new Date(this.world.now)).sources)
  }
}

describe('a date that goes along with its visitors', () => {
  it('is taken from the statement, tells nobody, and is not taken again', async () => {
    const site = new DatedSite((_n, now) => now)
    site.show([1])
    await site.world.poll(PAGES)
    expect(site.published(1), 'one look cannot tell').toBe('2026-01-05T00:00:00.000Z')
    const alerts = site.world.alerts().length
    await site.days(3, [1])
    expect(site.published(1)).toBeNull()
    expect(site.world.state.statements.load(1)?.statement.revision).toBe(1)
    expect(site.world.alerts()).toHaveLength(alerts)
    expect(site.notes()).toContain('selectors.articleDate')
    await site.days(1, [2, 1])
    expect(site.published(2), 'the next one has no date at all').toBeNull()
    expect(site.world.front.at(-1)).toBeDefined()
  })

  it('leaves the month that it named, and that month is written without it', async () => {
    const site = new DatedSite((_n, now) => now - 9 * HOUR)
    site.world.now = Date.parse('2026-02-01T08:00:00Z')
    const kept = () => [...site.world.kv.kept.keys()].filter((key) => key.startsWith('archive:'))
    const months = () => {
      const { dates } = site.world.state.statements
      return [dates.numbersOf('2026-01'), dates.numbersOf('2026-02')]
    }
    site.show([1])
    await site.world.poll(PAGES)
    site.world.now += 2 * 60_000
    await site.world.tell()
    expect([site.published(1)?.slice(0, 7), months(), kept()]).toEqual([
      '2026-01',
      [[1], []],
      ['archive:nahr:2026-01'],
    ])
    await site.days(4, [1])
    expect([site.published(1), months()]).toEqual([null, [[], [1]]])
    const january = site.world.kv.kept.get('archive:nahr:2026-01')?.value
    expect(january && parseSnapshot(january)?.entries).toEqual([])
  })

  it('is the publisher\u2019s where it stands still', async () => {
    const site = new DatedSite(() => Date.parse('2026-01-05'))
    site.show([1])
    await site.world.poll(PAGES)
    await site.days(8, [1])
    expect(site.published(1)).toBe('2026-01-05T00:00:00.000Z')
    expect(site.notes()).not.toContain('selectors.articleDate')
  })

  it('may be the day of an edit where the text moved with it', async () => {
    const site = new DatedSite((_n, now) => now)
    site.show([1])
    await site.world.poll(PAGES)
    await site.world.pass(20 * HOUR)
    for (let day = 0; day < 3; day += 1) {
      site.edit(1, `${TEXT.repeat(3)} تعديل ${day}`)
      site.show([1])
      await site.world.pass(24 * HOUR)
    }
    expect(site.published(1)).toBe('2026-01-05T00:00:00.000Z')
  })

  it('is believed where the operator named its place', async () => {
    const named = { ...PAGES, selectors: { item: '.card', body: '.text', articleDate: 'time' } }
    const site = new DatedSite((_n, now) => now, named)
    site.world.state.saveSource(
      named.id,
      { ...site.world.state.source(named.id), datedByVisit: true },
      '2026-01-05',
    )
    site.show([1])
    await site.world.poll(named)
    expect(site.published(1)).toBe('2026-01-05T00:00:00.000Z')
  })
})

it.each([
  { because: 'no date, no visit', published: null, at: '2026-01-09', follows: false },
  {
    because: 'the hours of one day prove nothing',
    published: '2026-01-05',
    at: '2026-01-05',
    follows: false,
  },
  {
    because: 'an old day is the publisher\u2019s',
    published: '2026-01-06',
    at: '2026-01-09',
    follows: false,
  },
  {
    because: 'today again, four days later',
    published: '2026-01-09',
    at: '2026-01-09',
    follows: true,
  },
  {
    because: 'yesterday there is today here',
    published: '2026-01-08',
    at: '2026-01-09',
    follows: true,
  },
])('$because', ({ published, at, follows }) => {
  const first = { published: '2026-01-05', at: '2026-01-05T10:00:00Z' }
  expect(followsVisits(first, { published, at: `${at}T12:00:00Z` })).toBe(follows)
})
