import type { Change } from '../statements/change.ts'
import { contentKey } from '../statements/identity.ts'
import { type Circumstances, appeared, restored, revised } from '../statements/ledger.ts'
import { type Returnings, afterCurrent, afterReturn } from '../statements/returning.ts'
import { followsVisits } from '../statements/visit-date.ts'
import { type VolatilePart, isSameButVolatile, observed } from '../statements/volatility.ts'
import type { Source } from '../sources/source.ts'
import type { Instant } from '../text/instant.ts'
import type { Draft } from './draft.ts'
import { boundedKeys } from './learn-keys.ts'
import { type Sighted, markOf } from './sighted.ts'
import type { Kept, StatementStore } from './statement-store.ts'
import { refreshPartners, tieDeclared } from './tie-drafts.ts'

/** What a run will write, and which statement each raw entry turned out to be. */
export interface Plan {
  readonly drafts: readonly Draft[]
  readonly numbers: Readonly<Record<string, number>>
  readonly learnt: Learnt
}

/** What is known of a source's statements besides them. */
export interface Learnt {
  /** Volatile parts of its pages. */
  readonly volatile: readonly VolatilePart[]
  readonly returning: Returnings
}

/**
 * Compares what was seen with what is known and drafts all that is to be written. Reads the
 * ledger, writes nothing: the transaction that follows writes everything or nothing.
 */
export function plan(
  sighted: readonly Sighted[],
  source: Source,
  store: StatementStore,
  where: Circumstances,
  before: Learnt,
): Plan {
  let { volatile, returning } = before
  const drafts = new Map<number, Draft>()
  const keysOfThisRun = new Map<string, number>()
  const numbers: Record<string, number> = {}
  let next = store.nextNumber()
  const asked = sighted.filter(({ known }) => known === undefined).flatMap(withContentKey)
  const kept = store.lookupAll(asked)
  for (const one of sighted) {
    const keys = withContentKey(one)
    const known = one.known ?? knownBy(keys, (key) => keysOfThisRun.get(key) ?? kept.get(key))
    const number = known ?? next
    if (known === undefined) next += 1
    numbers[one.fingerprint ?? markOf(number)] = number
    if (known !== undefined && store.loadShell(known)?.erased !== undefined) continue
    const was = drafts.get(number)?.kept ?? (known === undefined ? undefined : store.load(known))
    if (was !== undefined) {
      const verdict = whetherReturned(one, number, was, returning, where.now, store)
      returning = verdict.returnings
      if (!verdict.counts) continue
    }
    const draft =
      was === undefined
        ? first(one, number, keys, where)
        : again(one, number, was, keys, where, volatile)
    if (draft === undefined) continue
    if (was !== undefined && draft.change?.kind === 'revised')
      volatile = observed(was.statement.text, draft.kept.statement.text, number, volatile)
    const earlier = drafts.get(number)
    drafts.set(number, earlier === undefined ? draft : joined(earlier, draft))
    for (const key of keys) if (!keysOfThisRun.has(key)) keysOfThisRun.set(key, number)
  }
  const lookup = (key: string) => keysOfThisRun.get(key) ?? kept.get(key) ?? store.lookup(key)
  for (const one of sighted) {
    const number = one.known ?? knownBy(withContentKey(one), lookup)
    if (number === undefined) continue
    tieDeclared({ one, number, knownBy: (keys) => knownBy(keys, lookup) }, source, store, drafts)
  }
  refreshPartners(drafts, store)
  return { drafts: [...drafts.values()], numbers, learnt: { volatile, returning } }
}

function withContentKey({ seen, keys }: Sighted): string[] {
  const key = contentKey(seen.contentHash, seen.sighting.text, seen.sighting.published)
  return key === undefined ? [...keys] : [...keys, key]
}

function knownBy(
  keys: readonly string[],
  lookup: (key: string) => number | undefined,
): number | undefined {
  for (const key of keys) {
    const number = lookup(key)
    if (number !== undefined) return number
  }
  return undefined
}

function first(one: Sighted, number: number, keys: readonly string[], where: Circumstances): Draft {
  const change = appeared(one.seen, number, where)
  const short = one.short ? { short: true as const } : {}
  const kept = { statement: change.statement, listedTitle: one.listedTitle, keys, ...short }
  return {
    number,
    kept,
    change,
    baseline: one.baseline,
    flood: one.flood,
    tied: false,
    newKeys: keys,
    awaits: [],
    met: [],
  }
}

/** Whether what was seen of a known statement is to be looked at: a former wording, when it has stayed. */
function whetherReturned(
  { seen, paged, listedTitle: listed }: Sighted,
  number: number,
  { statement }: Kept,
  returning: Returnings,
  at: Instant,
  { wordings }: StatementStore,
): { readonly counts: boolean; readonly returnings: Returnings } {
  const { contentHash: hash } = seen
  if (hash === statement.contentHash)
    return { counts: true, returnings: afterCurrent(returning, number) }
  const isFormer =
    statement.revision > 1 &&
    statement.state === 'current' &&
    wordings.all(number).some(({ contentHash }) => contentHash === hash)
  return isFormer
    ? afterReturn(returning, number, { hash, paged, listed, at })
    : { counts: true, returnings: returning }
}

/** A known statement: a revision, a new key, a new headline in the listing, or nothing at all. */
function again(
  one: Sighted,
  number: number,
  { short, ...before }: Kept,
  keys: readonly string[],
  where: Circumstances,
  parts: readonly VolatilePart[],
): Draft | undefined {
  const isBack = before.statement.state === 'withdrawn'
  const found = (isBack ? restored : revised)(before.statement, one.seen, where.now)
  const isNoise = found?.kind === 'revised' && onlyNoise(before, one, parts)
  const change = isNoise ? undefined : short === true ? completed(found) : found
  const isNew = (key: string) => !before.keys.includes(key) && !(isNoise && key.startsWith('c:'))
  const newKeys = boundedKeys(before.keys, keys.filter(isNew))
  const isDateless = change === undefined && isDatedByVisits(before, one, where.now)
  const isSame = newKeys.length === 0 && before.listedTitle === one.listedTitle
  if (change === undefined && isSame && !isDateless) {
    return undefined
  }
  const kept = {
    ...before,
    statement:
      change?.statement ??
      (isDateless ? { ...before.statement, published: null } : before.statement),
    listedTitle: one.listedTitle,
    keys: [...before.keys, ...newKeys],
  }
  return {
    number,
    kept,
    change,
    baseline: one.baseline,
    flood: one.flood,
    tied: isDateless,
    ...(isDateless ? { dateless: true as const } : {}),
    newKeys,
    awaits: [],
    met: [],
  }
}

/** What was short is whole: no edit, and of no class. */
function completed(found: Change | undefined): Change | undefined {
  if (found?.kind !== 'revised') return found
  return { kind: 'revised', statement: found.statement, completes: true }
}

/** An unknown date is better than ours: what moves with our visits is no date of the publisher's. */
function isDatedByVisits({ statement }: Kept, { seen, paged }: Sighted, now: Instant): boolean {
  if (!paged || seen.contentHash !== statement.contentHash) return false
  const first = { published: statement.published, at: statement.firstSeen }
  return followsVisits(first, { published: seen.sighting.published, at: now })
}

function onlyNoise(before: Kept, { seen }: Sighted, parts: readonly VolatilePart[]): boolean {
  const { title, text } = seen.sighting
  return title === before.statement.title && isSameButVolatile(before.statement.text, text, parts)
}

/** One statement met twice in one run: both sightings tell of it, the first named change stands. */
function joined(earlier: Draft, later: Draft): Draft {
  const { statement } = later.kept
  const change =
    earlier.change === undefined
      ? later.change
      : { ...earlier.change, statement: earlier.kept.statement }
  return {
    ...later,
    change,
    kept: {
      ...later.kept,
      statement: earlier.change === undefined ? statement : earlier.kept.statement,
    },
    baseline: earlier.baseline,
    newKeys: [...earlier.newKeys, ...later.newKeys],
  }
}
