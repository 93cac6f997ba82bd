import type { Change } from './change.ts'
import type { Statement } from './statement.ts'

/** How long the other language has for following, where the operator says nothing else. */
export const DIVERGENCE_HOURS = 24

/** Whether a change of one language is one that the other has to follow. */
export function asksToFollow(change: Change): boolean {
  const { kind } = change
  if (kind === 'withdrawn') return true
  if (kind !== 'revised') return false
  // A letter mended in one language has nothing to be mended in the other.
  return change.completes !== true && change.class !== 'typographic' && change.class !== 'none'
}

/** The pair has parted: this one changed, and the other still says what it said. */
export function diverged(statement: Statement, since: string): Change {
  return { kind: 'diverged', statement: { ...statement, divergedSince: since } }
}
