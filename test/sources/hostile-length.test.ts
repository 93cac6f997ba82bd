import { describe, expect, it } from 'vitest'
import { refuseErrorPage } from '../../src/sources/error-page.ts'
import { readFeedXml } from '../../src/sources/feed-xml.ts'
import { readArticle } from '../../src/sources/article.ts'
import { boundedTitle } from '../../src/sources/bounded-entry.ts'
import { jsonLdDate } from '../../src/sources/json-ld-date.ts'
import { readListing } from '../../src/sources/listing-readers.ts'
import { listedStatements } from '../../src/sources/listing-structure.ts'
import { feedHint } from '../../src/sources/selector-refusals.ts'
import { sightingOf } from '../../src/sources/sighting-of.ts'
import { documentOf, sourceWith } from './documents.ts'
import { cpuClock } from '../cpu-clock.ts'

const LONG = 500_000
const filled = (piece: string, length = LONG) => piece.repeat(length / piece.length)

function feed(text: string) {
  return readFeedXml(documentOf(text), sourceWith({ kind: 'feed' }))
}

function channel(html: string) {
  const url = 'https://t.me/s/harbour'
  return readListing(documentOf(html, { url }), sourceWith({ kind: 'telegram', url }))
}

function page(html: string) {
  const bytes = new TextEncoder().encode(html)
  const headers = new Headers({ 'content-type': 'text/html' })
  return refuseErrorPage({ status: 200, headers, bytes }, html)
}

/** The free plan gives a poll 10 ms of CPU, and nothing can stop a pattern that has begun. */
describe('what a site sends takes no longer than its length', () => {
  it.each([
    { because: 'roots that never end', read: () => feed(`${filled('<rss ')}<item>`) },
    { because: 'channels that never end', read: () => feed(`<rss>${filled('<channel ')}<item>`) },
    {
      because: 'comments in an entry that never end',
      read: () =>
        feed(`<rss><channel><item><title>${filled('<!--')}</title></item></channel></rss>`),
    },
    {
      because: 'a declaration of a name that never ends',
      read: () =>
        feed(`<rss xmlns:a="${filled('/')}x"><channel><item><a:b>x</a:b></item></channel></rss>`),
    },
    {
      because: 'a class that never ends',
      read: () =>
        channel(`<div data-post="harbour/1"><div class="${filled('tgme_widget_message_text ')}`),
    },
    {
      because: 'titles that never end, of which only the first letters are looked at',
      read: () => Array.from({ length: 8 }, () => page(`<html>${filled('<title')}`)),
    },
  ])('$because', async ({ read }) => {
    const spent = cpuClock()
    await read()
    // A tenth of it on an idle machine; what stood there before took three seconds to a minute.
    expect(spent()).toBeLessThan(1_500)
  })
})

/** Selectors that find much, little and nothing, inside and outside of each other. */
const SELECTORS = {
  item: '.a',
  link: '.b a[href]',
  title: '.a > .b, h3',
  date: 'time, .c .d',
  excerpt: 'p:not(.b)',
  remove: ['.e', '[data-f]'],
}

/** Half as long: a page of 500,000 letters takes up to 0.3 s of an idle machine. */
const half = (piece: string) => filled(piece, LONG / 2)

function selected(html: string) {
  const source = sourceWith({ kind: 'html', selectors: SELECTORS })
  return readListing(documentOf(html, { mediaType: 'text/html' }), source)
}

describe('a page that is read by selectors takes no longer than its length', () => {
  it.each([
    { because: 'items in items', html: half('<div class="a">') },
    { because: 'items without an end', html: half('<li class="a">x') },
    { because: 'links in one item', html: `<div class="a">${half('<b class=b><a href=x>')}` },
    { because: 'tags that never end', html: half('<div class="a" ') },
    { because: 'quotes that never end', html: half('<div class="a') },
    { because: 'quotes out of balance', html: half(`<a class=a'>"`) },
    { because: 'signs in attributes', html: `<div class="a" title="${half('<a <b ')}">` },
    { because: 'comments that never end', html: half('<div class="a"><!--') },
    { because: 'end tags of nothing', html: half('<p class="a"></b></div>') },
    { because: 'equals signs', html: `<a ${half('=')}>` },
    { because: 'attributes in one tag', html: `<a ${half('c=a class=a ')}>` },
    { because: 'depth, asked by descendants', html: half('<i class="c"><i class="d">') },
    { because: 'dates and removed parts', html: half('<p class="a e" data-f><time>1') },
  ])('$because', async ({ html }) => {
    const spent = cpuClock()
    await selected(html)
    // A tenth of it on an idle machine.
    expect(spent(), 'ms of CPU').toBeLessThan(1_500)
  })
})

/** Pages whose parts nobody named, and texts that are looked at line by line. */
const SCANNED = sourceWith({ kind: 'html', url: 'https://harbour.example/news/' })
const PARAGRAPH = `<p>${'The harbour is open on all days of the week, and ships may enter. '.repeat(10)}</p>`
const opened = (tag: (index: number) => string) => Array.from({ length: 480 }, (_, at) => tag(at))

function scanned(html: string) {
  return readArticle(documentOf(html, { url: `${SCANNED.url}1` }), SCANNED)
}

function listed(html: string) {
  return listedStatements(documentOf(html, { url: SCANNED.url }), SCANNED)
}

function untitled(html: string) {
  const entry = { ...ENTRY_WITHOUT_TITLE, html }
  return sightingOf(entry, undefined, SCANNED).title.slice(0, 3)
}

const ENTRY_WITHOUT_TITLE = {
  url: 'https://harbour.example/news/1',
  guid: undefined,
  title: '',
  published: undefined,
  language: undefined,
  html: '',
  complete: true,
  translations: [],
}

describe('a page of strangers is read in a time that goes with its length', () => {
  it.each([
    {
      because: 'a link in many frames with much between it and their ends',
      read: () =>
        scanned(
          `<body><div class="entry-content">${PARAGRAPH}${opened(() => '<div>').join('')}<a href="/2">of the old harbour</a> now ${filled('<i></i>', 100_000)}`,
        ),
    },
    {
      because: 'labels that are links in links, none of which ends',
      read: () =>
        listed(
          `<body>${opened((at) => `<a href="/n/${at}">`).join('')}Press release${filled('<i></i>', 100_000)}`,
        ),
    },
    {
      because: 'headlines that are links in links, each of which would be a page long',
      read: () =>
        listed(
          `<body>${opened((at) => `<a href="/n/${at}">`).join('')}The harbour is open${filled('<i></i>')}`,
        ),
    },
    {
      because: 'descriptions for machines that never end',
      read: () =>
        jsonLdDate(
          `"datePublished":"2026-01-01"${filled('<script type="application/ld+json">', 1_500_000)}`,
        ),
    },
    {
      because: 'a description for machines whose tag never ends',
      read: () =>
        jsonLdDate(
          `"datePublished":"2026-01-01"<script ${filled('application/ld+json ', 1_500_000)}`,
        ),
    },
    {
      because: 'a link to a feed whose tag never ends',
      read: () => feedHint(documentOf(`<link ${filled('type=application/rss+xml ', 1_500_000)}`)),
    },
    {
      because: 'a first line of signs alone, between two letters',
      read: () => untitled(`<p>a${filled('!')}b</p>`),
    },
    {
      because: 'marks without width within a title',
      read: () => boundedTitle(`a${filled('\u200B')}b`),
    },
  ])('$because', async ({ read }) => {
    const spent = cpuClock()
    await read()
    // What stood there before took three seconds to minutes.
    expect(spent(), 'ms of CPU').toBeLessThan(1_000)
  })

  it('marks no article in articles of which none ends as long as the page, five hundred times', async () => {
    const article = (at: number) =>
      `<article class="post"><h2><a href="/p/${at}">The harbour is open</a></h2>`
    const page = Array.from({ length: 7_000 }, (_, at) => article(at)).join('')
    const source = { ...SCANNED, selectors: { item: 'article', link: 'h2 a' } }
    const spent = cpuClock()
    const reading = await readListing(documentOf(page, { url: SCANNED.url }), source)
    // Of a page of 2 MB: three seconds, and three gigabytes, of what stood there before.
    expect(spent(), 'ms of CPU').toBeLessThan(1_500)
    if (reading.kind !== 'read') throw new Error('not read')
    expect(reading.entries.length, 'items').toBeGreaterThan(100)
    const marked = reading.entries.filter(({ fingerprint }) => fingerprint !== undefined)
    expect(marked.length, 'items with a mark').toBeLessThan(10)
  })

  it('takes nothing for chosen behind what is nested deeper than is followed', async () => {
    const deep = 20_001
    const page = `<p class="c">The harbour is open.</p>${'<div>'.repeat(deep)}<p class="c">deep</p>${'</div>'.repeat(deep)}<p>of a side column</p>`
    const source = { ...SCANNED, selectors: { item: 'li', body: '.c' } }
    const reading = await readArticle(documentOf(page), source)
    if (reading.kind !== 'read') throw new Error('not read')
    expect(reading.article.html).toContain('The harbour is open.')
    expect(reading.article.html).not.toContain('side column')
  })

  it('reads a description for machines behind one that never mattered', () => {
    const described = (type: string, date: string) =>
      `<script type="application/ld+json">{"@type":"${type}","datePublished":"${date}"}</script>`
    const page = `<script>"</script>${described('Event', '2026-01-01')}${described('NewsArticle', '2026-02-02')}`
    expect(jsonLdDate(page)).toBe('2026-02-02')
  })

  it('lists links of which one holds another once', () => {
    const row = (at: number) =>
      `<li><a href="/n/${at}">The harbour is open, part ${at} <a href="/n/${at}x">of a long series</a></a></li>`
    const urls = listed(`<ul>${[1, 2, 3, 4].map(row).join('')}</ul>`).map(({ entry }) => entry.url)
    expect(urls).toEqual([1, 2, 3, 4].map((at) => `https://harbour.example/n/${at}`))
  })
})
