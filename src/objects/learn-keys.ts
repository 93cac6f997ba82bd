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

/** Guids that one statement may have had: a site that gives a new one each poll adds no more. */
const MOST_GUIDS = 4

export function boundedKeys(
  before: readonly string[],
  fresh: readonly string[],
): readonly string[] {
  const guids = before.filter((key) => key.startsWith('g:')).length
  return guids < MOST_GUIDS ? fresh : fresh.filter((key) => !key.startsWith('g:'))
}
