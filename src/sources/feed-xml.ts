import { innerBase } from './address.ts'
import { entryParser } from './feed-element.ts'
import { readEntry, type FeedContext, type FeedEntry } from './feed-entry.ts'
import { MAX_ENTRIES, scanFeed, type FeedScan } from './feed-scan.ts'
import { fingerprint } from './fingerprint.ts'
import type { ReadOptions, Refusal, SourceDocument } from './reading.ts'
import type { Source } from './source.ts'
import { attributesOf, xmlText } from './xml-text.ts'

export interface FeedReading {
  readonly kind: 'read'
  readonly entries: readonly FeedEntry[]
  readonly notes: readonly string[]
  /** Fingerprints of entries passed over as known. */
  readonly known: readonly string[]
}

/**
 * Reads RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0: all of the feed or nothing. Entries
 * that `isKnown` answers for are not parsed.
 */
export async function readFeedXml(
  document: SourceDocument,
  source: Source,
  { isKnown }: ReadOptions = {},
): Promise<FeedReading | Refusal> {
  const scan = scanFeed(document.text)
  if (scan.kind === 'refused') return scan
  const context = contextOf(scan, document, source)
  const parse = entryParser(scan.format, scan.around)
  const entries: FeedEntry[] = []
  const known: string[] = []
  let withoutAddress = 0
  const marks = await Promise.all(scan.entries.map(fingerprint))
  for (const [index, raw] of scan.entries.entries()) {
    const mark = marks[index] ?? ''
    if (isKnown?.(mark) === true) {
      known.push(mark)
      continue
    }
    const element = parse(raw)
    if (element === undefined) return unreadable(raw)
    const entry = readEntry(element, context, mark)
    if (entry === undefined) withoutAddress += 1
    else entries.push(entry)
  }
  return { kind: 'read', entries: once(entries), known, notes: notesOn(scan, withoutAddress) }
}

function contextOf(scan: FeedScan, document: SourceDocument, source: Source): FeedContext {
  const around = scan.around.map(attributesOf)
  const language =
    /<(?:[\w.-]+:)?language(?:\s[^<>]*)?>([\s\S]{0,200}?)<\/(?:[\w.-]+:)?language/i.exec(
      scan.head,
    )?.[1]
  return {
    format: scan.format,
    baseUrl: around.reduce((base, tag) => innerBase(tag.get('xml:base'), base), document.url),
    languages: [
      ...around.map((tag) => tag.get('xml:lang')).reverse(),
      language === undefined ? undefined : xmlText(language),
      document.contentLanguage,
    ],
    sourceLanguage: source.language,
    utcOffset: source.utcOffset,
  }
}

/** An entry may stand twice in a feed; one id for all entries occurs too, so the address counts with it. */
export function once(entries: readonly FeedEntry[]): FeedEntry[] {
  const byIdentity = new Map<string, FeedEntry>()
  for (const entry of entries) {
    const identity = JSON.stringify([entry.guid, entry.url])
    if (!byIdentity.has(identity)) byIdentity.set(identity, entry)
  }
  return [...byIdentity.values()]
}

function notesOn(scan: FeedScan, withoutAddress: number): string[] {
  return [
    ...(scan.more
      ? [`The feed has more than ${MAX_ENTRIES} entries; the first ${MAX_ENTRIES} were read.`]
      : []),
    ...(withoutAddress > 0
      ? [`${withoutAddress} entries have no http address and were passed over.`]
      : []),
    ...(scan.entries.length === 0 ? ['The feed is well formed and has no entries.'] : []),
  ]
}

function unreadable(raw: string): Refusal {
  const start = raw.replace(/\s+/g, ' ').slice(0, 80)
  return {
    kind: 'refused',
    reason: 'malformed',
    detail: `An entry of the feed cannot be read: ${start}`,
  }
}
