import { type DateReading, parseDate } from '../text/dates.ts'
import { languageNamed } from '../text/language.ts'
import { dateReading } from './date-reading.ts'
import type { FeedEntry } from './feed-entry.ts'
import { readFeedXml, type FeedReading } from './feed-xml.ts'
import { NOTES } from './note-words-table.ts'
import type {
  ListingEntry,
  ListingReader,
  ReadOptions,
  Refusal,
  SourceDocument,
} from './reading.ts'
import type { Source } from './source.ts'
import { sanitiseHtml } from './sanitise-html.ts'
import { titleFor } from './title-from-text.ts'
import { trimBody } from './trim-body.ts'

/** Where the root stands at the latest, warnings and stylesheets before it included. */
const SNIFFED = 4_096

/** What is longer is cut as a statement too (`sighting-of.ts`), and need not be cleaned before. */
const LONGEST_HTML = 600_000

/** Feeds of every format: RSS, RDF, Atom, JSON Feed. */
export const feedReader: ListingReader = {
  recognises: (document) => isJsonFeed(document) || isXmlFeed(document),
  read: async (document, source, options) => {
    const reading = await readFeed(document, source, options)
    if (reading.kind === 'refused') return reading
    const dates = dateReading(source, document)
    const entries = reading.entries.flatMap((entry) => listingEntry(entry, dates) ?? [])
    const lost = reading.entries.length - entries.length
    const notes = lost === 0 ? reading.notes : [...reading.notes, NOTES.noAddress(lost)]
    return { ...reading, entries, notes }
  },
}

/** A feed's entries as they are written: not cleaned, with those that could not be kept. */
export async function readFeed(
  document: SourceDocument,
  source: Source,
  options?: ReadOptions,
): Promise<FeedReading | Refusal> {
  if (!isJson(document)) return await readFeedXml(document, source, options)
  const { readFeedJson } = await import('./feed-json.ts')
  return await readFeedJson(document, source, options)
}

/** The feed's dates go before the one above the text; a date of change stands for the date of publication where nothing better does. */
function listingEntry(entry: FeedEntry, dates: DateReading): ListingEntry | undefined {
  const { baseUrl, url, ...rest } = entry
  if (url === undefined) return undefined
  const { html, dateLine, author } = trimBody(
    sanitiseHtml(entry.html.slice(0, LONGEST_HTML), baseUrl),
    entry.title,
  )
  const title = titleFor(entry.title, html)
  const language = languageNamed(entry.language)
  const published = entry.published ?? entry.updated ?? parseDate(dateLine ?? '', dates)
  return { ...rest, url, html, title, language, published, author: entry.author ?? author }
}

/** The media type alone decides little: feeds come as text/html, text/plain, or without any. */
function isXmlFeed({ text }: SourceDocument): boolean {
  const head = text.slice(0, SNIFFED)
  const html = head.search(/<html[\s>]/i)
  const feed = head.search(/<(?:[\w.-]+:)?(?:rss|rdf|feed)[\s>]/i)
  return feed !== -1 && (html === -1 || feed < html)
}

function isJsonFeed(document: SourceDocument): boolean {
  return isJson(document) && document.text.slice(0, SNIFFED).includes('jsonfeed.org/version/')
}

function isJson({ text }: SourceDocument): boolean {
  return /^\s*[[{]/.test(text.slice(0, 100))
}
