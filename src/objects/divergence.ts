import { DIVERGENCE_HOURS, asksToFollow } from '../statements/divergence.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import { type Draft, draftOf } from './draft.ts'
import type { RoundWorld } from './round-world.ts'

const HOUR_MS = 3_600_000

/**
 * What the changes of a run mean for pairs: a change that the other language has to follow sets a
 * time for it; a change that follows ends the waiting, and the mark of a pair that had parted.
 *
 * @returns the chores of it, to be written in the run's transaction
 */
export function settleDivergence(
  drafts: Map<number, Draft>,
  { publisher, state, clock }: RoundWorld,
): () => void {
  const work: (() => void)[] = []
  const now = clock()
  const due = now + (publisher.divergenceHours ?? DIVERGENCE_HOURS) * HOUR_MS
  // Partners that join on the way have not changed.
  const changed = [...drafts.values()]
  for (const draft of changed) {
    const { change, number } = draft
    const other = parseStatementId(draft.kept.statement.translation?.id ?? '')?.number
    if (change === undefined || draft.baseline || other === undefined) continue
    const awaited = state.chores.find('diverge', other)
    const partner = draftOf(other, drafts, state.statements)
    if (change.kind === 'restored') {
      const own = state.chores.find('diverge', number)
      if (own !== undefined) work.push(() => state.chores.done(own))
      unmark(draft)
      continue
    }
    if (!asksToFollow(change)) continue
    if (awaited !== undefined) work.push(() => state.chores.done(awaited))
    if (partner?.kept.statement.divergedSince !== undefined) {
      unmark(partner)
      drafts.set(other, partner)
    } else if (awaited === undefined && !hasChange(drafts, other)) {
      work.push(() => state.chores.set('diverge', number, due, new Date(now).toISOString()))
    }
  }
  return () => {
    for (const one of work) one()
  }
}

function hasChange(drafts: ReadonlyMap<number, Draft>, number: number): boolean {
  const change = drafts.get(number)?.change
  return change !== undefined && asksToFollow(change)
}

function unmark(draft: Draft): void {
  const { divergedSince, ...statement } = draft.kept.statement
  if (divergedSince === undefined) return
  draft.kept = { ...draft.kept, statement }
  draft.tied = true
  if (draft.change !== undefined) draft.change = { ...draft.change, statement }
}
