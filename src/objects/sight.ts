import { contentHash } from '../statements/content-hash.ts'
import { type Recognised, recognise } from '../statements/recognise.ts'
import { identityKeys } from '../statements/identity.ts'
import type { Hashed } from '../statements/ledger.ts'
import { isOfVisit } from '../statements/visit-date.ts'
import { readPage } from '../sources/read-page.ts'
import type { Article, ListingEntry } from '../sources/reading.ts'
import { sightingOf } from '../sources/sighting-of.ts'
import type { Source } from '../sources/source.ts'
import type { Get } from '../sources/get.ts'
import { askedToWait } from './asked-to-wait.ts'
import type { Shell, StatementStore } from './statement-store.ts'
import type { Wanted, WantedStore } from './wanted-store.ts'

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
}

export interface Sights {
  readonly sighted: readonly Sighted[]
  /** Pages to be read in a later run: over this run's number, or not answering. */
  readonly wanted: readonly Wanted[]
  /** Statements by fingerprint that were recognised without having to be read. */
  readonly unread: Readonly<Record<string, number>>
  /** Addresses of wanted pages that are settled now. */
  readonly settled: readonly string[]
  /** Entries that nobody knew and whose pages are among the wanted. */
  readonly awaited: readonly ListingEntry[]
  /** Until then the site wants no page to be asked for, ms since 1970; 0 where it said nothing. */
  readonly notBefore: number
  /** Identity keys that proved to be none; undefined where no listing was looked at. */
  readonly distrusted: readonly string[] | undefined
}

const NO_SIGHTS: Sights = {
  sighted: [],
  wanted: [],
  unread: {},
  settled: [],
  awaited: [],
  notBefore: 0,
  distrusted: undefined,
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
  /** What is dated before this moment (ms since 1970) and was not known is no news; -Infinity: all is. */
  readonly oldBefore: number
}

/** A page that failed so often is kept with what the listing tells: late and short beats lost. */
const PAGE_ATTEMPTS = 4

/** Turns the entries of one good listing into sightings. */
export async function sightListing(
  entries: readonly ListingEntry[],
  present: Iterable<number>,
  baseline: boolean,
  distrusted: readonly string[],
  world: SightWorld,
): Promise<Sights> {
  // Listings show the newest first; numbers are given in the order of publication.
  const oldestFirst = [...entries].reverse()
  const keys = oldestFirst.flatMap(identityKeys)
  // One question for all of a listing; what else is asked of a few is asked one by one.
  const [asked, named] = [new Set(keys), world.store.lookupAll(keys)]
  const recognition = recognise(oldestFirst, {
    lookup: (key) => (asked.has(key) ? named.get(key) : world.store.lookup(key)),
    about: (number) => world.store.about(number),
    // In a first listing nothing can have been renamed: three hundred questions for nothing.
    ...(baseline ? {} : { titled: (title, published) => world.store.titled(title, published) }),
    present,
    distrusted,
  })
  const unread: Record<string, number> = {}
  const paged = recognition.recognised.filter(({ entry }) => !entry.complete)
  const shells = world.store.loadShells(paged.flatMap(({ known }) => known ?? []))
  const sighted: Sighted[] = []
  const wanted: Wanted[] = []
  const awaited: ListingEntry[] = []
  let pagesLeft = world.pages
  let notBefore = 0
  for (const one of recognition.recognised) {
    if (one.entry.complete) {
      sighted.push(await whole(one, undefined, { baseline }, world))
      continue
    }
    if (!needsPage(one, shells, world)) {
      if (one.known !== undefined) unread[one.entry.fingerprint ?? markOf(one.known)] = one.known
      continue
    }
    if (pagesLeft > 0) {
      pagesLeft -= 1
      const reading = await readPage(one.entry, world.source, world.get, world.agent)
      if (reading.kind === 'read') {
        sighted.push(await whole(one, reading.article, { baseline }, world))
        continue
      }
      notBefore = askedToWait(reading, world.now)
      // A site that is tired of us is not asked for the next page.
      if (notBefore > 0) pagesLeft = 0
      wanted.push(want(one, baseline, notBefore > 0 ? 0 : 1, world))
    } else {
      wanted.push(want(one, baseline, 0, world))
    }
    if (one.known === undefined) awaited.push(one.entry)
  }
  const found = { sighted, wanted, unread, awaited, notBefore }
  return { ...NO_SIGHTS, ...found, distrusted: recognition.distrusted }
}

/** In the place of a fingerprint where the reader gives none; no fingerprint looks so. */
export function markOf(number: number): string {
  return `#${number}`
}

/**
 * A page is read when its statement is new, when the listing shows another headline for it, and
 * when the listing shows again what was withdrawn.
 */
function needsPage(
  { entry, known }: Recognised<ListingEntry>,
  shells: ReadonlyMap<number, Shell>,
  world: SightWorld,
): boolean {
  if (known === undefined) return !world.wanted.has(entry.url)
  const shell = shells.get(known)
  if (shell?.erased !== undefined) return false
  return shell?.listedTitle !== entry.title || shell.state === 'withdrawn'
}

function want(
  { entry, keys }: Pick<Recognised<ListingEntry>, 'entry' | 'keys'>,
  baseline: boolean,
  attempts: number,
  world: SightWorld,
): Wanted {
  return { url: entry.url, source: world.source.id, entry, keys, baseline, attempts }
}

async function whole(
  { entry, keys, known }: Recognised<ListingEntry>,
  article: Article | undefined,
  { baseline, flood }: { readonly baseline: boolean; readonly flood?: number | undefined },
  world: SightWorld,
): Promise<Sighted> {
  const sighting = sightingOf(entry, believed(article, world), world.source)
  const hash = await contentHash(sighting.title, sighting.text)
  const seen = { sighting, contentHash: hash }
  const { fingerprint, title } = entry
  const paged = article !== undefined || !entry.complete
  const isOld = known === undefined && Date.parse(sighting.published ?? '') < world.oldBefore
  const quiet = baseline || isOld
  return { seen, keys, known, listedTitle: title, fingerprint, baseline: quiet, flood, paged }
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

/** Reads pages that an earlier run left over. */
export async function sightWanted(pages: readonly Wanted[], world: SightWorld): Promise<Sights> {
  const sighted: Sighted[] = []
  const again: Wanted[] = []
  const settled: string[] = []
  let notBefore = 0
  for (const page of pages) {
    const { entry, keys } = page
    if (notBefore > 0) {
      again.push(page)
      continue
    }
    const known = keys.map((key) => world.store.lookup(key)).find((number) => number !== undefined)
    const reading = await readPage(entry, world.source, world.get, world.agent)
    if (reading.kind === 'refused') {
      notBefore = askedToWait(reading, world.now)
      const attempts = page.attempts + (notBefore > 0 ? 0 : 1)
      if (attempts < PAGE_ATTEMPTS) {
        again.push({ ...page, attempts })
        continue
      }
    }
    settled.push(page.url)
    const article = reading.kind === 'read' ? reading.article : undefined
    // A known statement whose page does not answer has taught us nothing.
    if (article === undefined && known !== undefined) continue
    sighted.push(await whole({ entry, keys, known }, article, page, world))
  }
  return { ...NO_SIGHTS, sighted, wanted: again, settled, notBefore }
}

/** Looks again at the pages of statements whose listing does not carry their text. */
export async function sightAgain(numbers: readonly number[], world: SightWorld): Promise<Sights> {
  const sighted: Sighted[] = []
  let notBefore = 0
  for (const number of numbers) {
    if (notBefore > 0) break
    const kept = world.store.load(number)
    if (kept === undefined || kept.statement.state === 'withdrawn') continue
    const { statement, keys, listedTitle } = kept
    const reading = await readPage(statement, world.source, world.get, world.agent)
    if (reading.kind === 'refused') {
      notBefore = askedToWait(reading, world.now)
      continue
    }
    const entry: ListingEntry = {
      url: statement.url,
      guid: undefined,
      title: listedTitle,
      published: statement.published ?? undefined,
      language: statement.language,
      html: '',
      complete: false,
      translations: [],
    }
    const quietly = { baseline: false }
    sighted.push(await whole({ entry, keys, known: number }, reading.article, quietly, world))
  }
  return { ...NO_SIGHTS, sighted, notBefore }
}
