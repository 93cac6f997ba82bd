import type { ChangeClass } from './change-class.ts'
import type { Statement } from './statement.ts'

/**
 * `diverged`: one language of a pair was revised or withdrawn, and the other was not within the time
 * that the publisher is given.
 */
export const CHANGE_KINDS = ['appeared', 'revised', 'withdrawn', 'restored', 'diverged'] as const

export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** What one poll taught us about one statement. */
export interface Change {
  readonly kind: ChangeKind
  /** As it is after the change. */
  readonly statement: Statement
  /** What kind of edit it was; for a revision. */
  readonly class?: ChangeClass
  /** Its text came from its page at last; until then only what the list shows was kept. Nobody edited it. */
  readonly completes?: true
}
