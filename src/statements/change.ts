import type { Statement } from './statement.ts'

export const CHANGE_KINDS = ['appeared', 'revised', 'withdrawn', 'restored'] as const

export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** What one poll taught us about one statement. */
export interface Change {
  readonly kind: ChangeKind
  /** As it is after the change. */
  readonly statement: Statement
}
