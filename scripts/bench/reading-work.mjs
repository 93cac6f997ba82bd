import { feedReader, readFeed } from '../../src/sources/feed.ts'
import { readHtmlListing } from '../../src/sources/html-listing.ts'
import { scanArticle } from '../../src/sources/article-scan.ts'
import { wordPressReader } from '../../src/sources/wordpress.ts'

const SOURCE = {
  id: 'harbour-en',
  language: 'en',
  url: 'https://harbour.example/list',
  kind: 'html',
  interval: 300,
  paused: false,
}
const SELECTORS = {
  item: '.statement',
  link: 'h3 a',
  date: '.date',
  excerpt: '.lead',
  body: '.text',
}
const documentOf = (text) => ({ url: SOURCE.url, mediaType: '', contentLanguage: undefined, text })

/** A listing of 20 as such sites have it: 140 KB, most of it menus, styles and scripts. */
export const LISTING = listing()
/** A feed of 20 whole texts, 140 KB, escaped as WordPress escapes it. */
export const FEED = feed()

/** Everything is read in its first form: nothing is known, nothing is passed over. */
export const READINGS = {
  listing: () => readHtmlListing(documentOf(LISTING), { ...SOURCE, selectors: SELECTORS }),
  structure: () => readHtmlListing(documentOf(LISTING), SOURCE),
  /** Fields and html as written: what a parser gives. */
  parsed: () => readParsed(FEED),
  feed: () => feedReader.read(documentOf(FEED), SOURCE),
  wordpress: () => wordPressReader.read(documentOf(POSTS), SOURCE),
  article: () => scanArticle(documentOf(ARTICLE), SOURCE),
}

/** The feed with entries that nobody has read before: the marks of those that were are held. */
export function unreadFeed() {
  return FEED.replaceAll('<guid isPermaLink="false">', `$&${unread++}-`)
}

let unread = 0

export const readParsed = (text) => readFeed(documentOf(text), SOURCE)

/** Readers of feeds and pages for documents that are sent to them. */
export function hostileReading(kind, text) {
  return kind === 'feed'
    ? () => feedReader.read(documentOf(text), SOURCE)
    : () => scanArticle(documentOf(text), SOURCE)
}

/** The least that HTMLRewriter can do with a page: one handler that is told of every item. */
export async function bareRewriter() {
  let items = 0
  const rewriter = new HTMLRewriter().on('.statement', { element: () => void (items += 1) })
  await rewriter.transform(new Response(LISTING)).arrayBuffer()
  if (items !== 20) throw new Error(`the bare pass saw ${items} items`)
}

function sentence(n) {
  return `In statement ${n} the council of the harbour reports what was seen from the pier that day: boats that left before dawn, and the light that stayed lit. \u0648\u064a\u0624\u0643\u062f \u0627\u0644\u0645\u062c\u0644\u0633 \u0623\u0646 \u0627\u0644\u0645\u0646\u0627\u0631\u0629 \u0628\u0642\u064a\u062a \u0645\u0636\u0627\u0621\u0629.`
}

function listing() {
  const menu = Array.from(
    { length: 400 },
    (_, n) => `<li class="menu-item menu-item-${n}"><a href="/section/${n}">Section ${n}</a></li>`,
  ).join('')
  const style = `<style>${'.menu-item{display:inline-block;margin:0 2px;padding:0}\n'.repeat(900)}</style>`
  const items = Array.from(
    { length: 20 },
    (_, n) =>
      `<div class="statement"><h3><a href="/p/${n}">Statement ${n} of the harbour council</a></h3><span class="date">2${n % 10} November 2018</span><p class="lead">${sentence(n)}</p></div>`,
  ).join('\n')
  return `<!doctype html><html><head>${style}</head><body><nav><ul class="menu">${menu}</ul></nav><main>${items}</main><footer><ul>${menu}</ul></footer></body></html>`
}

function feed() {
  const items = Array.from({ length: 20 }, (_, n) => {
    const html = `<p>${sentence(n)}</p>`.repeat(24)
    return `<item><title>Statement ${n} of the harbour council</title><link>https://harbour.example/p/${n}</link><guid isPermaLink="false">p${n}</guid><pubDate>Mon, 26 Nov 2018 10:${10 + n}:00 GMT</pubDate><description><![CDATA[${sentence(n)}]]></description><content:encoded><![CDATA[${html}]]></content:encoded></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour</title><link>https://harbour.example/</link><language>en</language>${items.join('\n')}</channel></rss>`
}

const POSTS = JSON.stringify(
  Array.from({ length: 20 }, (_, n) => ({
    id: n,
    date_gmt: '2018-11-26T10:00:00',
    link: `https://harbour.example/p/${n}`,
    title: { rendered: `Statement ${n} of the harbour council` },
    content: { rendered: `<p>${sentence(n)}</p>`.repeat(24), protected: false },
  })),
)
const ARTICLE = LISTING.replace(
  '<main>',
  `<main><h1>A statement of the council</h1><div class="entry-content">${`<p>${sentence(1)}</p>`.repeat(24)}</div>`,
)
