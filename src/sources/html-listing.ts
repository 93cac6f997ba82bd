import type { Words } from '../text/language.ts'
import { dateReading } from './date-reading.ts'
import { MAX_ENTRIES } from './feed-scan.ts'
import { fingerprint } from './fingerprint.ts'
import type { ListingItem } from './html-listing-item.ts'
import { ListingPage } from './html-listing-page.ts'
import type { ListingEntry, ListingReader, ListingReading } from './reading.ts'
import { NOTES } from './note-words-table.ts'
import { refused } from './refused.ts'
import { selectorFault, unusable } from './selector.ts'
import type { Selectors } from './source.ts'
import type { HtmlListing } from './unnamed-listing.ts'

/** What is said of selectors that find nothing: loaded when one does. */
const words = async () => await import('./selector-refusals.ts')

/** Pages: statements are found by the operator's selectors, by a known platform's, or by what repeats. */
export const readHtmlListing: ListingReader['read'] = async (
  document,
  source,
  { isKnown } = {},
) => {
  const { selectors } = source
  const listing = { document, source, ...(isKnown === undefined ? {} : { isKnown }) }
  if (selectors === undefined) {
    // Loaded for sources that name nothing: the warm-up's name their parts.
    const { readUnnamed } = await import('./unnamed-listing.ts')
    return await readUnnamed(listing, readSelected)
  }
  const fault = faultIn(selectors)
  if (fault !== undefined) return refused('selector', fault)
  return await readSelected(listing, selectors, selectors.body === undefined)
}

/** @param whole are the items in the list the statements themselves? */
async function readSelected(
  listing: HtmlListing,
  selectors: Selectors,
  whole: boolean,
): Promise<ListingReading> {
  const { document } = listing
  const page = new ListingPage(document, selectors, whole)
  try {
    await page.walk(document.text)
  } catch {
    return refused('malformed', ['unreadable-html'])
  }
  return await readingOf(page.items, selectors, listing)
}

function faultIn({ item, link, title, date, excerpt, remove = [] }: Selectors): Words | undefined {
  for (const selector of [item, link, title, date, excerpt, ...remove]) {
    const fault = selector === undefined ? undefined : selectorFault(selector)
    if (fault !== undefined) return unusable(selector ?? '', fault)
  }
  return undefined
}

/**
 * Items → entries. A selector that finds nothing is a changed layout, never an empty listing. Items that were
 * read before exactly as they stand are passed over.
 */
async function readingOf(
  items: readonly ListingItem[],
  selectors: Selectors,
  { document, source, isKnown }: HtmlListing,
): Promise<ListingReading> {
  if (items.length === 0) return (await words()).nothingFound(selectors.item, document)
  const linked = items.filter((item) => item.url !== undefined)
  if (linked.length === 0) {
    return (await words()).noAddress(selectors, items.length)
  }
  const marks = await Promise.all(linked.map(fingerprintOf))
  const entries: ListingEntry[] = []
  const known: string[] = []
  const addresses = new Set<string | undefined>()
  const dates = dateReading(source, document)
  let untitled = 0
  for (const [index, item] of linked.entries()) {
    const { url } = item
    const mark = marks[index]
    // An address counts once, also where its first item is passed over: a teaser of it is no other statement.
    if (addresses.has(url)) continue
    if (mark !== undefined && isKnown?.(mark) === true) {
      addresses.add(url)
      known.push(mark)
      continue
    }
    const entry = item.entry(dates, mark)
    if (entry === undefined) untitled += 1
    else {
      addresses.add(url)
      entries.push(entry)
    }
  }
  if (entries.length + known.length === 0) {
    return (await words()).noTitle(selectors, items.length)
  }
  const unlinked = items.length - linked.length
  const notes = [
    ...(unlinked > 0 ? [NOTES.unlinked(unlinked)] : []),
    ...(untitled > 0 ? [NOTES.untitled(untitled)] : []),
    ...(items.length >= MAX_ENTRIES ? [NOTES.manyItems(MAX_ENTRIES)] : []),
  ]
  return { kind: 'read', entries, known, notes }
}

async function fingerprintOf({ raw }: ListingItem): Promise<string | undefined> {
  return raw === undefined ? undefined : await fingerprint(raw)
}
