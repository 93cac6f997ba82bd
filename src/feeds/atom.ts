import { contentFrame } from './entry-content.ts'
import { FeedBytes } from './feed-bytes.ts'
import type { FeedDocument } from './feed-document.ts'
import type { FeedCategory, FeedEntry, FeedOrigin } from './feed-entry.ts'
import { distinctUpdated } from './entry-time.ts'
import { historyLinks } from './history-links.ts'
import { TOMBSTONES_NAMESPACE, tombstoneXml } from './tombstone.ts'
import { writtenOnce } from './written-once.ts'
import { escapeAttribute, escapeText } from './xml-text.ts'

const ATOM_TYPE = 'application/atom+xml'

/**
 * Atom 1.0 (RFC 4287).
 *
 * Translations and sibling feeds are `rel="related"` with `hreflang`. A second `alternate` would be
 * legal, but newsboat, Liferea and feedparser take the last one and other readers the first, and
 * Arabic readers would be sent to the English page.
 */
export function renderAtom(feed: FeedDocument): Uint8Array {
  const out = FeedBytes.of(feed)
  let xml = '<?xml version="1.0" encoding="utf-8"?>\n'
  const { tombstones } = feed
  const ofTombstones = tombstones.length === 0 ? '' : ` xmlns:at="${TOMBSTONES_NAMESPACE}"`
  xml += `<feed xmlns="http://www.w3.org/2005/Atom"${ofTombstones}${languageOf(feed)}>\n`
  xml += element('id', feed.id)
  xml += `<title type="text">${escapeText(feed.title)}</title>\n`
  xml += `<subtitle type="text">${escapeText(feed.subtitle)}</subtitle>\n`
  xml += element('updated', feed.updated)
  xml += authorOf(feed.author)
  xml += `<link rel="self" type="${ATOM_TYPE}" href="${escapeAttribute(feed.addresses.atom)}"/>\n`
  xml += `<link rel="alternate" type="text/html" href="${escapeAttribute(feed.homePage)}"/>\n`
  xml += siblingLinks(feed)
  xml += historyLinks(feed, 'atom')
  xml += element('generator', 'Bayan')
  for (const tombstone of tombstones) xml += tombstoneXml(tombstone)
  out.text(xml)
  const write: Writers = {
    author: writtenOnce(authorOf),
    category: writtenOnce(categoryOf),
    source: writtenOnce(sourceOf),
  }
  for (const entry of feed.entries) writeEntry(entry, feed.isFull, write, out)
  out.text('</feed>\n')
  return out.done()
}

function languageOf({ language }: FeedDocument): string {
  return language === undefined ? '' : ` xml:lang="${language}"`
}

/** Feeds in one other language; that of both has no language that `hreflang` could name. */
function siblingLinks({ siblings }: FeedDocument): string {
  return siblings
    .filter(({ language }) => language !== 'both')
    .map(({ language, addresses }) => related(addresses.atom, language, ATOM_TYPE))
    .join('')
}

function related(address: string, language: string, type: string): string {
  return `<link rel="related" type="${type}" hreflang="${language}" href="${escapeAttribute(address)}"/>\n`
}

interface Writers {
  readonly author: (name: string) => string
  readonly category: (category: FeedCategory) => string
  readonly source: (origin: FeedOrigin) => string
}

function writeEntry(entry: FeedEntry, isFull: boolean, write: Writers, out: FeedBytes): void {
  const { language, link, summary, translation, origin } = entry
  let xml = `<entry xml:lang="${language}">\n`
  xml += element('id', entry.id)
  xml += `<title type="text">${escapeText(entry.title)}</title>\n`
  if (link !== undefined) {
    xml += `<link rel="alternate" type="text/html" hreflang="${language}" href="${escapeAttribute(link)}"/>\n`
  }
  if (translation !== undefined) xml += related(translation.link, translation.language, 'text/html')
  // An undated statement is given the time when we first saw it: Atom readers sort by something.
  xml += element('published', entry.published ?? entry.firstSeen)
  xml += element('updated', distinctUpdated(entry.statement))
  xml += write.author(entry.author)
  for (const category of entry.categories) xml += write.category(category)
  if (summary !== '') xml += `<summary type="text">${escapeText(summary)}</summary>\n`
  const end = `${origin === undefined ? '' : write.source(origin)}</entry>\n`
  if (isFull) {
    const { before, after } = contentFrame(entry)
    out.text(`${xml}<content type="html"><![CDATA[${before}`)
    out.bytes(entry.statement.body)
    out.text(`${after}]]></content>\n${end}`)
  } else {
    // An entry without a link must have content (RFC 4287, 4.1.2).
    if (link === undefined) xml += `<content type="text">${escapeText(summary)}</content>\n`
    out.text(xml + end)
  }
}

function authorOf(name: string): string {
  return `<author><name>${escapeText(name)}</name></author>\n`
}

function categoryOf({ term, scheme, label }: FeedCategory): string {
  return `<category term="${escapeAttribute(term)}" scheme="${escapeAttribute(scheme)}" label="${escapeAttribute(label)}"/>\n`
}

function sourceOf({ id, title, updated, addresses }: FeedOrigin): string {
  return (
    '<source>\n' +
    element('id', id) +
    `<title type="text">${escapeText(title)}</title>\n` +
    element('updated', updated) +
    `<link rel="self" type="${ATOM_TYPE}" href="${escapeAttribute(addresses.atom)}"/>\n` +
    '</source>\n'
  )
}

function element(name: string, text: string): string {
  return `<${name}>${escapeText(text)}</${name}>\n`
}
