import { env } from 'cloudflare:workers'
import type { Publisher } from '../../src/sources/publisher.ts'
import type { Source } from '../../src/sources/source.ts'
import type { ToldPoll } from '../../src/objects/tell-polls.ts'
import { setPage } from '../workerd/internet.ts'

export const desk = () => env.DESK.getByName('desk')
export const publisherObject = (id: string) => env.PUBLISHERS.getByName(id)
export const endpointObject = (id: string) => env.ENDPOINTS.getByName(id)

/** A publisher with one source, polled only when a test asks. */
export function publisherWith(id: string, source: Partial<Source> = {}): Publisher {
  return {
    id,
    name: { ar: 'جهة', en: 'Publisher' },
    site: `https://${id}.example/`,
    paused: false,
    sources: [
      {
        id: `${id}-ar`,
        language: 'ar',
        url: `https://${id}.example/feed`,
        kind: 'feed',
        interval: 86_400,
        paused: false,
        ...source,
      },
    ],
  }
}

/** Saves a publisher and lets its first poll, which saving makes due, go by. */
export async function follow(publisher: Publisher): Promise<void> {
  const saved = await desk().savePublisher(publisher)
  if (saved.kind === 'refused') throw new Error(saved.message.en)
  await publisherObject(publisher.id).pollNow()
}

export async function pollOne(id: string): Promise<ToldPoll> {
  const [report] = await publisherObject(id).pollNow()
  if (report === undefined) throw new Error('nothing was polled')
  return report
}

/** One item of an RSS feed with its whole text. */
export interface Item {
  readonly n: number
  readonly title: string
  readonly text: string
}

export function rss(items: readonly Item[]): string {
  const xml = items
    .map(
      ({ n, title, text }) =>
        `<item><title>${title}</title><link>https://s.example/${n}</link><guid isPermaLink="false">id-${n}</guid>` +
        `<pubDate>Mon, 26 Nov 2018 10:00:${String(n % 60).padStart(2, '0')} GMT</pubDate>` +
        `<content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item>`,
    )
    .join('')
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title><link>https://s.example/</link><description>x</description>${xml}</channel></rss>`
}

export const RSS_TYPE = { 'content-type': 'application/rss+xml; charset=utf-8' }

/** What the feed of a publisher of `publisherWith` lists from now on. */
export async function publish(id: string, items: readonly Item[]): Promise<void> {
  await setPage(`https://${id}.example/feed`, { headers: RSS_TYPE, body: rss(items) })
}
