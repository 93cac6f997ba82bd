import { contentHash } from '../statements/content-hash.ts'
import type { Recognised } from '../statements/recognise.ts'
import type { Hashed } from '../statements/ledger.ts'
import type { Returnings } from '../statements/returning.ts'
import { isOfVisit } from '../statements/visit-date.ts'
import type { Article, ListingEntry } from '../sources/reading.ts'
import { sightingOf } from '../sources/sighting-of.ts'
import type { Source } from '../sources/source.ts'
import type { Get } from '../sources/get.ts'
import type { StatementStore } from './statement-store.ts'
import type { WantedStore } from './wanted-store.ts'

/** One statement as this run saw it, whole. */
export interface Sighted {
  readonly seen: Hashed
  readonly keys: readonly string[]
  readonly known: number | undefined
  readonly listedTitle: string
  /** Of the raw entry, where the reader gives one. */
  readonly fingerprint: string | undefined
  /** Kept without telling anybody: it stood in the source's first listing. */
  readonly baseline: boolean
  /** The flood that it came with, if any. */
  readonly flood: number | undefined
  /** Its text stands on its own page, be it read yet or not: the listing will not show its edits. */
  readonly paged: boolean
  /** Only what the listing shows was had of it. */
  readonly short: boolean
}

/** What sighting needs from the object. */
export interface SightWorld {
  readonly source: Source
  readonly store: StatementStore
  readonly wanted: WantedStore
  readonly get: Get
  readonly agent: string
  /** Pages that one run may fetch: the free plan gives a run 10 ms of CPU. */
  readonly pages: number
  readonly now: number
  /** See `SourceState`. */
  readonly datedByVisit: boolean
  readonly returning: Returnings
  /** What is dated before this moment (ms since 1970) and was not known is no news; -Infinity: all is. */
  readonly oldBefore: number
  /** The same for what stands below all that is known: an older one that slid in where another was deleted. */
  readonly slidBefore: number
  /** Fingerprints of what stood below all entries that were passed over; undefined where none was. */
  readonly below: ReadonlySet<string> | undefined
}

/** How an entry is kept. */
interface Quietly {
  readonly baseline: boolean
  readonly flood?: number | undefined
  /** It stood below all that is known, see `slidBefore`. */
  readonly isBelow?: boolean
}

/** In the place of a fingerprint where the reader gives none; no fingerprint looks so. */
export function markOf(number: number): string {
  return `#${number}`
}

/** An entry with all that its listing or its page tells. */
export async function whole(
  { entry, keys, known }: Recognised<ListingEntry>,
  article: Article | undefined,
  { baseline, flood, isBelow }: Quietly,
  world: SightWorld,
): Promise<Sighted> {
  const sighting = sightingOf(entry, believed(article, world), world.source)
  const hash = await contentHash(sighting.title, sighting.text)
  const seen = { sighting, contentHash: hash }
  const { fingerprint, title } = entry
  const paged = article !== undefined || !entry.complete
  const oldBefore = isBelow === true ? world.slidBefore : world.oldBefore
  const isOld = known === undefined && Date.parse(sighting.published ?? '') < oldBefore
  const quiet = baseline || isOld
  const short = article === undefined && !entry.complete
  const of = { listedTitle: title, fingerprint, paged, short }
  return { seen, keys, known, baseline: quiet, flood, ...of }
}

/** A page whose date goes along with its visitors has none; a selector for the date is the operator's word. */
function believed(article: Article | undefined, world: SightWorld): Article | undefined {
  const { source, datedByVisit, now } = world
  if (article === undefined || !datedByVisit || source.selectors?.articleDate !== undefined)
    return article
  const { published } = article
  const isToday = isOfVisit({ published, at: new Date(now).toISOString() })
  return isToday ? { ...article, published: undefined } : article
}
