import type { FeedEntry } from './feed-entry.ts'
import { readFeedJson } from './feed-json.ts'
import { readFeedXml } from './feed-xml.ts'
import type { ListingEntry, ListingReader, SourceDocument } from './reading.ts'
import { sanitiseHtml } from './sanitise-html.ts'
import { titleFromText } from './title-from-text.ts'
import { trimVolatileLines } from './trim-volatile-lines.ts'

/** Where the root stands at the latest, warnings and stylesheets before it included. */
const SNIFFED = 4_096

/** Feeds of every format: RSS, RDF, Atom, JSON Feed. */
export const feedReader: ListingReader = {
  recognises: (document) => isJsonFeed(document) || isXmlFeed(document),
  read: async (document, source, options) => {
    const read = isJson(document) ? readFeedJson : readFeedXml
    const reading = await read(document, source, options)
    if (reading.kind === 'refused') return reading
    const whole = reading.entries.filter(({ broken }) => broken !== true)
    if (reading.partial === true && whole.length + reading.known.length === 0) {
      const detail = 'The feed breaks off before its first entry ends. Nothing was changed.'
      return { kind: 'refused', reason: 'truncated', detail }
    }
    const entries = (await Promise.all(whole.map(listingEntry))).filter(
      (entry) => entry !== undefined,
    )
    const lost = whole.length - entries.length
    const note = `${lost} entries have no http address and were passed over.`
    return { ...reading, entries, notes: lost === 0 ? reading.notes : [...reading.notes, note] }
  },
}

async function listingEntry(entry: FeedEntry): Promise<ListingEntry | undefined> {
  const { baseUrl, url, broken: _, ...rest } = entry
  if (url === undefined) return undefined
  const html = trimVolatileLines(await sanitiseHtml(entry.html, baseUrl))
  return { ...rest, url, html, title: entry.title === '' ? titleFromText(html) : entry.title }
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
