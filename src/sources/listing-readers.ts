import { feedReader } from './feed.ts'
import { htmlListingReader } from './html-listing.ts'
import type { ListingReader, ListingReading, ReadOptions, SourceDocument } from './reading.ts'
import type { Source, SourceKind } from './source.ts'

/** The readers, in the order in which `auto` asks them. A new kind of source is one line here. */
export const LISTING_READERS: Readonly<Record<Exclude<SourceKind, 'auto'>, ListingReader>> = {
  feed: feedReader,
  html: htmlListingReader,
}

/** Reads a listing by the source's kind; `auto` takes the first reader that recognises the document. */
export async function readListing(
  document: SourceDocument,
  source: Source,
  options?: ReadOptions,
): Promise<ListingReading> {
  if (document.text.trim() === '') {
    return { kind: 'refused', reason: 'empty', detail: 'The listing is an empty document.' }
  }
  if (source.kind !== 'auto')
    return await LISTING_READERS[source.kind].read(document, source, options)
  const chosen = Object.entries(LISTING_READERS).find(([, reader]) => reader.recognises(document))
  if (chosen === undefined) {
    const detail = `The address answers ${document.mediaType || 'a document without a media type'}, which is no feed and no web page.`
    return { kind: 'refused', reason: 'not-a-listing', detail }
  }
  const [kind, reader] = chosen
  const reading = await reader.read(document, source, options)
  if (reading.kind === 'refused') return reading
  return { ...reading, notes: [`Read as ${kind}: the document looks like one.`, ...reading.notes] }
}
