import { requestsSeen, setPage } from '../workerd/internet.ts'
import type { StoredPage } from '../workerd/outbound.ts'
import type { Source } from '../../src/sources/source.ts'
import {
  type Item,
  RSS_TYPE,
  follow,
  pollOne,
  publisherObject,
  publisherWith,
  rss,
} from './desk-client.ts'

/** What a row of the fault table may do to one site, and ask of the object that polls it. */
export class FaultSite {
  readonly id: string
  readonly feed: string
  /** Statements and alerts after the first poll: what later polls add is counted from here. */
  #statements = 0
  #alerts = 0

  constructor(id: string, query = '') {
    this.id = id
    this.feed = `https://${id}.example/feed${query}`
  }

  /** The site's first good day, which is the baseline. */
  async begin(items: readonly Item[] = usual(), source: Partial<Source> = {}): Promise<void> {
    await this.list(items)
    await this.follow(source)
  }

  async follow(source: Partial<Source> = {}): Promise<void> {
    await follow(publisherWith(this.id, source))
    const { statements, totals } = await publisherObject(this.id).report()
    this.#statements = statements
    this.#alerts = totals.alerts
  }

  async list(items: readonly Item[], change = (xml: string) => xml): Promise<void> {
    await this.answer({ headers: RSS_TYPE, body: change(rss(items)) })
  }

  async answer(page: Partial<StoredPage>): Promise<void> {
    await setPage(this.feed, page)
  }

  /** Polls, and tells what came of it: `ok`, `unchanged`, or the reason of a refusal. */
  async poll(): Promise<string> {
    const { outcome, reason } = await pollOne(this.id)
    return reason ?? outcome
  }

  /** What the polls since the first one made. */
  async made(): Promise<{ statements: number; alerts: number; revised: number }> {
    const { statements, totals } = await publisherObject(this.id).report()
    return {
      statements: statements - this.#statements,
      alerts: totals.alerts - this.#alerts,
      revised: totals.changes['revised'] ?? 0,
    }
  }

  async report() {
    const report = await publisherObject(this.id).report()
    const [source] = report.sources
    if (source === undefined) throw new Error('there is no source')
    return { ...report, source }
  }

  async floods(): Promise<number> {
    return (await publisherObject(this.id).report()).floods.length
  }

  /** Requests for the listing and for pages, without those for robots.txt. */
  async requests(): Promise<string[]> {
    const all = await requestsSeen()
    return all.filter((one) => one.includes(`${this.id}.example`) && !one.endsWith('/robots.txt'))
  }

  async statement(number: number) {
    const kept = await publisherObject(this.id).statement(number)
    if (kept === undefined) throw new Error(`there is no statement ${number}`)
    return kept.statement
  }
}

export function item(n: number, more: Partial<Item> = {}): Item {
  return { n, title: `بيان رقم ${n} حول الأوضاع العامة`, text: `نص البيان رقم ${n}.`, ...more }
}

/** Ten statements, newest first. */
export function usual(count = 10): Item[] {
  return Array.from({ length: count }, (_, index) => item(count - index))
}

/** Lets the work happen so much later by every clock in this isolate. */
export async function later<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const now = Date.now
  Date.now = () => now() + ms
  try {
    return await work()
  } finally {
    Date.now = now
  }
}

/** A page for people, with a title and a heading. */
export function page(title: string, body = ''): Partial<StoredPage> {
  return {
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`,
  }
}
