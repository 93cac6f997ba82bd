import { runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { parseSnapshot } from '../../src/feeds/parse-snapshot.ts'
import { BASE, OPERATOR } from '../workerd/call.ts'
import { resetInternet, setPage } from '../workerd/internet.ts'
import { RSS_TYPE, follow, pollOne, publisherObject, publisherWith } from './desk-client.ts'

const FEED = 'https://annals.example/feed'
interface Item {
  readonly n: number
  readonly date: string
  readonly text?: string
}

let version = 0

/** What the source says from now on. */
async function say(items: readonly Item[], feed = FEED): Promise<void> {
  const xml = items
    .map(
      ({ n, date, text = `نص البيان ${n}.` }) =>
        `<item><title>بيان ${n}</title><link>https://annals.example/${n}</link><guid isPermaLink="false">n-${n}</guid>` +
        `<pubDate>${new Date(date).toUTCString()}</pubDate><content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item>`,
    )
    .join('')
  version += 1
  await setPage(feed, {
    headers: { ...RSS_TYPE, etag: `"${version}"` },
    body: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title><link>https://annals.example/</link><description>x</description>${xml}</channel></rss>`,
  })
}

let ahead = 0

/** Moves the object's clock on, and lets its alarm ring until nothing more is due then. */
async function pass(ms: number, publisher = 'annals'): Promise<void> {
  ahead += ms
  await runInDurableObject(publisherObject(publisher), async (instance, state) => {
    const now = Date.now
    Date.now = () => now() + ahead
    try {
      for (let run = 0; run < 60; run++) {
        await instance.alarm()
        const { n } = state.storage.sql
          .exec<{ n: number }>(
            'SELECT (SELECT COUNT(*) FROM outbox) + (SELECT COUNT(*) FROM archives WHERE due <= ?) AS n',
            Date.now(),
          )
          .one()
        if (n === 0) return
        ahead += 1_100
      }
    } finally {
      Date.now = now
    }
    throw new Error('it never became quiet')
  })
}

async function archive(month: string) {
  const { value, metadata } = await env.PUBLISHED.getWithMetadata<{ closed?: boolean }>(
    `archive:annals:${month}`,
    'arrayBuffer',
  )
  const snapshot = value === null ? undefined : parseSnapshot(new Uint8Array(value))
  return {
    ids: snapshot?.entries.map(({ id }) => id),
    chain: snapshot?.chain,
    closed: metadata?.closed ?? false,
  }
}

async function get(path: string): Promise<Response> {
  return await exports.default.fetch(new Request(`${BASE}${path}`))
}

const MINUTE = 60_000
const DAY = 24 * 3_600_000
const FIRST = { n: 1, date: '2018-08-02T10:00:00Z' }
const SECOND = { n: 2, date: '2018-10-05T10:00:00Z' }
const THIRD = { n: 3, date: '2018-10-26T10:00:00Z' }

describe('the archive of a publisher', () => {
  beforeAll(async () => {
    await resetInternet()
    await say([THIRD, SECOND, FIRST])
    await follow(publisherWith('annals', { url: FEED, interval: 80_000 }))
    await pass(2 * MINUTE)
  })

  it('holds every statement in the month of its date, each month once', async () => {
    expect((await archive('2018-10')).ids).toEqual(['annals-3', 'annals-2'])
    expect((await archive('2018-08')).ids).toEqual(['annals-1'])
    expect((await archive('2018-09')).ids).toBeUndefined()
  })

  it('is a chain from the newest document to the first, which readers can follow', async () => {
    const seen: string[] = []
    let address: string | undefined = `${BASE}/feeds/annals/ar.atom`
    for (let step = 0; address !== undefined && step < 10; step++) {
      const xml: string = await (await get(address.slice(BASE.length))).text()
      seen.push(address.slice(BASE.length))
      address = /<link rel="prev-archive" href="([^"]+)"/.exec(xml)?.[1]
    }
    expect(seen).toEqual([
      '/feeds/annals/ar.atom',
      '/feeds/annals/ar/2018-10.atom',
      '/feeds/annals/ar/2018-08.atom',
    ])
  })

  it('closes a month when a later one begins, and keeps the newest open', async () => {
    expect(await archive('2018-08')).toMatchObject({
      closed: true,
      chain: { previous: null, next: '2018-10' },
    })
    expect(await archive('2018-10')).toMatchObject({
      closed: false,
      chain: { previous: '2018-08', next: null },
    })
    const closed = await get('/feeds/annals/both/2018-08.atom')
    expect(closed.headers.get('cache-control')).toContain('immutable')
  })

  it('is written again at most once a day', async () => {
    const fourth = { n: 4, date: '2018-10-30T10:00:00Z' }
    await say([fourth, THIRD, SECOND, FIRST])
    await pollOne('annals')
    await pass(5 * MINUTE)
    expect((await archive('2018-10')).ids).toEqual(['annals-3', 'annals-2'])
    await pass(DAY)
    expect((await archive('2018-10')).ids).toEqual(['annals-4', 'annals-3', 'annals-2'])
  })

  it('writes the month before once more when a new one begins: the link to it is new', async () => {
    const fifth = { n: 5, date: '2018-11-01T10:00:00Z' }
    await say([fifth, THIRD, SECOND, FIRST])
    await pollOne('annals')
    await pass(2 * DAY)
    expect((await archive('2018-11')).ids).toEqual(['annals-5'])
    expect(await archive('2018-10')).toMatchObject({ closed: true, chain: { next: '2018-11' } })
  })
})

describe('what is older than every snapshot', () => {
  const LONG = 'https://chronicle.example/feed'
  const COUNT = 62

  beforeAll(async () => {
    const dated = Array.from({ length: COUNT }, (_, at) => {
      const n = COUNT - at
      const text = n === 1 ? 'كلمة نادرة: الزمرد.' : `نص ${n}.`
      return { n, date: new Date(Date.UTC(2017, 0, n * 3)).toISOString(), text }
    })
    await say(dated, LONG)
    await follow(publisherWith('chronicle', { url: LONG, interval: 80_000 }))
    await pass(2 * MINUTE, 'chronicle')
    // Its alarm was set by the clock that was moved on.
    await vi.waitFor(async () => {
      await runInDurableObject(env.FRONT.getByName('front'), async (front) => await front.alarm())
      expect(await env.PUBLISHED.get('snapshot:all')).toContain('"chronicle":{"before":"2')
    }, 5_000)
  })

  it('is listed for whoever goes on, of all publishers', async () => {
    const dates: string[] = []
    let cursor: string | null = ''
    for (let page = 0; cursor !== null && page < 30; page += 1) {
      const response = await get(`/api/v1/statements?until=2018-01-01T00:00:00Z&cursor=${cursor}`)
      const answer = (await response.json()) as {
        items: { published: string }[]
        cursor: string | null
      }
      dates.push(...answer.items.map(({ published }) => published))
      cursor = answer.cursor
    }
    expect(dates).toHaveLength(COUNT)
    expect(dates).toEqual(dates.toSorted().toReversed())
  })

  it('is found by the search on the front page, and by a back-test', async () => {
    const rare = encodeURIComponent('الزمرد')
    const html = await (await get(`/?lang=en&publisher=chronicle&q=${rare}`)).text()
    expect(html).toContain('<mark>الزمرد</mark>')
    const tried = await exports.default.fetch(
      new Request(`${BASE}/api/v1/watches/try`, {
        method: 'POST',
        headers: OPERATOR,
        body: JSON.stringify({ query: 'الزمرد', days: 3_650, publishers: ['chronicle'] }),
      }),
    )
    expect(await tried.json()).toMatchObject({ count: 1, searched: COUNT, complete: true })
  })
})

describe('the feed of edits', () => {
  it('is empty before anything was edited', async () => {
    const { items } = (await (await get('/feeds/annals/edits.json')).json()) as { items: unknown[] }
    expect(items).toEqual([])
  })

  it('tells what went and what came, once an edit, and the statement stays where it was', async () => {
    await say([{ ...THIRD, text: 'نص البيان 3، بعد تصحيح.' }, SECOND, FIRST])
    await pollOne('annals')
    await pass(2_000)
    const edits = (await (await get('/feeds/annals/edits.json')).json()) as {
      items: { id: string; title: string; content_text: string; tags: string[] }[]
    }
    const [edit] = edits.items
    expect(edits.items).toHaveLength(1)
    expect(edit?.id).toMatch(/:annals-3\/edit\/2$/)
    expect(edit?.title).toBe('تعديل (صياغة): بيان 3')
    expect(edit?.content_text).toBe('قبل: نص البيان 3.\nبعد: نص البيان 3، بعد تصحيح.')
    expect(edit?.tags).toContain('معدل')
    const newest = (await (await get('/feeds/annals/ar.json')).json()) as {
      items: { _bayan: { statement: string } }[]
    }
    expect(newest.items.map(({ _bayan }) => _bayan.statement)).toEqual([
      'annals-5',
      'annals-4',
      'annals-3',
      'annals-2',
      'annals-1',
    ])
  })
})

describe('beside a feed', () => {
  const ask = async (path: string, init: RequestInit = {}) =>
    await exports.default.fetch(new Request(`${BASE}${path}`, init))

  it('stands a page for people, which leads back into the archive', async () => {
    const response = await ask('/feeds/annals/ar', { headers: { accept: 'text/html' } })
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const html = await response.text()
    expect(html).toContain(`<link rel="alternate" type="application/atom+xml" hreflang="ar"`)
    expect(html).toContain('href="/feeds/annals/ar/2018-11.atom"')
    for (const path of ['/feeds/annals/edits', '/feeds/all/withdrawn', '/feeds/all/both']) {
      expect((await ask(path)).status, path).toBe(200)
    }
  })

  it('a reader that asks the page for a feed is told where the feed is', async () => {
    const response = await ask('/feeds/annals/ar', { headers: { accept: 'application/atom+xml' } })
    expect(response.status).toBe(406)
    expect(response.headers.get('link')).toContain(`<${BASE}/feeds/annals/ar.atom>`)
  })

  it('nothing else stands', async () => {
    for (const path of [
      '/feeds/nobody/ar',
      '/feeds/annals/fr',
      '/feeds/annals/ar.xml',
      '/feeds/x',
    ]) {
      expect((await ask(path)).status, path).toBe(404)
    }
    const posted = await ask('/feeds/annals/ar.atom', { method: 'POST' })
    expect(posted.status).toBe(405)
    expect(posted.headers.get('allow')).toBe('GET, HEAD')
    expect((await ask('/feeds/annals/ar.atom?limit=x')).status).toBe(422)
  })

  it('every page announces feeds', async () => {
    for (const path of ['/', '/status', '/publishers/annals', '/statements/annals-1', '/nowhere']) {
      const html = await (await ask(path, { headers: { accept: 'text/html' } })).text()
      expect(html, path).toContain('<link rel="alternate" type="application/atom+xml"')
    }
  })
})
