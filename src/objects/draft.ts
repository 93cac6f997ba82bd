import type { Change } from '../statements/change.ts'
import type { Likeness } from '../statements/choose-pair.ts'
import type { PairFeatures } from '../statements/pair-features.ts'
import type { Statement, Translation } from '../statements/statement.ts'
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
  /** Its date proved to be the day of our visits, and was taken from it. */
  readonly dateless?: true
  /** Keys that the statement did not have before. */
  newKeys: readonly string[]
  /** Canonical addresses of a declared partner that was not met yet. */
  awaits: readonly string[]
  /** Addresses whose waiting is over. */
  met: readonly string[]
  /** Kept while it waits for a partner in the other language. */
  features?: PairFeatures
  /** How alike it is to others, found with `features`. */
  likenesses?: readonly Likeness[]
}

/** A draft in which nothing is new yet; undefined where no such statement is kept. */
export function draftOf(
  number: number,
  drafts: ReadonlyMap<number, Draft>,
  store: StatementStore,
): Draft | undefined {
  const draft = drafts.get(number)
  if (draft !== undefined) return draft
  const kept = store.load(number)
  if (kept === undefined) return undefined
  const nothing = { change: undefined, baseline: false, flood: undefined, tied: false }
  return { number, kept, ...nothing, newKeys: [], awaits: [], met: [] }
}

/** Whether comparing may give a statement a partner, or another one. */
export function isOpen({
  translation,
  state,
  apart,
}: Pick<Statement, 'translation' | 'state'> & Pick<Kept, 'apart'>): boolean {
  if (apart === true) return false
  return translation === null ? state === 'current' : translation.by === 'inferred'
}

/** The statement as its partner shows it. */
export function translationOf(
  { id, url, language, title }: Statement,
  by: Translation['by'],
  confidence: number,
): Translation {
  return { id, url, language, title, by, confidence }
}

export function setTranslation(draft: Draft, translation: Translation | null): void {
  const { divergedSince, ...rest } = draft.kept.statement
  // With its partner goes what was said of the two.
  const isStill = translation !== null && divergedSince !== undefined
  const statement = { ...rest, translation, ...(isStill ? { divergedSince } : {}) }
  showAnew(draft, statement)
}

/** Has the statement published anew with what is said beside its wording. */
export function showAnew(draft: Draft, statement: Statement): void {
  draft.kept = { ...draft.kept, statement }
  draft.tied = true
  if (draft.change !== undefined) draft.change = { ...draft.change, statement }
}
