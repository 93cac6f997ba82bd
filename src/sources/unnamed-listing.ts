import { fingerprints } from './fingerprint.ts'
import { LISTING_RECIPES } from './listing-recipes-table.ts'
import { listedStatements } from './listing-structure.ts'
import { NOTES } from './note-words-table.ts'
import type { ListingEntry, ListingReading, ReadOptions, SourceDocument } from './reading.ts'
import { refused } from './refused.ts'
import { feedHint } from './selector-refusals.ts'
import type { Selectors, Source } from './source.ts'

export interface HtmlListing extends Pick<ReadOptions, 'isKnown'> {
  readonly document: SourceDocument
  readonly source: Source
}

/** A list of one or two could be a teaser beside the list that is meant. */
const FEWEST = 3

type ReadSelected = (
  listing: HtmlListing,
  selectors: Selectors,
  whole: boolean,
) => Promise<ListingReading>

/** A page whose parts nobody named: by a known platform's recipe, or by what repeats in it. */
export async function readUnnamed(
  listing: HtmlListing,
  readSelected: ReadSelected,
): Promise<ListingReading> {
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
