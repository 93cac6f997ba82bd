import type { Delivery } from '../../src/deliveries/delivery.ts'
import type { Notice } from '../../src/deliveries/notice.ts'
import type { FrontNews } from '../../src/objects/front-news.ts'
import { doChores } from '../../src/objects/chores.ts'
import { forgivePause } from '../../src/objects/forgive-pause.ts'
import { HostTurns } from '../../src/objects/host-turns.ts'
import { drain } from '../../src/objects/publisher-drain.ts'
import { type PollReport, round } from '../../src/objects/publisher-round.ts'
import { readPages } from '../../src/objects/read-pages.ts'
import type { RoundWorld } from '../../src/objects/round-world.ts'
import { rebuildSome } from '../../src/objects/rebuild.ts'
import { PublisherState } from '../../src/objects/publisher-state.ts'
import type { TranslationJob } from '../../src/objects/translation-jobs.ts'
import { Published } from '../../src/platform/published.ts'
import { askedAddress } from '../../src/sources/asked-address.ts'
import type { GetAnswer } from '../../src/sources/get.ts'
import type { Publisher } from '../../src/sources/publisher.ts'
import type { Source } from '../../src/sources/source.ts'
import type { Refusal } from '../../src/sources/reading.ts'
import type { Watch } from '../../src/watches/watch.ts'
import { MemoryKv } from './memory-kv.ts'
import { NodeSql } from './node-sql.ts'
import { watchOf } from '../watches/ask.ts'

/** What an address answers. */
export interface Page {
  readonly status?: number
  readonly type?: string
  readonly body?: string
  /** Where the answer came from after redirects. */
  readonly landed?: string
  readonly retryAfter?: string
}

export const SOURCE: Source = {
  id: 'nahr-ar',
  language: 'ar',
  url: 'https://nahr.test/feed',
  kind: 'feed',
  interval: 300,
  paused: false,
}

export const ENGLISH_SOURCE: Source = {
  ...SOURCE,
  id: 'nahr-en',
  language: 'en',
  url: 'https://nahr.test/en/feed',
}

export const PUBLISHER: Publisher = {
  id: 'nahr',
  name: { ar: 'مجلس النهر', en: 'River Council' },
  site: 'https://nahr.test/',
  paused: false,
  sources: [SOURCE],
}

export const BILINGUAL: Publisher = { ...PUBLISHER, sources: [SOURCE, ENGLISH_SOURCE] }

const EVERYTHING: Watch = watchOf('بيان OR statement OR الجسر OR bridge', {
  id: 'all',
  name: 'all',
  changes: ['appeared', 'revised', 'withdrawn', 'restored', 'diverged'],
  endpoints: ['desk'],
})

/** Compiled watches are kept once a process under their version: other watches need another. */
let versions = 1

/**
 * A publisher's object without the runtime: its rounds, chores and drains as they are, over SQLite in
 * Node, a site in memory and a clock that is moved. What it told is written down.
 */
export class SimulatedPublisher {
  readonly pages = new Map<string, Page>()
  readonly sql = new NodeSql()
  readonly kv: MemoryKv
  readonly state: PublisherState
  readonly deliveries: Delivery[] = []
  readonly front: FrontNews[] = []
  readonly notices: Notice[] = []
  readonly forgotten: string[] = []
  readonly requests: string[] = []
  /** Statements handed to the translator. */
  readonly offered: TranslationJob[] = []
  /** As where public hubs are named in the settings. */
  ping: ((publisher: string) => Promise<void>) | undefined
  plan: 'free' | 'paid' = 'paid'
  /** What the front says that all objects wrote today. */
  kvWritesOfAll = 0
  now = Date.parse('2026-01-05T08:00:00.000Z')
  readonly publisher: Publisher
  readonly #watchVersion: string
  #hosts: HostTurns | undefined

  constructor(
    publisher: Publisher = PUBLISHER,
    watches: readonly Watch[] = [EVERYTHING],
    kv = new MemoryKv(),
  ) {
    this.publisher = publisher
    this.kv = kv
    this.state = new PublisherState(this.sql.sql)
    this.#watchVersion = watches[0] === EVERYTHING ? '1.x' : `${(versions += 1)}.y`
    this.state.watches.save(this.#watchVersion, [JSON.stringify(watches)])
    const authority = 'bayan.test,2026-01-01'
    const watchVersion = this.#watchVersion
    this.state.saveOrders({ version: 1, authority, publisher, watchVersion })
  }

  /** The object leaves memory: what it knew of hosts is what its rows tell. */
  restart(): void {
    this.#hosts = undefined
  }

  /** As the object has them, at hosts that it shares with nobody. */
  get hosts(): HostTurns {
    return (this.#hosts ??= new HostTurns({
      sharedHost: () => undefined,
      take: () => Promise.reject(new Error('no host is shared')),
      forgive: (host) => forgivePause(host, this.state, this.now),
      remembered: () =>
        this.publisher.sources.map((source) => {
          const known = this.state.source(source.id)
          return [askedAddress(source, known), known.pausedUntil] as const
        }),
      clock: () => this.now,
      sleep: () => Promise.resolve(),
      log: () => undefined,
    }))
  }

  world(): RoundWorld {
    return {
      publisher: this.publisher,
      watchVersion: this.#watchVersion,
      state: this.state,
      get: this.hosts.behind(({ url }) => Promise.resolve(this.#answer(url))),
      hosts: this.hosts,
      agent: 'bayan-test',
      authority: 'bayan.test,2026-01-01',
      pages: 5,
      ceiling: 0,
      transact: (work) => this.sql.transact(work),
      offer: async (_id, jobs) => void this.offered.push(...jobs),
      clock: () => this.now,
      chance: () => 0.5,
    }
  }

  #answer(url: string): GetAnswer | Refusal {
    this.requests.push(url)
    const page = this.pages.get(url)
    const { status = 200, body = '', type = 'text/html; charset=utf-8' } = page ?? { status: 404 }
    const headers = new Headers({ 'content-type': type })
    if (page?.retryAfter !== undefined) headers.set('retry-after', page.retryAfter)
    const bytes = new TextEncoder().encode(body)
    return { kind: 'answer', url: page?.landed ?? url, status, headers, bytes }
  }

  /** Polls one source, and tells what it owes. */
  async poll(source: Source = this.publisher.sources[0] ?? SOURCE): Promise<PollReport> {
    const report = await round(source, this.world())
    await this.tell()
    return report
  }

  /** Polls both languages, whose listings hold these. */
  async pollBoth(arabic: readonly Item[], english: readonly Item[]): Promise<void> {
    this.pages.set(SOURCE.url, feedPage(arabic))
    this.pages.set(ENGLISH_SOURCE.url, feedPage(english))
    await this.poll(SOURCE)
    await this.poll(ENGLISH_SOURCE)
  }

  async tell(): Promise<void> {
    // A snapshot waits a second for the one before.
    for (let turn = 0; turn < 200 && this.state.dues.next().owed <= this.now + 1_000; turn += 1) {
      this.now = Math.max(this.now, this.state.dues.next().owed)
      await drain({
        face: this.publisher,
        authority: 'bayan.test,2026-01-01',
        retired: false,
        state: this.state,
        neighbours: {
          published: new Published(this.kv.kv),
          deliver: async (_endpoint, deliveries) => void this.deliveries.push(...deliveries),
          hub: async () => undefined,
          ping: this.ping,
          note: async (notices) => void this.notices.push(...notices),
          forget: async (ids) => void this.forgotten.push(...ids),
          front: async (news) => {
            this.front.push(news)
            return this.kvWritesOfAll
          },
        },
        plan: this.plan,
        now: this.now,
        day: new Date(this.now).toISOString().slice(0, 10),
      })
    }
  }

  /** Makes the object's tables anew from what lies in KV. */
  async rebuild(kv = this.kv): Promise<void> {
    this.state.rebuild.begin()
    for (let run = 0; this.state.rebuild.load() !== undefined && run < 50; run += 1) {
      const transact = (work: () => void) => this.sql.transact(work)
      await rebuildSome(this.publisher.id, this.state, new Published(kv.kv), transact, this.now)
    }
  }

  /** Lets time go by, doing what falls due between polls. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms
    for (let turn = 0; turn < 1_000; turn += 1) {
      const { chore, page } = this.state.dues.next()
      const next = Math.min(chore, page)
      if (next > end) break
      this.now = Math.max(this.now, next)
      if (chore <= page) await doChores(this.world())
      else for (const source of this.publisher.sources) await readPages(source, this.world())
      await this.tell()
    }
    this.now = Math.max(this.now, end)
  }

  /** Ids of the alerts that were handed to the operator's endpoint. */
  alerts(): string[] {
    return this.deliveries.flatMap(({ endpoint, message }) =>
      endpoint === 'desk' && message.kind === 'alert' ? [message.alert.id] : [],
    )
  }
}

/** One item of a simulated feed. */
export interface Item {
  readonly slug: string
  readonly title: string
  readonly text: string
  readonly date?: string
  readonly guid?: string
}

export function feedPage(items: readonly Item[]): Page {
  const xml = items.map(({ slug, title, text, date, guid }) => {
    const published = date === undefined ? '' : `<pubDate>${new Date(date).toUTCString()}</pubDate>`
    return (
      `<item><title>${title}</title><link>https://nahr.test/${slug}</link>` +
      `<guid isPermaLink="false">${guid ?? slug}</guid>${published}` +
      `<content:encoded><![CDATA[<p>${text.replaceAll('\n', '</p><p>')}</p>]]></content:encoded></item>`
    )
  })
  const body = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title><link>https://nahr.test/</link><description>x</description>${xml.join('')}</channel></rss>`
  return { type: 'application/rss+xml; charset=utf-8', body }
}
