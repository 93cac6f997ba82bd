import { type Recognised, recognise } from '../statements/recognise.ts'
import { identityKeys } from '../statements/identity.ts'
import { readPage } from '../sources/read-page.ts'
import type { ListingEntry } from '../sources/reading.ts'
import { isDue, isListedSo } from '../statements/returning.ts'
import { askedToWait } from './asked-to-wait.ts'
import type { Renamed } from './learn-keys.ts'
import { type SightWorld, type Sighted, markOf, whole } from './sighted.ts'
import type { Shell } from './statement-store.ts'
import type { Wanted } from './wanted-store.ts'

export interface Sights {
  readonly sighted: readonly Sighted[]
  /** Pages to be read in a later run: over this run's number, or not answering. */
  readonly wanted: readonly Wanted[]
  /** Statements by fingerprint that were recognised without having to be read. */
  readonly unread: Readonly<Record<string, number>>
  /** Those of them that stood there under keys of which one is new. */
  readonly renamed: readonly Renamed[]
  /** Those of them that are listed as they were before a former wording was seen again. */
  readonly refuted: readonly number[]
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
  renamed: [],
  refuted: [],
  settled: [],
  awaited: [],
  notBefore: 0,
  distrusted: undefined,
}

/** A page that failed so often is kept with what the listing tells: late and short beats lost. */
const PAGE_ATTEMPTS = 4
/** One that answers and holds no text, a picture or a file, will hold none in seven minutes: people are told in one. */
const TEXTLESS_ATTEMPTS = 2

/** Turns the entries of one good listing into sightings. */
export async function sightListing(
  entries: readonly ListingEntry[],
  present: Iterable<number>,
  baseline: boolean,
  distrusted: readonly string[],
  world: SightWorld,
): Promise<Sights> {
  const recognition = recognisedIn(entries, present, baseline, distrusted, world)
  const unread: Record<string, number> = {}
  const paged = recognition.recognised.filter(({ entry }) => !entry.complete)
  const shells = world.store.loadShells(paged.flatMap(({ known }) => known ?? []))
  const sighted: Sighted[] = []
  const wanted: Wanted[] = []
  const awaited: ListingEntry[] = []
  const renamed: Renamed[] = []
  const refuted: number[] = []
  let pagesLeft = world.pages
  let notBefore = 0
  // In a listing of which nothing is known everything would stand below all that is.
  let isBelow =
    world.below !== undefined || recognition.recognised.some(({ known }) => known !== undefined)
  for (const one of recognition.recognised) {
    isBelow &&= one.known === undefined && world.below?.has(one.entry.fingerprint ?? '') !== false
    const quietly = { baseline, isBelow }
    if (one.entry.complete) {
      sighted.push(await whole(one, undefined, quietly, world))
      continue
    }
    if (!needsPage(one, shells, world)) {
      if (one.known === undefined) continue
      if (isRefuted(one, world)) refuted.push(one.known)
      unread[one.entry.fingerprint ?? markOf(one.known)] = one.known
      if (hasNewKey(one, shells)) renamed.push({ number: one.known, keys: one.keys })
      continue
    }
    if (pagesLeft > 0) {
      pagesLeft -= 1
      const reading = await readPage(one.entry, world.source, world.get, world.agent)
      if (reading.kind === 'read') {
        sighted.push(await whole(one, reading.article, quietly, world))
        continue
      }
      notBefore = askedToWait(reading, world.now)
      // A site that is tired of us is not asked for the next page.
      if (notBefore > 0) pagesLeft = 0
      wanted.push(want(one, quietly, notBefore > 0 ? 0 : 1, world))
    } else {
      wanted.push(want(one, quietly, 0, world))
    }
    if (one.known === undefined) awaited.push(one.entry)
  }
  const found = { sighted, wanted, unread, renamed, refuted, awaited, notBefore }
  return { ...NO_SIGHTS, ...found, distrusted: recognition.distrusted }
}

/** Which statement each entry is, in the order of publication. */
function recognisedIn(
  entries: readonly ListingEntry[],
  present: Iterable<number>,
  baseline: boolean,
  distrusted: readonly string[],
  { store }: SightWorld,
) {
  // Listings show the newest first; numbers are given in the order of publication.
  const oldestFirst = [...entries].reverse()
  const keys = oldestFirst.flatMap(identityKeys)
  // One question for all of a listing; what else is asked of a few is asked one by one.
  const [asked, named] = [new Set(keys), store.lookupAll(keys)]
  return recognise(oldestFirst, {
    lookup: (key) => (asked.has(key) ? named.get(key) : store.lookup(key)),
    about: (number) => store.about(number),
    // In a first listing nothing can have been renamed: three hundred questions for nothing.
    ...(baseline ? {} : { titled: (title, published) => store.titled(title, published) }),
    present,
    distrusted,
  })
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
  const awaited = world.returning[known]
  // Shown as it was when a former wording was read there: its page is read when that may count.
  if (awaited !== undefined && awaited.since > 0 && isListedSo(awaited, entry.title))
    return isDue(awaited, world.now)
  return shell?.listedTitle !== entry.title || shell.state === 'withdrawn'
}

function isRefuted({ entry, known }: Recognised<ListingEntry>, { returning }: SightWorld): boolean {
  const awaited = returning[known ?? 0]
  return awaited !== undefined && awaited.since > 0 && !isListedSo(awaited, entry.title)
}

function hasNewKey(
  { known, keys }: Recognised<ListingEntry>,
  shells: ReadonlyMap<number, Shell>,
): boolean {
  const shell = shells.get(known ?? 0)
  return shell?.erased === undefined && keys.some((key) => shell?.keys.includes(key) === false)
}

function want(
  { entry, keys }: Pick<Recognised<ListingEntry>, 'entry' | 'keys'>,
  { baseline, isBelow }: { readonly baseline: boolean; readonly isBelow: boolean },
  attempts: number,
  world: SightWorld,
): Wanted {
  const isOld = isBelow && Date.parse(entry.published ?? '') < world.slidBefore
  const quiet = baseline || isOld
  return { url: entry.url, source: world.source.id, entry, keys, baseline: quiet, attempts }
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
      if (attempts < (reading.reason === 'selector' ? TEXTLESS_ATTEMPTS : PAGE_ATTEMPTS)) {
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
