import { dateOf } from '../statements/newest-first.ts'
import { writeContent } from './entry-content.ts'
import { FeedBytes } from './feed-bytes.ts'
import type { FeedDocument } from './feed-document.ts'
import type { FeedCategory, FeedEntry, FeedOrigin } from './feed-entry.ts'
import { distinctUpdated } from './entry-time.ts'
import { historyLinks } from './history-links.ts'
import { TOMBSTONES_NAMESPACE, tombstoneXml } from './tombstone.ts'
import { writtenOnce } from './written-once.ts'
import { type FeedText, asXml } from './xml-bytes.ts'
import { escapeAttribute, escapeLink, escapeText, element } from './xml-text.ts'

const ATOM_TYPE = 'application/atom+xml'

/**
 * Atom 1.0 (RFC 4287).
 *
 * Translations and sibling feeds are `rel="related"` with `hreflang`. A second `alternate` would be
 * legal, but newsboat, Liferea and feedparser take the last one and other readers the first, and
 * Arabic readers would be sent to the English page.
 */
export function renderAtom(feed: FeedDocument): Uint8Array {
  const out = new FeedBytes()
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
  out.words(xml)
  const write: Writers = {
    author: writtenOnce(authorOf),
    // All entries of one publisher in one language have the same categories.
    categories: writtenOnce(categoriesOf),
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
  return `<link rel="related" type="${type}" hreflang="${language}" href="${escapeLink(address)}"/>\n`
}

interface Writers {
  readonly author: (name: string) => Uint8Array
  readonly categories: (categories: readonly FeedCategory[]) => Uint8Array
  readonly source: (origin: FeedOrigin) => Uint8Array
}

function writeEntry(entry: FeedEntry, isFull: boolean, write: Writers, out: FeedBytes): void {
  const { language, link, summary, translation, origin, machine } = entry
  out.text(`<entry xml:lang="${language}">\n<id>${escapeText(entry.id)}</id>\n<title type="text">`)
  out.words(asXml(entry.title))
  let xml = '</title>\n'
  if (link !== undefined) {
    xml += `<link rel="alternate" type="text/html" hreflang="${machine?.original ?? language}" href="${escapeLink(link)}"/>\n`
  }
  if (translation !== undefined) xml += related(translation.link, translation.language, 'text/html')
  // An undated statement is given the time when we first saw it: Atom readers sort by something.
  const published = dateOf(entry.statement)
  const updated = distinctUpdated(entry.statement)
  // Every time in a snapshot is one: there is nothing to escape.
  out.text(`${xml}<published>${published}</published>\n<updated>${updated}</updated>\n`)
  out.bytes(write.author(entry.author))
  out.bytes(write.categories(entry.categories))
  if (summary.length > 0) writeText('summary', summary, out)
  if (isFull) {
    out.text('<content type="html"><![CDATA[')
    writeContent(entry, out)
    out.text(']]></content>\n')
    // An entry without a link must have content (RFC 4287, 4.1.2).
  } else if (link === undefined) writeText('content', summary, out)
  if (origin !== undefined) out.bytes(write.source(origin))
  out.text('</entry>\n')
}

function writeText(name: string, text: FeedText, out: FeedBytes): void {
  out.text(`<${name} type="text">`)
  out.words(asXml(text))
  out.text(`</${name}>\n`)
}

function authorOf(name: string): string {
  return `<author><name>${escapeText(name)}</name></author>\n`
}

function categoriesOf(categories: readonly FeedCategory[]): string {
  return categories.map(categoryOf).join('')
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
