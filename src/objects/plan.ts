import { declaredPartners, mayPair } from '../statements/declared-pair.ts'
import { contentKey } from '../statements/identity.ts'
import type { Change } from '../statements/change.ts'
import { type Circumstances, appeared, revised } from '../statements/ledger.ts'
import type { Statement, Translation } from '../statements/statement.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import type { Source } from '../sources/source.ts'
import type { Sighted } from './sight.ts'
import type { Kept, StatementStore } from './statement-store.ts'

/** What one run will write about one statement. */
export interface Draft {
  readonly number: number
  kept: Kept
  /** The change that this run found; undefined where only keys, title or partner moved. */
  change: Change | undefined
  readonly baseline: boolean
  /** The flood that it came with, if any: its alerts wait there. */
  flood: number | undefined
  /** Whether its partner, or what is shown of it, is new: then it is published anew. */
  tied: boolean
  /** Keys that the statement did not have before. */
  newKeys: readonly string[]
  /** Canonical addresses of a declared partner that was not met yet. */
  awaits: readonly string[]
  /** Addresses whose waiting is over. */
  met: readonly string[]
}

/** What a run will write, and which statement each raw entry turned out to be. */
export interface Plan {
  readonly drafts: readonly Draft[]
  readonly numbers: Readonly<Record<string, number>>
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
): Plan {
  const drafts = new Map<number, Draft>()
  const keysOfThisRun = new Map<string, number>()
  const numbers: Record<string, number> = {}
  let next = store.nextNumber()
  for (const one of sighted) {
    const keys = withContentKey(one)
    const known = one.known ?? knownBy(keys, keysOfThisRun, store)
    const number = known ?? next
    if (known === undefined) next += 1
    if (one.fingerprint !== undefined) numbers[one.fingerprint] = number
    const before = drafts.get(number)?.kept ?? store.load(number)
    const draft =
      before === undefined
        ? first(one, number, keys, where)
        : again(one, number, before, keys, where)
    if (draft === undefined) continue
    const earlier = drafts.get(number)
    drafts.set(number, earlier === undefined ? draft : joined(earlier, draft))
    for (const key of keys) if (!keysOfThisRun.has(key)) keysOfThisRun.set(key, number)
  }
  for (const one of sighted) tie(one, source, store, drafts, keysOfThisRun)
  refreshPartners(drafts, store)
  return { drafts: [...drafts.values()], numbers }
}

function withContentKey({ seen, keys }: Sighted): string[] {
  const key = contentKey(seen.contentHash, seen.sighting.text, seen.sighting.published)
  return key === undefined ? [...keys] : [...keys, key]
}

function knownBy(
  keys: readonly string[],
  keysOfThisRun: ReadonlyMap<string, number>,
  store: StatementStore,
): number | undefined {
  for (const key of keys) {
    const number = keysOfThisRun.get(key) ?? store.lookup(key)
    if (number !== undefined) return number
  }
  return undefined
}

function first(one: Sighted, number: number, keys: readonly string[], where: Circumstances): Draft {
  const change = appeared(one.seen, number, where)
  const kept = { statement: change.statement, listedTitle: one.listedTitle, keys }
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

/** A known statement: a revision, a new key, a new headline in the listing, or nothing at all. */
function again(
  one: Sighted,
  number: number,
  before: Kept,
  keys: readonly string[],
  where: Circumstances,
): Draft | undefined {
  const change = revised(before.statement, one.seen, where.now)
  const newKeys = boundedKeys(
    before.keys,
    keys.filter((key) => !before.keys.includes(key)),
  )
  if (change === undefined && newKeys.length === 0 && before.listedTitle === one.listedTitle) {
    return undefined
  }
  const kept = {
    statement: change?.statement ?? before.statement,
    listedTitle: one.listedTitle,
    keys: [...before.keys, ...newKeys],
  }
  return {
    number,
    kept,
    change,
    baseline: one.baseline,
    flood: one.flood,
    tied: false,
    newKeys,
    awaits: [],
    met: [],
  }
}

/** Guids that one statement may have had: a site that gives a new one each poll adds no more. */
const MOST_GUIDS = 4

function boundedKeys(before: readonly string[], fresh: readonly string[]): readonly string[] {
  const guids = before.filter((key) => key.startsWith('g:')).length
  return guids < MOST_GUIDS ? fresh : fresh.filter((key) => !key.startsWith('g:'))
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

/** Ties a statement to the partner that its page declares, or remembers that it waits for one. */
function tie(
  one: Sighted,
  source: Source,
  store: StatementStore,
  drafts: Map<number, Draft>,
  keysOfThisRun: ReadonlyMap<string, number>,
): void {
  const { url, translations } = one.seen.sighting
  const number = one.known ?? knownBy(withContentKey(one), keysOfThisRun, store)
  if (number === undefined) return
  const addresses = declaredPartners(url, translations, source.translationPath)
  const own = one.keys.filter((key) => key.startsWith('a:')).map((key) => key.slice(2))
  const waiting = own.map((address) => store.awaiting(address)).find((n) => n !== undefined)
  const found =
    waiting ??
    knownBy(
      addresses.map((address) => `a:${address}`),
      keysOfThisRun,
      store,
    )
  if (found === undefined) {
    const draft = drafts.get(number)
    if (draft !== undefined && draft.kept.statement.translation === null) draft.awaits = addresses
    return
  }
  const draft = draftOf(number, drafts, store)
  const partner = draftOf(found, drafts, store)
  if (draft === undefined || partner === undefined) return
  if (draft.kept.statement.translation !== null || partner.kept.statement.translation !== null)
    return
  if (!mayPair(draft.kept.statement, partner.kept.statement)) return
  setTranslation(draft, declared(partner.kept.statement))
  setTranslation(partner, declared(draft.kept.statement))
  drafts.set(number, { ...draft, met: own })
  drafts.set(found, { ...partner, met: addresses })
}

/** A revised headline is shown beside its translation too. */
function refreshPartners(drafts: Map<number, Draft>, store: StatementStore): void {
  for (const { change } of drafts.values()) {
    if (change?.kind !== 'revised' || change.statement.translation === null) continue
    const number = parseStatementId(change.statement.translation.id)?.number
    const partner = number === undefined ? undefined : draftOf(number, drafts, store)
    const shown = partner?.kept.statement.translation
    if (partner === undefined || shown === null || shown === undefined) continue
    if (shown.title === change.statement.title) continue
    setTranslation(partner, { ...shown, title: change.statement.title })
    drafts.set(partner.number, partner)
  }
}

function draftOf(
  number: number,
  drafts: ReadonlyMap<number, Draft>,
  store: StatementStore,
): Draft | undefined {
  const draft = drafts.get(number)
  if (draft !== undefined) return draft
  const kept = store.load(number)
  if (kept === undefined) return undefined
  return {
    number,
    kept,
    change: undefined,
    baseline: false,
    flood: undefined,
    tied: false,
    newKeys: [],
    awaits: [],
    met: [],
  }
}

function declared({ id, url, language, title }: Statement): Translation {
  return { id, url, language, title, by: 'declared', confidence: 1 }
}

function setTranslation(draft: Draft, translation: Translation): void {
  const statement = { ...draft.kept.statement, translation }
  draft.kept = { ...draft.kept, statement }
  draft.tied = true
  if (draft.change !== undefined) draft.change = { ...draft.change, statement }
}
