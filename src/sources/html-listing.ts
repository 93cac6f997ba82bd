import type { Words } from '../text/language.ts'
import { dateReading } from './date-reading.ts'
import { MAX_ENTRIES } from './feed-scan.ts'
import { fingerprint, fingerprints } from './fingerprint.ts'
import type { ListingItem } from './html-listing-item.ts'
import { ListingPage } from './html-listing-page.ts'
import type {
  ListingEntry,
  ListingReader,
  ListingReading,
  ReadOptions,
  SourceDocument,
} from './reading.ts'
import { LISTING_RECIPES } from './listing-recipes-table.ts'
import { NOTES } from './note-words-table.ts'
import { refused } from './refused.ts'
import { likeIt } from './selector-hint.ts'
import { selectorFault, unusable } from './selector.ts'
import type { Selectors, Source } from './source.ts'

/** Pages: statements are found by the operator's selectors, by a known platform's, or by what repeats. */
export const readHtmlListing: ListingReader['read'] = async (
  document,
  source,
  { isKnown } = {},
) => {
  const { selectors } = source
  const listing = { document, source, ...(isKnown === undefined ? {} : { isKnown }) }
  if (selectors === undefined) return await readUnnamed(listing)
  const fault = faultIn(selectors)
  if (fault !== undefined) return refused('selector', fault)
  return await readSelected(listing, selectors, selectors.body === undefined)
}

interface HtmlListing extends Pick<ReadOptions, 'isKnown'> {
  readonly document: SourceDocument
  readonly source: Source
}

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

/** A list of one or two could be a teaser beside the list that is meant. */
const FEWEST = 3

async function readUnnamed(listing: HtmlListing): Promise<ListingReading> {
  const { document, source, isKnown } = listing
  let few: ListingReading | undefined
  for (const { platform, sign, unless, selectors, whole } of LISTING_RECIPES) {
    if (!sign.test(document.text) || unless?.test(document.text) === true) continue
    const reading = await readSelected(listing, selectors, whole)
    if (reading.kind !== 'read') continue
    const noted = { ...reading, notes: [NOTES.recipe(platform), ...reading.notes] }
    if (reading.entries.length + (reading.known?.length ?? 0) >= FEWEST) return noted
    few ??= noted
  }
  // Loaded for the pages that no recipe knows.
  const { listedStatements } = await import('./listing-structure.ts')
  const listed = listedStatements(document, source)
  if (listed.length > 0) {
    const marks = await fingerprints(listed.map(({ raw }) => raw))
    const known = marks.filter((mark) => isKnown?.(mark) === true)
    const entries = listed.flatMap(({ entry }, index): ListingEntry[] => {
      const mark = marks[index] ?? ''
      return known.includes(mark) ? [] : [{ ...entry, fingerprint: mark }]
    })
    return { kind: 'read', entries, known, notes: [NOTES.structure(listed.length)] }
  }
  const hint = feedHint(document)
  const detail = {
    en: `Nothing on the page repeats like a list of statements. Name one statement's element as selectors.item.${hint.en}`,
    ar: `لا يتكرر في الصفحة ما يشبه قائمة بيانات. سم عنصر البيان الواحد في selectors.item.${hint.ar}`,
  }
  // Nobody gave selectors that could have failed: it is the address that holds no list.
  return few ?? refused('not-a-listing', detail)
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
  if (items.length === 0) return refused('selector', foundNothing(selectors.item, document))
  const linked = items.filter((item) => item.url !== undefined)
  if (linked.length === 0) {
    const link = selectors.link ?? 'a[href]'
    return refused('selector', {
      en: `The link selector "${link}" found no address in any of ${items.length} items.`,
      ar: `لم يجد محدد الرابط "${link}" عنوانا\u064B في أي من العناصر (${items.length}).`,
    })
  }
  const marks = await Promise.all(linked.map(markOf))
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
    const title = selectors.title ?? 'a'
    return refused('selector', {
      en: `The title selector "${title}" found no text in any of ${items.length} items.`,
      ar: `لم يجد محدد العنوان "${title}" نصا\u064B في أي من العناصر (${items.length}).`,
    })
  }
  const unlinked = items.length - linked.length
  const notes = [
    ...(unlinked > 0 ? [NOTES.unlinked(unlinked)] : []),
    ...(untitled > 0 ? [NOTES.untitled(untitled)] : []),
    ...(items.length >= MAX_ENTRIES ? [NOTES.manyItems(MAX_ENTRIES)] : []),
  ]
  return { kind: 'read', entries, known, notes }
}

async function markOf({ raw }: ListingItem): Promise<string | undefined> {
  return raw === undefined ? undefined : await fingerprint(raw)
}

function foundNothing(item: string, document: SourceDocument): Words {
  const [like, feed] = [likeIt(item, document), feedHint(document)]
  return {
    en: `The item selector "${item}" found nothing.${like.en}${feed.en}`,
    ar: `لم يجد محدد العنصر "${item}" شيئا\u064B.${like.ar}${feed.ar}`,
  }
}

/** A page that names its feed makes a better source by that. */
function feedHint({ text }: SourceDocument): Words {
  const tag =
    /<link\s[^<>]*type\s*=\s*["']?application\/(?:rss|atom|feed)\+(?:xml|json)[^<>]*>/i.exec(
      text,
    )?.[0] ?? ''
  const href = /href\s*=\s*["']([^"'\s]{1,300})["']/i.exec(tag)?.[1]
  if (href === undefined) return { en: '', ar: '' }
  return {
    en: ` The page names a feed that could be polled instead: ${href}`,
    ar: ` تعلن الصفحة خلاصة يمكن أن تقرأ بدلا\u064B منها: ${href}`,
  }
}
