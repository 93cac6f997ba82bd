import type { Instant } from '../text/instant.ts'
import type { Statement } from './statement.ts'

/** A wording in a list of wordings: its text lies under a key of its own. */
export interface RevisionNote {
  readonly number: number
  readonly seen: Instant
  readonly title: string
  readonly contentHash: string
}

/** A statement as it lies in KV: with what a rebuild of the objects needs. */
export interface PublishedStatement {
  readonly format: 1
  readonly statement: Statement
  /** Oldest first, the current wording last. */
  readonly revisions: readonly RevisionNote[]
  /** The keys by which it is known again. */
  readonly identity: readonly string[]
  /** Ids of the alerts that were made about it. */
  readonly alerts: readonly string[]
}
