import { describe, expect, it } from 'vitest'
import type { GetAnswer, GetRequest } from '../../src/sources/get.ts'
import { NOTHING_REMEMBERED, type PollMemory, openDocument, poll } from '../../src/sources/poll.ts'
import { ITEM, rss, sourceWith } from './documents.ts'

const SOURCE = sourceWith({ kind: 'feed' })
const FEED = rss(ITEM)

interface Given {
  readonly status?: number
  readonly url?: string
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly moved?: boolean
}

/** One poll against one answer, and the request that it made. */
async function pollWith(given: Given, memory: Partial<PollMemory> = {}, source = SOURCE) {
  const asked: GetRequest[] = []
  const get = (request: GetRequest): Promise<GetAnswer> => {
    asked.push(request)
    const { status = 200, url = request.url, body = FEED, moved } = given
    const headers = new Headers({ 'content-type': 'application/rss+xml', ...given.headers })
    const bytes = new TextEncoder().encode(body)
    return Promise.resolve({
      kind: 'answer',
      url,
      status,
      headers,
      bytes,
      ...(moved === true ? { moved } : {}),
    })
  }
  const outcome = await poll(source, { ...NOTHING_REMEMBERED, ...memory }, get, 'Bayan')
  return { outcome, request: asked[0]! }
}

const kept = { etag: 'W/"odd"; \\"', lastModified: 'Thu, 19 Nov 2026 10:00:00 GMT', bodyHash: 'x' }

describe('an index', () => {
  const INDEX = `<sitemapindex><sitemap><loc>https://majlis.example/posts.xml</loc></sitemap></sitemapindex>`
  const posts = (...pages: string[]) =>
    `<urlset>${pages.map((one) => `<url><loc>https://majlis.example/${one}</loc></url>`).join('')}</urlset>`
  const source = sourceWith({ kind: 'sitemap', url: 'https://majlis.example/index.xml' })

  /** A site whose index has an ETag of its own, and that answers 304 to the right one of its sitemap. */
  async function look(body: string, etag: string, memory: Partial<PollMemory> = {}) {
    const asked: string[] = []
    const get = ({ url, headers }: GetRequest): Promise<GetAnswer> => {
      asked.push(`${new URL(url).pathname} ${headers['if-none-match'] ?? '-'}`)
      const isIndex = url.endsWith('index.xml')
      const own = isIndex ? '"index"' : etag
      const is304 = headers['if-none-match'] === own
      return Promise.resolve({
        kind: 'answer',
        url,
        status: is304 ? 304 : 200,
        headers: new Headers({ 'content-type': 'application/xml', etag: own }),
        bytes: new TextEncoder().encode(is304 ? '' : isIndex ? INDEX : body),
      })
    }
    const before = { ...NOTHING_REMEMBERED, conditional: true, ...memory }
    return { outcome: await poll(source, before, get, 'Bayan'), asked }
  }

  it('is asked whole, and the sitemap that it leads to conditionally', async () => {
    const first = await look(posts('a'), '"1"')
    expect(first.asked).toEqual(['/index.xml -', '/posts.xml -'])
    if (first.outcome.kind !== 'ok') throw new Error('the first look is good')
    const { validators } = first.outcome
    const again = await look(posts('a'), '"1"', { validators })
    expect(again.asked).toEqual(['/index.xml -', '/posts.xml "1"'])
    expect(again.outcome).toMatchObject({ kind: 'unchanged', full: false, validators })
    const same = await look(posts('a'), '"2"', { validators })
    expect(same.outcome).toMatchObject({ kind: 'unchanged', full: true })
    const more = await look(posts('a', 'b'), '"2"', { validators })
    expect(more.outcome.kind === 'ok' && more.outcome.entries).toHaveLength(2)
  })
})

describe('a file where a page was expected', () => {
  const open = (bytes: readonly number[], type: string) =>
    openDocument({
      kind: 'answer',
      url: 'https://majlis.example/statement',
      status: 200,
      headers: new Headers(type === '' ? {} : { 'content-type': type }),
      bytes: Uint8Array.from(bytes),
    })
  const BINARY = [0xe2, 0xe3, 0xcf, 0xd3, 0x80, 0xff, 0x81, 0xfe]
  const PDF = [...new TextEncoder().encode('%PDF-1.4\n'), ...BINARY]

  it.each([
    { because: 'a PDF that says so', bytes: PDF, type: 'application/pdf', what: 'application/pdf' },
    { because: 'a PDF that does not', bytes: PDF, type: '', what: 'application/pdf' },
    { because: 'a picture', bytes: BINARY, type: 'image/jpeg', what: 'image/jpeg' },
  ])('is named as what it is: $because', ({ bytes, type, what }) => {
    const told = {
      reason: 'not-a-listing',
      detail: ['file', what],
    }
    expect(open(bytes, type)).toMatchObject(told)
  })

  it('is not what wrong letters in a page are', () => {
    expect(open(BINARY, 'text/html; charset=utf-8')).toMatchObject({ reason: 'charset' })
  })
})

describe('validators', () => {
  it('go back byte for byte', async () => {
    const { request } = await pollWith({}, { validators: kept, conditional: true })
    expect(request.headers).toMatchObject({
      'if-none-match': kept.etag,
      'if-modified-since': kept.lastModified,
    })
  })

  it('stay at home on the daily look', async () => {
    const { request } = await pollWith({}, { validators: kept, conditional: false })
    expect(request.headers).not.toHaveProperty('if-none-match')
    expect(request.headers).not.toHaveProperty('if-modified-since')
  })

  it.each([
    {
      because: 'sent in the very second: another statement may follow in it',
      modified: 'Fri, 20 Nov 2026 10:00:00 GMT',
      kept: false,
    },
    { because: 'in the future', modified: 'Tue, 01 Jan 2041 00:00:00 GMT', kept: false },
    { because: 'a second older', modified: 'Fri, 20 Nov 2026 09:59:59 GMT', kept: true },
    { because: 'no date at all goes back as it came', modified: 'yesterday', kept: true },
  ])('Last-Modified, $because', async ({ modified, kept: isKept }) => {
    const headers = { 'last-modified': modified, date: 'Fri, 20 Nov 2026 10:00:00 GMT' }
    const { outcome } = await pollWith({ headers })
    expect(outcome.kind === 'ok' && outcome.validators.lastModified).toBe(
      isKept ? modified : undefined,
    )
  })

  it.each([
    ['"a"', 'plain'],
    ['"a-gzip"', 'suffixed by a proxy'],
    ['no-quotes', 'without quotes'],
    ['x'.repeat(5_000), 'of 5 kB: not kept'],
  ])('an ETag %s', async (etag) => {
    const { outcome } = await pollWith({ headers: { etag } })
    expect(outcome.kind === 'ok' && outcome.validators.etag).toBe(
      etag.length > 1_024 ? undefined : etag,
    )
  })
})

describe('an answer that is not the listing', () => {
  const had = { hadEntries: true }

  it.each([
    ['https://majlis.example/', 'the front page'],
    ['https://majlis.example/ar/', 'the front page of a language'],
    ['https://majlis.example/wp-login.php?redirect_to=x', 'a login'],
  ])('leads to %s: %s', async (url) => {
    expect((await pollWith({ url }, had)).outcome).toMatchObject({
      kind: 'refused',
      reason: 'soft-404',
    })
    expect((await pollWith({ url })).outcome.kind, 'the first poll believes it').toBe('ok')
  })

  it('leads from http to https, or to www: the listing it is', async () => {
    const { outcome } = await pollWith({ url: 'https://www.majlis.example/feed/' }, had)
    expect(outcome.kind).toBe('ok')
  })

  const foreign = rss(
    [1, 2, 3, 4]
      .map((n) => `<item><title>عرض ${n}</title><link>https://spam.example/${n}</link></item>`)
      .join(''),
  )

  it('lists strangers where it listed its own: a parked or hacked domain', async () => {
    const { outcome } = await pollWith({ body: foreign }, { hosts: () => ['majlis.example'] })
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'foreign' })
    expect(outcome).toMatchObject({ detail: ['foreign', 'spam.example'] })
  })

  it.each([
    { hosts: [], because: 'the first poll' },
    { hosts: ['majlis.example', 'spam.example'], because: 'the operator named the new host' },
  ])('takes a list from another host: $because', async ({ hosts }) => {
    expect((await pollWith({ body: foreign }, { hosts: () => hosts })).outcome.kind).toBe('ok')
  })

  it('takes a list with one report that is published elsewhere', async () => {
    const body = rss(
      ITEM + foreign.slice(foreign.indexOf('<item>'), foreign.indexOf('</item>') + 7),
    )
    expect((await pollWith({ body }, { hosts: () => ['majlis.example'] })).outcome.kind).toBe('ok')
  })

  it('is Arabic that went through the wrong charset', async () => {
    const arabic = 'بيان صحفي صادر عن الدائرة الإعلامية حول التطورات الأخيرة'
    const broken = [...new TextEncoder().encode(arabic)]
      .map((byte) => String.fromCharCode(byte < 0xa0 && byte > 0x7f ? byte + 0x60 : byte))
      .join('')
    const body = rss(`<item><title>${broken}</title><link>https://majlis.example/1</link></item>`)
    expect(
      (await pollWith({ body: body.replaceAll(/[\u0621-\u064A]/g, '') })).outcome,
    ).toMatchObject({
      kind: 'refused',
      reason: 'charset',
    })
  })
})

describe('Retry-After', () => {
  it.each([429, 503, 403])('comes with a refusal by status %s', async (status) => {
    const { outcome } = await pollWith({ status, headers: { 'retry-after': '120' }, body: 'busy' })
    expect(outcome).toMatchObject({ kind: 'refused', retryAfter: '120', status })
  })
})

describe('a permanent move', () => {
  it('is told where it stays on the host', async () => {
    const url = 'https://www.majlis.example/rss/'
    const { outcome } = await pollWith({ url, moved: true })
    expect(outcome).toMatchObject({ kind: 'ok', move: { from: SOURCE.url, to: url } })
  })

  it('is not told where it leads to another host', async () => {
    const { outcome } = await pollWith({ url: 'https://other.example/feed/', moved: true })
    expect(outcome).toMatchObject({ kind: 'ok', move: undefined })
  })

  it('is asked at once when it is believed', async () => {
    const to = 'https://majlis.example/rss/'
    const move = { from: SOURCE.url, to, since: 0, polls: 99, believed: true }
    expect((await pollWith({}, { move })).request.url).toBe(to)
    const other = sourceWith({ kind: 'feed', url: 'https://majlis.example/other/' })
    expect((await pollWith({}, { move }, other)).request.url).toBe(other.url)
  })
})
