import { writeContent } from './entry-content.ts'
import { rfc822 } from './entry-time.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { FeedBytes } from './feed-bytes.ts'
import type { FeedDocument } from './feed-document.ts'
import type { FeedCategory, FeedEntry } from './feed-entry.ts'
import { historyLinks } from './history-links.ts'
import { writtenOnce } from './written-once.ts'
import { type FeedText, asXml, plainText } from './xml-bytes.ts'
import { escapeAttribute, escapeLink, escapeText, element } from './xml-text.ts'

/** How long a reader may keep the feed: what our Cache-Control says, in minutes. */
const TTL_MINUTES = 5

const OPENING =
  '<?xml version="1.0" encoding="utf-8"?>\n' +
  '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n' +
  '<channel>\n'

/**
 * RSS 2.0 in the Best Practices Profile of the RSS Advisory Board (rssboard.org/rss-profile).
 *
 * The channel says its language by `language` alone: with `dc:language` beside it the W3C validator
 * warns. The core has no language for items, so each carries `xml:lang` and `dc:language`. Links
 * to translations are left out: an item-level `atom:link` has led readers to the wrong page.
 */
export function renderRss(feed: FeedDocument): Uint8Array {
  const out = new FeedBytes()
  let xml = OPENING
  xml += element('title', feed.title)
  xml += element('link', feed.homePage)
  xml += element('description', escapeHtml(feed.subtitle))
  if (feed.language !== undefined) xml += element('language', feed.language)
  xml += element('lastBuildDate', rfc822(feed.updated))
  xml += element('generator', 'Bayan')
  xml += element('docs', 'https://www.rssboard.org/rss-specification')
  xml += element('ttl', String(TTL_MINUTES))
  xml += `<atom:link rel="self" type="application/rss+xml" href="${escapeAttribute(feed.addresses.rss)}"/>\n`
  xml += historyLinks(feed, 'rss')
  out.words(xml)
  const write: Writers = {
    author: writtenOnce((name) => element('dc:creator', name)),
    // All entries of one publisher in one language have the same categories.
    shared: writtenOnce(sharedOf, ({ categories }) => categories),
  }
  for (const entry of feed.entries) writeItem(entry, feed.isFull, write, out)
  out.text('</channel>\n</rss>\n')
  return out.done()
}

interface Writers {
  readonly author: (name: string) => Uint8Array
  readonly shared: (entry: FeedEntry) => Uint8Array
}

function writeItem(entry: FeedEntry, isFull: boolean, write: Writers, out: FeedBytes): void {
  const { link, published } = entry
  out.text(`<item xml:lang="${entry.language}">\n<title>`)
  out.words(asXml(entry.title))
  let xml = '</title>\n'
  if (link !== undefined) xml += `<link>${escapeLink(link)}</link>\n`
  out.text(`${xml}<guid isPermaLink="false">${escapeText(entry.id)}</guid>\n<description>`)
  // Html, so that a text about `<script>` holds none. Before content:encoded, since some readers
  // take the first of the two for the body.
  out.words(htmlInXml(entry.summary))
  xml = '</description>\n'
  if (isFull) {
    out.text(`${xml}<content:encoded><![CDATA[`)
    writeContent(entry, out)
    xml = ']]></content:encoded>\n'
  }
  if (published !== undefined) xml += `<pubDate>${rfc822(published)}</pubDate>\n`
  out.text(xml)
  out.bytes(write.author(entry.author))
  out.bytes(write.shared(entry))
  out.text('</item>\n')
}

/** A text as html, as XML says it: of most texts the same as the text itself. */
function htmlInXml(text: FeedText): FeedText {
  const isSame = typeof text !== 'string' && !text.includes(AMPERSAND) && !text.includes(GREATER)
  return isSame ? text : escapeText(escapeHtml(plainText(text)))
}

/** XML says `&` and `<` by a reference, which begins with the first. */
const AMPERSAND = 0x26
const GREATER = 0x3e

function sharedOf({ language, categories, origin }: FeedEntry): string {
  const xml = element('dc:language', language) + categories.map(categoryOf).join('')
  if (origin === undefined) return xml
  return `${xml}<source url="${escapeAttribute(origin.addresses.rss)}">${escapeText(origin.title)}</source>\n`
}

function categoryOf({ scheme, label }: FeedCategory): string {
  return `<category domain="${escapeAttribute(scheme)}">${escapeText(label)}</category>\n`
}
