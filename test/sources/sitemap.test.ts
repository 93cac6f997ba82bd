import { describe, expect, it } from 'vitest'
import { readListing } from '../../src/sources/listing-readers.ts'
import type { Get } from '../../src/sources/get.ts'
import { NOTHING_REMEMBERED, poll } from '../../src/sources/poll.ts'
import { documentOf, sourceWith } from './documents.ts'
import { cpuClock } from '../cpu-clock.ts'

const SITE = 'https://majlis.example'
const URL_ = `${SITE}/sitemap.xml`
const set = (urls: string) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls}</urlset>`
const page = (path: string, lastmod = '') =>
  `<url><loc>${SITE}${path}</loc>${lastmod === '' ? '' : `<lastmod>${lastmod}</lastmod>`}</url>`
const read = (text: string, change = {}) =>
  readListing(
    documentOf(text, { url: URL_ }),
    sourceWith({ kind: 'sitemap', url: URL_, ...change }),
  )

it('a news sitemap carries title, date and language; the text is on the page', async () => {
  const news = `<url><loc>${SITE}/press/bridge</loc><news:news><news:publication><news:name>المجلس</news:name><news:language>ar</news:language></news:publication><news:publication_date>2025-11-26T10:00:00+03:00</news:publication_date><news:title>فتح &quot;الجسر&quot;</news:title></news:news><xhtml:link rel="alternate" hreflang="en" href="${SITE}/en/press/bridge"/></url>`
  expect(await read(set(news))).toMatchObject({
    entries: [
      {
        url: `${SITE}/press/bridge`,
        title: 'فتح "الجسر"',
        published: '2025-11-26T07:00:00.000Z',
        language: 'ar',
        complete: false,
        translations: [`${SITE}/en/press/bridge`],
      },
    ],
    notes: [],
  })
})

describe('a plain sitemap', () => {
  it('gives the newest thirty, whose words come from their addresses', async () => {
    const many = Array.from({ length: 80 }, (_, n) =>
      page(`/press/first-statement-${n}`, new Date(Date.UTC(2025, 0, 1 + n)).toISOString()),
    )
    const reading = await read(set(many.join('')))
    const entries = reading.kind === 'read' ? reading.entries : []
    expect(entries).toHaveLength(30)
    expect(entries[0]).toMatchObject({ title: 'first statement 79', published: undefined })
    expect(entries[0]?.updated).toBe('2025-03-21T00:00:00.000Z')
  })

  it('without dates the last are taken for the newest, and a note says so', async () => {
    expect(await read(set(page('/a') + page('/b')))).toMatchObject({
      entries: [{ url: `${SITE}/b` }, { url: `${SITE}/a` }],
      notes: [{ en: /gives no dates/ }],
    })
  })

  it('leaves out the front page, files and other hosts', async () => {
    const others =
      page('/') + page('/x.pdf') + '<url><loc>https://elsewhere.example/p</loc></url>' + page('/p')
    expect(await read(set(others))).toMatchObject({ entries: [{ url: `${SITE}/p` }] })
  })

  it('a fragment of the address keeps to one section', async () => {
    const text = set(page('/press/1', '2025-01-01') + page('/about/us', '2025-02-01'))
    expect(await read(text, { url: `${URL_}#/press/` })).toMatchObject({
      entries: [{ url: `${SITE}/press/1` }],
    })
  })

  it('an address in Arabic letters has a title', async () => {
    expect(
      await read(set(page('/press/%D8%A8%D9%8A%D8%A7%D9%86-%D8%A7%D9%84%D8%AC%D8%B3%D8%B1'))),
    ).toMatchObject({
      entries: [{ title: 'بيان الجسر' }],
    })
  })
})

describe('an index', () => {
  const index = (...paths: readonly [string, string][]) =>
    `<sitemapindex>${paths.map(([path, date]) => `<sitemap><loc>${SITE}${path}</loc><lastmod>${date}</lastmod></sitemap>`).join('')}</sitemapindex>`
  const get =
    (pages: Record<string, string>): Get =>
    async ({ url }) => ({
      kind: 'answer',
      url,
      status: pages[url] === undefined ? 404 : 200,
      headers: new Headers({ etag: '"1"' }),
      bytes: new TextEncoder().encode(pages[url] ?? 'no'),
    })
  const source = sourceWith({ kind: 'sitemap', url: URL_ })

  it('leads to its newest sitemap of posts, whose validators are kept and not its own', async () => {
    const pages = {
      [URL_]: index(
        ['/post-sitemap1.xml', '2024-01-01'],
        ['/post-sitemap2.xml', '2025-01-01'],
        ['/page-sitemap.xml', '2026-01-01'],
      ),
      [`${SITE}/post-sitemap2.xml`]: set(page('/p/9', '2025-01-01')),
    }
    expect(await poll(source, NOTHING_REMEMBERED, get(pages), 'agent')).toMatchObject({
      kind: 'ok',
      entries: [{ url: `${SITE}/p/9` }],
      validators: { etag: '"1"', of: `${SITE}/post-sitemap2.xml` },
    })
  })

  it('behind an index is refused', async () => {
    const pages = {
      [URL_]: index(['/post-sitemap.xml', '2024-01-01']),
      [`${SITE}/post-sitemap.xml`]: index(['/post-sitemap.xml', '2024-01-01']),
    }
    expect(await poll(source, NOTHING_REMEMBERED, get(pages), 'agent')).toMatchObject({
      kind: 'refused',
      detail: ['index-of-indexes'],
    })
  })
})

it('a hundred thousand addresses cost little', async () => {
  const many = Array.from({ length: 20_000 }, (_, n) => page(`/p/${n}`, '2025-01-01')).join('')
  const spent = cpuClock()
  expect((await read(set(many))).kind).toBe('read')
  expect(spent()).toBeLessThan(2_000)
})

it.each([
  { because: 'a page', text: '<!doctype html><html></html>' },
  { because: 'no address', text: set('') },
])('refused: $because', async ({ text }) => {
  expect(await read(text)).toMatchObject({ kind: 'refused', reason: 'not-a-listing' })
})
