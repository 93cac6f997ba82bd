import { type Identifiable, identityKeys } from './identity.ts'

/** An entry of a listing, as far as it is looked at to know it again. */
export interface Listed extends Identifiable {
  readonly title: string
  readonly published?: string | undefined
}

/** What the ledger tells of the statements that are known. */
interface KnownStatements {
  readonly lookup: (key: string) => number | undefined
  /** Asked only where one key alone speaks for a statement. */
  readonly about?: (number: number) => KnownFace | undefined
  /** A statement of exactly this title and date. */
  readonly titled?: (title: string, published: string) => number | undefined
}

export interface KnownFace {
  /** As the listing last showed it. */
  readonly title: string
  readonly published: string | null
  readonly keys: readonly string[]
}

/** One entry of a listing together with the statement it was found to be, if any. */
export interface Recognised<T> {
  readonly entry: T
  /** The keys that may be kept for it: those that are trusted. */
  readonly keys: readonly string[]
  readonly known: number | undefined
}

export interface Recognition<T> {
  readonly recognised: readonly Recognised<T>[]
  /** Keys that are no identity in this source, those of earlier polls included. */
  readonly distrusted: readonly string[]
}

/** What recognising looks at besides the entries. */
export interface RecogniseWorld extends KnownStatements {
  /** Statements that stand in the listing but not among the entries, having been read before. */
  readonly present?: Iterable<number>
  readonly distrusted?: readonly string[]
}

/** A shorter title may stand over two statements of one day: "تصريح صحفي". */
const SHORTEST_TITLE = 20
/** A source with so many bad guids has none that is good. */
const MOST_DISTRUSTED = 20

/**
 * Tells for each entry of one listing which known statement it is.
 *
 * A key is distrusted for good where it stands at two different entries of one listing, or where
 * it has moved to another title at another address: sites give one guid to all items, re-use
 * guids, or link every item to the front page, and new statements would be lost. Entries that
 * differ in no key are one entry. A guid never makes two entries one statement when that statement
 * stands in the listing under its own address.
 */
export function recognise<T extends Listed>(
  entries: readonly T[],
  world: RecogniseWorld,
): Recognition<T> {
  const distinct = withoutRepeats(entries)
  const distrusted = new Set(world.distrusted)
  for (const key of sharedKeys(distinct)) distrusted.add(key)
  const present = new Set(world.present)
  const byAddress = distinct.map((entry) => {
    const known = knownByAddress(entry, world, distrusted)
    if (known !== undefined) present.add(known)
    return { entry, known }
  })
  const recognised = byAddress.map(({ entry, known }) => {
    const number = known ?? knownOtherwise(entry, world, present, distrusted)
    const trusted = identityKeys(entry).filter((key) => isTrusted(key, distrusted))
    const keys = trusted.length > 0 ? trusted : [lastResortKey(entry)]
    // A guid that belongs to a statement which is here itself tells nothing about this entry.
    const own = number === undefined ? keys.filter((key) => world.lookup(key) === undefined) : keys
    const last = number ?? (trusted.length > 0 ? undefined : world.lookup(lastResortKey(entry)))
    return { entry, keys: last === undefined ? own : keys, known: last }
  })
  return { recognised, distrusted: bounded(distrusted) }
}

function isTrusted(key: string, distrusted: ReadonlySet<string>): boolean {
  return !distrusted.has(key) && !distrusted.has(key.slice(0, 2))
}

function knownByAddress(
  entry: Listed,
  world: RecogniseWorld,
  distrusted: Set<string>,
): number | undefined {
  const [key = ''] = identityKeys(entry)
  const address = key.slice(2)
  if (!isTrusted(key, distrusted)) return undefined
  // A site that changes its addresses often keeps the old one as the guid: `/?p=15`.
  const known =
    world.lookup(key) ?? (address.includes('?') ? world.lookup(`g:${address}`) : undefined)
  if (known === undefined || guidKey(entry) === undefined) return known
  const face = guidKeyIs(entry, known, world) ? undefined : world.about?.(known)
  if (face === undefined || !isAnother(entry, face)) return known
  if (!face.keys.some((one) => one.startsWith('g:')) || face.title === entry.title) return known
  distrusted.add(key)
  return undefined
}

/** Both dates are known and are not the same. */
function isAnother({ published }: Listed, face: KnownFace): boolean {
  return published !== undefined && face.published !== null && face.published !== published
}

function guidKey(entry: Listed): string | undefined {
  return identityKeys(entry)[1]
}

function guidKeyIs(entry: Listed, number: number, { lookup }: RecogniseWorld): boolean {
  const key = guidKey(entry)
  return key !== undefined && lookup(key) === number
}

/** By guid, or by a long title with its date: never a statement that is in the listing itself. */
function knownOtherwise(
  entry: Listed,
  world: RecogniseWorld,
  present: ReadonlySet<number>,
  distrusted: Set<string>,
): number | undefined {
  const key = guidKey(entry)
  if (key !== undefined && isTrusted(key, distrusted)) {
    const isAddress = /^https?:/i.test(entry.guid?.trim() ?? '')
    const known = world.lookup(key) ?? (isAddress ? world.lookup(`a:${key.slice(2)}`) : undefined)
    if (known !== undefined && !present.has(known)) {
      const face = world.about?.(known)
      if (face === undefined || isEdited(entry, face)) return known
      distrusted.add(key)
    }
  }
  const title = entry.title.trim()
  if (entry.published === undefined || title.length < SHORTEST_TITLE) return undefined
  const titled = world.titled?.(title, entry.published)
  return titled === undefined || present.has(titled) ? undefined : titled
}

/** Under a guid of its own: title or date is as it was. Where both moved, the guid is re-used. */
function isEdited({ title, published }: Listed, face: KnownFace): boolean {
  return face.title.trim() === title.trim() || (published ?? '') === face.published
}

/** Where neither address nor guid can be trusted, title and guid and address together must do. */
function lastResortKey(entry: Listed): string {
  return `t:${[entry.title.trim(), ...identityKeys(entry)].join('\n')}`
}

/**
 * Entries without those that say the same: all of it, or, in a listing of some length, the same
 * address and guid under another title. That is the newest statement in its box above the list; a
 * third one would be a site that gives all its items one address.
 */
function withoutRepeats<T extends Listed>(entries: readonly T[]): T[] {
  const repeats = Map.groupBy(entries, (entry) => identityKeys(entry).join('\n'))
  const seen = new Set<string>()
  return entries.filter((entry) => {
    const keys = identityKeys(entry).join('\n')
    const twice = entries.length >= 4 && (repeats.get(keys)?.length ?? 0) === 2
    const key = twice ? keys : lastResortKey(entry)
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}

function sharedKeys(entries: readonly Listed[]): string[] {
  const uses = new Map<string, number>()
  for (const entry of entries) {
    for (const key of identityKeys(entry)) uses.set(key, (uses.get(key) ?? 0) + 1)
  }
  return [...uses].filter(([, count]) => count > 1).map(([key]) => key)
}

/** Kept small: beyond a number of bad keys of one kind, the kind itself is not trusted. */
function bounded(distrusted: ReadonlySet<string>): string[] {
  const kept = [...distrusted]
  const guids = kept.filter((key) => key.startsWith('g:'))
  const others = kept.filter((key) => !key.startsWith('g:')).slice(-MOST_DISTRUSTED)
  return guids.length > MOST_DISTRUSTED || guids.includes('g:')
    ? [...others, 'g:']
    : [...others, ...guids]
}
