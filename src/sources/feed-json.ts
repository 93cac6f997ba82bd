import { type JsonRecord, isRecord, parseJson, textIn } from '../text/json.ts'
import { parseDate } from '../text/dates.ts'
import { plainLetters, plainLine } from '../text/plain-letters.ts'
import { resolveAddress } from './address.ts'
import { dateReading } from './date-reading.ts'
import { nearestTag } from './declared-language.ts'
import type { FeedEntry } from './feed-entry.ts'
import { MAX_ENTRIES } from './feed-scan.ts'
import { once, type FeedReading } from './feed-xml.ts'
import { fingerprint } from './fingerprint.ts'
import { NOTES } from './note-words-table.ts'
import type { ReadOptions, Refusal, SourceDocument } from './reading.ts'
import { refused } from './refused.ts'
import { plainToHtml } from './sanitise-html.ts'
import type { Source } from './source.ts'

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). */
export async function readFeedJson(
  document: SourceDocument,
  source: Source,
  { isKnown }: ReadOptions = {},
): Promise<FeedReading | Refusal> {
  const feed = parseJson(document.text)
  if (feed === undefined) return broken(document.text)
  if (
    !isRecord(feed) ||
    !/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(textIn(feed, 'version'))
  ) {
    return refused('not-a-listing', ['no-json-feed'])
  }
  const items: unknown = feed.items
  if (!Array.isArray(items)) return refused('malformed', ['no-items'])
  const entries: FeedEntry[] = []
  const known: string[] = []
  for (const item of items.slice(0, MAX_ENTRIES) as unknown[]) {
    const mark = await fingerprint(JSON.stringify(item))
    if (isKnown?.(mark) === true) known.push(mark)
    else if (isRecord(item)) entries.push(entryOf(item, feed, document, source, mark))
  }
  const notes = [
    ...(items.length > MAX_ENTRIES ? [NOTES.manyEntries(MAX_ENTRIES)] : []),
    ...(items.length === 0 ? [NOTES.noEntries()] : []),
  ]
  return { kind: 'read', entries: once(entries), known, notes }
}

function entryOf(
  item: JsonRecord,
  feed: JsonRecord,
  document: SourceDocument,
  source: Source,
  mark: string,
): FeedEntry {
  const id = typeof item.id === 'number' ? String(item.id) : textIn(item, 'id')
  const url = [textIn(item, 'url'), /^https?:/i.test(id) ? id : '', textIn(item, 'external_url')]
    .map((address) => resolveAddress(address, document.url))
    .find((address) => address !== undefined)
  const html = textIn(item, 'content_html') || plainToHtml(textIn(item, 'content_text'))
  const dates = dateReading(source, document)
  return {
    url,
    guid: id === '' ? undefined : id,
    title: plainLine(textIn(item, 'title')),
    published: parseDate(textIn(item, 'date_published'), dates),
    updated: parseDate(textIn(item, 'date_modified'), dates),
    author: authorIn(item) ?? authorIn(feed),
    language: nearestTag([
      textIn(item, 'language') || undefined,
      textIn(feed, 'language') || undefined,
      document.contentLanguage,
    ]),
    html: html === '' ? plainToHtml(textIn(item, 'summary')) : html,
    baseUrl: url ?? document.url,
    complete: html !== '',
    // JSON Feed has no word for the same text in another language.
    translations: [],
    fingerprint: mark,
  }
}

/** Version 1.0 has one `author`, 1.1 a list of them. */
function authorIn(record: JsonRecord): string | undefined {
  const first: unknown = Array.isArray(record.authors) ? record.authors[0] : record.author
  const name = isRecord(first) ? plainLetters(textIn(first, 'name')).slice(0, 200) : ''
  return name === '' ? undefined : name
}

function broken(text: string): Refusal {
  return /[}\]]\s*$/.test(text)
    ? refused('malformed', ['broken-json'])
    : refused('truncated', ['cut-json'])
}
