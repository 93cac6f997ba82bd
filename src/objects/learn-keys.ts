import { type Draft, draftOf } from './draft.ts'
import type { StatementStore } from './statement-store.ts'

/** A statement that was known again without being read, and the keys of the entry in which it stood. */
export interface Renamed {
  readonly number: number
  readonly keys: readonly string[]
}

/**
 * The drafts, and with them those of statements that have new keys and nothing else new. A site that
 * changes its addresses is known again by title and date on that day; when a title is edited later, only
 * the new address tells which statement it is.
 */
export function withNewKeys(
  found: readonly Draft[],
  renamed: readonly Renamed[],
  store: StatementStore,
): readonly Draft[] {
  if (renamed.length === 0) return found
  const drafts = new Map(found.map((draft) => [draft.number, draft]))
  for (const { number, keys } of renamed) {
    const draft = draftOf(number, drafts, store)
    if (draft === undefined) continue
    const before = draft.kept.keys
    const fresh = boundedKeys(
      before,
      keys.filter((key) => !before.includes(key)),
    )
    if (fresh.length === 0) continue
    draft.kept = { ...draft.kept, keys: [...before, ...fresh] }
    draft.newKeys = [...draft.newKeys, ...fresh]
    drafts.set(number, draft)
  }
  return [...drafts.values()]
}

/**
 * Keys that one statement may have had, by kind. A site that gives a new guid or a new address at each poll
 * adds no more: a row holds 2 MB, and one that is full would stop all polls of its publisher.
 */
const MOST_KEYS: ReadonlyMap<string, number> = new Map([
  ['g:', 4],
  ['a:', 12],
  ['t:', 4],
  ['c:', 500],
])

export function boundedKeys(
  before: readonly string[],
  fresh: readonly string[],
): readonly string[] {
  if (fresh.length === 0) return fresh
  const counts = new Map<string, number>()
  const kindOf = (key: string) => key.slice(0, 2)
  const count = (key: string) => counts.set(kindOf(key), (counts.get(kindOf(key)) ?? 0) + 1)
  for (const key of before) count(key)
  return fresh.filter((key) => {
    const isMore = (counts.get(kindOf(key)) ?? 0) >= (MOST_KEYS.get(kindOf(key)) ?? Infinity)
    if (!isMore) count(key)
    return !isMore
  })
}
