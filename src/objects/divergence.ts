import { DIVERGENCE_HOURS, asksToFollow } from '../statements/divergence.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import type { Chore } from './chore-store.ts'
import { type Draft, draftOf, showAnew } from './draft.ts'
import type { PublisherState } from './publisher-state.ts'
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
  const due = clock() + (publisher.divergenceHours ?? DIVERGENCE_HOURS) * HOUR_MS
  // Partners that join on the way have not changed.
  const changed = [...drafts.values()]
  for (const draft of changed) {
    const { change, number } = draft
    const other = parseStatementId(draft.kept.statement.translation?.id ?? '')?.number
    if (change === undefined || draft.baseline || other === undefined) continue
    const awaited = state.chores.find('diverge', other)
    const partner = draftOf(other, drafts, state.statements)
    const own = state.chores.find('diverge', number)
    if (change.kind === 'restored' || isTakenBack(draft, own, state)) {
      if (own !== undefined) work.push(() => state.chores.done(own))
      unmark(draft)
      continue
    }
    if (!asksToFollow(change)) continue
    if (awaited !== undefined) work.push(() => state.chores.done(awaited))
    if (partner?.kept.statement.divergedSince !== undefined) {
      unmark(partner)
      drafts.set(other, partner)
    } else if (awaited === undefined && !hasChange(drafts, other) && !isAwaiting(draft, own)) {
      const { updated, stateSince = updated } = change.statement
      const since = change.kind === 'withdrawn' ? stateSince : updated
      work.push(() => state.chores.set('diverge', number, due, since))
    }
  }
  return () => {
    for (const one of work) one()
  }
}

/** The time began with the first change that was not followed: a second one gives no more of it. */
function isAwaiting({ kept }: Draft, own: Chore | undefined): boolean {
  return own !== undefined || kept.statement.divergedSince !== undefined
}

/** An edit that was undone asks nothing of the other language. */
function isTakenBack(
  { number, kept, change }: Draft,
  own: Chore | undefined,
  state: PublisherState,
): boolean {
  const { divergedSince, contentHash } = kept.statement
  const began = divergedSince ?? own?.note
  if (change?.kind !== 'revised' || began === undefined) return false
  const before = state.statements.wordings.all(number).findLast(({ seen }) => seen < began)
  return before?.contentHash === contentHash
}

function hasChange(drafts: ReadonlyMap<number, Draft>, number: number): boolean {
  const change = drafts.get(number)?.change
  return change !== undefined && asksToFollow(change)
}

function unmark(draft: Draft): void {
  const { divergedSince, ...statement } = draft.kept.statement
  if (divergedSince === undefined) return
  showAnew(draft, statement)
}
