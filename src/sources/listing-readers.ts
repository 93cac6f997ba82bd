import { boundedEntry } from './bounded-entry.ts'
import { feedReader } from './feed.ts'
import { NOTES } from './note-words-table.ts'
import { readHtmlListing } from './html-listing.ts'
import { lateReader } from './late-reader.ts'
import { isHtml, isSitemap, isTelegram, telegramPreview } from './recognise-kind.ts'
import { refused } from './refused.ts'
import { wordPressReader } from './wordpress.ts'
import type {
  ListingReader,
  ListingReading,
  ReadOptions,
  Refusal,
  SourceDocument,
} from './reading.ts'
import { type ReadableKind, SOURCE_KINDS, type Source } from './source.ts'
import type { Detail } from './refusal-detail.ts'

/** The readers, in the order in which `auto` asks them. A new kind of source is one line here. */
export const LISTING_READERS: Readonly<Record<ReadableKind, ListingReader>> = {
  feed: feedReader,
  wordpress: wordPressReader,
  sitemap: lateReader(
    { recognises: isSitemap },
    async () => (await import('./sitemap.ts')).readSitemap,
  ),
  telegram: lateReader(
    { recognises: isTelegram, address: telegramPreview },
    async () => (await import('./telegram.ts')).readTelegram,
  ),
  // The warm-up polls a page: there is nothing to be won by loading this one late.
  html: { recognises: isHtml, read: readHtmlListing },
}

/** In table order: what looks like a feed is one, and every page looks like html. */
const KINDS = SOURCE_KINDS.filter((kind) => kind !== 'auto')

/** What a listing held, and which reader read it. */
export type Listing =
  | (Extract<ListingReading, { kind: 'read' }> & { readonly readAs: ReadableKind })
  | Extract<ListingReading, { kind: 'elsewhere' }>
  | Refusal

/** Where a source's listing is asked for: WordPress's interface, Telegram's preview, or its own address. */
export function listingAddress({ kind, url }: Source): string {
  return kind === 'auto' ? url : (LISTING_READERS[kind].address?.(url) ?? url)
}

/** Reads a listing by the source's kind; `auto` takes the first reader that recognises the document. */
export async function readListing(
  document: SourceDocument,
  source: Source,
  options?: ReadOptions,
): Promise<Listing> {
  if (document.text.trim() === '') {
    return refused('empty', ['empty-document'])
  }
  if (source.kind !== 'auto') return await readBy(source.kind, document, source, options)
  const readAs = KINDS.find((kind) => LISTING_READERS[kind].recognises(document))
  if (readAs === undefined) {
    const { mediaType } = document
    const detail: Detail = mediaType === '' ? ['no-type'] : ['no-known-type', mediaType]
    return refused('not-a-listing', detail)
  }
  const reading = await readBy(readAs, document, source, options)
  if (reading.kind !== 'read') return reading
  return {
    ...reading,
    notes: [NOTES.readAs(readAs), ...reading.notes],
  }
}

async function readBy(
  readAs: ReadableKind,
  document: SourceDocument,
  source: Source,
  options: ReadOptions | undefined,
): Promise<Listing> {
  const reading = await LISTING_READERS[readAs].read(document, source, options)
  if (reading.kind !== 'read') return reading
  return { ...reading, entries: reading.entries.map(boundedEntry), readAs }
}
