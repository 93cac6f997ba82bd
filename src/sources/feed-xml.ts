import type { Words } from '../text/language.ts'
import { innerBase } from './address.ts'
import { dateReading } from './date-reading.ts'
import { nearestTag } from './declared-language.ts'
import { cutEntry } from './entry-cutter.ts'
import { childNamer } from './feed-element.ts'
import { readEntry, type FeedContext, type FeedEntry } from './feed-entry.ts'
import type { ForgivenFeed } from './feed-forgiving.ts'
import { MAX_ENTRIES, scanFeed, type FeedScan } from './feed-scan.ts'
import { fingerprints } from './fingerprint.ts'
import { NOTES } from './note-words-table.ts'
import type { ReadOptions, Refusal, SourceDocument } from './reading.ts'
import type { Source } from './source.ts'
import { attributesOf, xmlText } from './xml-text.ts'

export interface FeedReading {
  readonly kind: 'read'
  readonly entries: readonly FeedEntry[]
  readonly notes: readonly Words[]
  /** Fingerprints of entries passed over as known. */
  readonly known: readonly string[]
  /** True where the document breaks off: what it lacks is not missing. */
  readonly partial?: boolean
}

type IsKnown = ReadOptions['isKnown']

/**
 * Reads RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0. A sound feed is cut in one pass by the
 * strict scan, and entries that `isKnown` answers for are not looked at. What the strict scan refuses,
 * or reads less of than the text holds, is read a second time by forgiving rules; then a note says so.
 */
export async function readFeedXml(
  document: SourceDocument,
  source: Source,
  { isKnown }: ReadOptions = {},
): Promise<FeedReading | Refusal> {
  const scan = scanFeed(document.text)
  const strict = scan.kind === 'refused' ? scan : await readScan(scan, document, source, isKnown)
  if (strict.kind === 'refused' ? !mayBeForgiven(strict) : !holdsMore(scan, document.text)) {
    return strict
  }
  const { forgiveFeed } = await import('./feed-forgiving.ts')
  const forgiven = forgiveFeed(document.text)
  if (forgiven === undefined) return strict
  const reading = await readForgiven(forgiven, document, source, isKnown)
  return count(reading) > count(strict) ? reading : strict
}

function mayBeForgiven({ reason }: Refusal): boolean {
  return reason === 'malformed' || reason === 'truncated' || reason === 'not-a-listing'
}

/** Entries behind the root's end, or in a second root: counted by letters, parsed only then. */
function holdsMore(scan: FeedScan | Refusal, text: string): boolean {
  if (scan.kind === 'refused' || scan.more) return false
  const name = /^<([\w.:-]+)/.exec(scan.entries[0] ?? '')?.[1]
  if (name === undefined) return false
  let found = 0
  let at = text.indexOf(`</${name}`)
  while (at !== -1 && found <= scan.entries.length) {
    found += 1
    at = text.indexOf(`</${name}`, at + 2)
  }
  return found > scan.entries.length
}

function count(reading: FeedReading | Refusal): number {
  return reading.kind === 'refused' ? 0 : reading.entries.length + reading.known.length
}

async function readScan(
  scan: FeedScan,
  document: SourceDocument,
  source: Source,
  isKnown: IsKnown,
): Promise<FeedReading | Refusal> {
  const context = contextOf(scan, document, source)
  const name = childNamer(scan.format, scan.around)
  const entries: FeedEntry[] = []
  const known: string[] = []
  const marks = await fingerprints(scan.entries)
  for (const [index, raw] of scan.entries.entries()) {
    const mark = marks[index] ?? ''
    if (isKnown?.(mark) === true) {
      known.push(mark)
      continue
    }
    const cut = cutEntry(raw)
    if (cut === undefined) return unreadable(raw)
    entries.push(readEntry(await name(cut), context, mark))
  }
  return { kind: 'read', entries: once(entries), known, notes: notesOn(scan) }
}

async function readForgiven(
  feed: ForgivenFeed,
  document: SourceDocument,
  source: Source,
  isKnown: IsKnown,
): Promise<FeedReading> {
  const context = contextOf(feed, document, source)
  const name = childNamer(feed.format, feed.around)
  const marks = await fingerprints(feed.entries.map(({ raw }) => raw))
  const entries: FeedEntry[] = []
  const known: string[] = []
  for (const [index, { cut }] of feed.entries.entries()) {
    const mark = marks[index] ?? ''
    if (isKnown?.(mark) === true) known.push(mark)
    else entries.push(readEntry(await name(cut), context, mark))
  }
  const note = feed.partial ? NOTES.cutFeed() : NOTES.forgiven()
  const { partial } = feed
  return { kind: 'read', entries: once(entries), known, notes: [note, ...notesOn(feed)], partial }
}

const LANGUAGE = /<(?:[\w.-]+:)?language(?:\s[^<>]*)?>([\s\S]{0,200}?)<\/(?:[\w.-]+:)?language/i

function contextOf(
  { format, around, head, tail }: Pick<FeedScan, 'format' | 'around' | 'head' | 'tail'>,
  document: SourceDocument,
  source: Source,
): FeedContext {
  const tags = around.map(attributesOf)
  const language = LANGUAGE.exec(head)?.[1] ?? LANGUAGE.exec(tail)?.[1]
  const channel = language === undefined ? '' : xmlText(language).trim()
  return {
    format,
    baseUrl: tags.reduce(
      (base, tag) => innerBase(tag.get('xml:base'), base),
      document.baseUrl ?? document.url,
    ),
    language: nearestTag([
      ...tags.map((tag) => tag.get('xml:lang')).reverse(),
      channel === '' ? undefined : channel,
      document.contentLanguage,
    ]),
    sourceLanguage: source.language,
    dates: dateReading(source, document),
  }
}

/** An entry may stand twice in a feed; one id for all entries occurs too, so the address counts with it. */
export function once(entries: readonly FeedEntry[]): FeedEntry[] {
  const byIdentity = new Map<string, FeedEntry>()
  for (const entry of entries) {
    const { guid = '', url, fingerprint: mark } = entry
    const identity = `${entry.guid === undefined ? '' : guid.length} ${guid} ${url ?? mark}`
    if (!byIdentity.has(identity)) byIdentity.set(identity, entry)
  }
  return [...byIdentity.values()]
}

function notesOn({ more, entries }: Pick<FeedScan, 'more'> & { entries: readonly unknown[] }) {
  return [
    ...(more ? [NOTES.manyEntries(MAX_ENTRIES)] : []),
    ...(entries.length === 0 ? [NOTES.noEntries()] : []),
  ]
}

function unreadable(raw: string): Refusal {
  const start = raw.replace(/\s+/g, ' ').slice(0, 80)
  return { kind: 'refused', reason: 'malformed', detail: ['unreadable-entry', start] }
}
