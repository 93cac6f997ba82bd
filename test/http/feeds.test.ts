import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { buildSnapshot } from '../../src/feeds/build-snapshot.ts'
import { prepareEntry } from '../../src/feeds/prepare-entry.ts'
import { serveFeed } from '../../src/http/feeds.ts'
import { feedWanted } from '../../src/http/feed-wanted.ts'
import type { BayanEnv } from '../../src/platform/env.ts'
import type { SnapshotNote } from '../../src/platform/published.ts'
import { NAHR, SAHL, statement } from '../feeds/sample.ts'
import { all, readStrictXml } from '../feeds/strict-xml.ts'

const BASE = 'https://bayan.test'
const NOTE: SnapshotNote = {
  hash: '0123',
  updated: '2026-11-20T10:00:00.500Z',
  authority: 'bayan.test,2026-11-17',
}
const statements = [
  statement({ id: 'nahr-3', tag: 'tag:3', title: 'الجسر والمرفأ' }),
  statement({ id: 'nahr-2', tag: 'tag:2', language: 'en' }),
  statement({ id: 'nahr-1', tag: 'tag:1', html: '<p>عن الحقول.</p>', title: 'الحقول' }),
]
const snapshot = buildSnapshot({
  of: 'nahr',
  publishers: { nahr: NAHR, sahl: SAHL },
  entries: statements.map(prepareEntry),
  updated: NOTE.updated,
  edits: buildSnapshot({
    of: 'nahr',
    publishers: { nahr: NAHR },
    entries: [prepareEntry(statement({ id: 'nahr-1.2', tag: 'tag:1.2', revision: 2 }))],
    updated: NOTE.updated,
  }),
})

interface World {
  readonly env: BayanEnv
  readonly reads: string[]
  readonly bodies: { read: number; cancelled: number }
}

/** A namespace that counts what is read of it. */
function world(note: Partial<SnapshotNote> = {}): World {
  const reads: string[] = []
  const bodies = { read: 0, cancelled: 0 }
  const getWithMetadata = (key: string) => {
    reads.push(key)
    if (!['snapshot:nahr', 'snapshot:all', 'archive:nahr:2026-10'].includes(key))
      return Promise.resolve({ value: null, metadata: null })
    const value = new ReadableStream(
      {
        pull(controller) {
          bodies.read += 1
          controller.enqueue(snapshot)
          controller.close()
        },
        cancel() {
          bodies.cancelled += 1
        },
      },
      { highWaterMark: 0 },
    )
    return Promise.resolve({ value, metadata: { ...NOTE, ...note } })
  }
  return {
    env: { BASE_URL: BASE, PUBLISHED: { getWithMetadata } } as unknown as BayanEnv,
    reads,
    bodies,
  }
}

async function get(
  path: string,
  init: RequestInit = {},
  { env } = world({ hash: path }),
): Promise<Response> {
  const url = `https://another-host.test${path}`
  const wanted = feedWanted(url, BASE)
  if (wanted === undefined || !('self' in wanted)) throw new Error(`${path} is no feed`)
  return await serveFeed(new Request(url, init), env, wanted)
}

const titles = async (response: Response) =>
  all(readStrictXml(await response.text()), 'entry').map(
    ({ children }) => children.find(({ name }) => name === 'title')?.text,
  )

describe('which addresses are feeds', () => {
  it.each([
    '/feeds/nahr/ar.rss',
    '/feeds/all/both.json',
    '/feeds/nahr/edits.atom',
    '/feeds/all/withdrawn.atom',
    '/feeds/nahr/en/2026-10.atom',
    '/feeds/search.atom?q=word',
    `/feeds/watch/bridges.${'0a'.repeat(16)}.rss`,
  ])('%s is one', (path) => {
    expect(feedWanted(BASE + path, BASE)).toHaveProperty('self', BASE + path)
  })

  it.each([
    { because: 'there is no such language', path: '/feeds/nahr/fr.rss' },
    { because: 'there is no such format', path: '/feeds/nahr/ar.xml' },
    { because: 'there is no such month', path: '/feeds/nahr/ar/2026-13.atom' },
    { because: 'a key has 32 digits', path: '/feeds/watch/bridges.0a.rss' },
    { because: 'a path is no slug', path: '/feeds/%D8%AC/ar.rss' },
    { because: 'it is a page', path: '/feeds/nahr/ar' },
    { because: 'edits belong to one publisher', path: '/feeds/all/edits.rss' },
  ])('$path is none: $because', ({ path }) => {
    expect(feedWanted(BASE + path, BASE)).toBeUndefined()
  })

  it.each([
    { path: '/feeds/nahr/ar.rss?limit=0', field: 'limit' },
    { path: '/feeds/nahr/ar.rss?limit=101', field: 'limit' },
    { path: '/feeds/nahr/ar.rss?limit=ten', field: 'limit' },
    { path: '/feeds/nahr/ar.rss?full=no', field: 'full' },
    { path: '/feeds/nahr/ar.atom?tombstones=yes', field: 'tombstones' },
    { path: '/feeds/nahr/ar.rss?tombstones=1', field: 'tombstones' },
    { path: '/feeds/nahr/ar.json?tombstones=1', field: 'tombstones' },
    { path: '/feeds/search.rss', field: 'q' },
    { path: '/feeds/search.rss?q=%20', field: 'q' },
    { path: `/feeds/search.rss?q=${'x'.repeat(1_001)}`, field: 'q' },
    { path: '/feeds/search.rss?q=(word', field: 'q' },
    { path: '/feeds/search.rss?q=word&publisher=A', field: 'publisher' },
    { path: '/feeds/search.rss?q=word&language=fr', field: 'language' },
  ])('$path is refused, and told why', ({ path, field }) => {
    const refused = feedWanted(BASE + path, BASE)
    expect(refused).toHaveLength(1)
    expect(refused).toMatchObject([{ field }])
  })

  it('says its own address from the configuration, in one order, without what says nothing', () => {
    const url =
      'http://127.0.0.1:1/feeds/search.atom?utm_source=x&full=0&limit=07&language=ar&q=%20red%20%20roof'
    expect(feedWanted(url, BASE)).toHaveProperty(
      'self',
      `${BASE}/feeds/search.atom?q=red+roof&language=ar&limit=7&full=0`,
    )
  })
})

describe('what a feed client is answered', () => {
  it('has all that it needs to come back cheaply', async () => {
    const { headers } = await get('/feeds/nahr/ar.atom')
    expect(Object.fromEntries(headers)).toMatchObject({
      etag: `W/"/feeds/nahr/ar.atom-3-${BASE}/feeds/nahr/ar.atom"`,
      'last-modified': 'Fri, 20 Nov 2026 10:00:00 GMT',
      'cache-control': 'public, max-age=60, s-maxage=60, stale-while-revalidate=300',
      'content-type': 'application/atom+xml; charset=utf-8',
      vary: 'accept-encoding',
      link: `<${BASE}/feeds/nahr/ar.atom>; rel="self", <${BASE}/websub>; rel="hub"`,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'cache-tag': 'feeds,feeds-nahr',
    })
  })

  it('costs one read of KV, and a 304 none of its body', async () => {
    const here = world()
    const { headers } = await get('/feeds/nahr/ar.atom', {}, here)
    const etag = headers.get('etag') ?? ''
    here.bodies.read = 0
    const again = await get('/feeds/nahr/ar.atom', { headers: { 'if-none-match': etag } }, here)
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('etag')).toBe(etag)
    expect(again.headers.get('vary')).toBe('accept-encoding')
    expect(here.reads).toEqual(['snapshot:nahr', 'snapshot:nahr'])
    expect(here.bodies).toEqual({ read: 0, cancelled: 1 })
  })

  it('to HEAD is the same without a body', async () => {
    const head = await get('/feeds/nahr/ar.rss', { method: 'HEAD' })
    const full = await get('/feeds/nahr/ar.rss')
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(full.headers))
    expect(await head.text()).toBe('')
  })

  it('gives each question an ETag of its own', async () => {
    const here = world()
    const paths = ['', '?limit=1', '?full=0', '?limit=1&full=0', '?tombstones=1'].map(
      (q) => `/feeds/nahr/ar.atom${q}`,
    )
    const tags = await Promise.all(
      ['/feeds/nahr/ar.rss', ...paths].map(async (path) =>
        (await get(path, {}, here)).headers.get('etag'),
      ),
    )
    expect(new Set(tags).size).toBe(6)
  })

  it('names no hub where the address is no topic', async () => {
    for (const path of ['/feeds/nahr/ar.atom?limit=1', '/feeds/search.atom?q=%D8%AC%D8%B3%D8%B1']) {
      const response = await get(path)
      expect(response.headers.get('link'), path).not.toContain('hub')
      expect(await response.text(), path).not.toContain('rel="hub"')
    }
  })

  it.each([
    { accepts: 'gzip, br', packed: true },
    { accepts: 'deflate, gzip;q=0.5', packed: true },
    { accepts: 'br', packed: false },
    { accepts: 'gzip;q=0', packed: false },
    { accepts: 'gzip;q=0.0, identity', packed: false },
  ])('is compressed from the second time on for $accepts: $packed', async ({ accepts, packed }) => {
    const here = world({ hash: `gzip ${accepts}` })
    const ask = () => get('/feeds/nahr/ar.atom', { headers: { 'accept-encoding': accepts } }, here)
    const plain = await ask()
    expect(plain.headers.get('content-encoding')).toBeNull()
    const text = await plain.text()
    for (let time = 0; time < 2; time++) {
      const again = await ask()
      expect(again.headers.get('content-encoding')).toBe(packed ? 'gzip' : null)
      expect(again.headers.get('etag')).toBe(plain.headers.get('etag'))
      const bytes = new Uint8Array(await again.arrayBuffer())
      expect(new TextDecoder().decode(packed ? gunzipSync(bytes) : bytes)).toBe(text)
    }
  })

  it('leaves RSS to the edge, which compresses it better', async () => {
    const here = world({ hash: 'edge' })
    const headers = { 'accept-encoding': 'gzip', 'cf-ray': '1-AMM' }
    const encoding = async (path: string) => {
      await get(path, { headers }, here)
      return (await get(path, { headers }, here)).headers.get('content-encoding')
    }
    expect(await encoding('/feeds/nahr/ar.rss')).toBeNull()
    expect(await encoding('/feeds/nahr/ar.atom')).toBe('gzip')
    expect(await encoding('/feeds/nahr/ar.json')).toBe('gzip')
  })

  it('is 410 for a publisher that was deleted, and may be kept', async () => {
    const here = world({ retired: true })
    const response = await get('/feeds/nahr/ar.rss', {}, here)
    expect(response.status).toBe(410)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600')
  })

  it('is 404 where nothing was published', async () => {
    expect((await get('/feeds/nobody/ar.rss')).status).toBe(404)
  })

  it('is kept for long once a month is over', async () => {
    const open = await get('/feeds/nahr/ar/2026-10.atom')
    expect(open.headers.get('cache-control')).toContain('max-age=60,')
    const closed = await get('/feeds/nahr/ar/2026-10.atom', {}, world({ closed: true }))
    expect(closed.headers.get('cache-control')).toContain('immutable')
  })
})

describe('what a feed holds', () => {
  it('is as much as was asked for', async () => {
    expect(await titles(await get('/feeds/nahr/ar.atom?limit=1'))).toEqual(['الجسر والمرفأ'])
    expect(await (await get('/feeds/nahr/ar.atom?full=0')).text()).not.toContain('<content')
  })

  it('is one edit an entry, in the feed of edits', async () => {
    const json = await (await get('/feeds/nahr/edits.json')).json()
    expect(json).toMatchObject({ title: 'تعديلات: مجلس النهر | Edits: River Council' })
    expect((json as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual(['tag:1.2'])
  })

  it('is what the question finds, in a search', async () => {
    const found = async (query: string) => await titles(await get(`/feeds/search.atom?${query}`))
    const word = encodeURIComponent('الجسر')
    expect(await found(`q=${word}&publisher=nahr`)).toEqual(['الجسر والمرفأ'])
    expect(await found('q=bridge')).toEqual(['Statement on the old bridge'])
    expect(await found('q=bridge&language=ar')).toEqual([])
  })

  it('of a search is bounded: what nobody asked before is refused after sixty a minute', async () => {
    const statuses = new Set<number>()
    let refused: Response | undefined
    for (let n = 0; n < 130; n++) {
      const response = await get(`/feeds/search.json?q=word${n}`, {}, world({ hash: 'many' }))
      statuses.add(response.status)
      if (response.status === 429) refused = response
    }
    expect(statuses).toEqual(new Set([200, 429]))
    expect(refused?.headers.get('retry-after')).toBe('60')
    const before = await get('/feeds/search.json?q=word0', {}, world({ hash: 'many' }))
    expect(before.status).toBe(200)
  })
})
