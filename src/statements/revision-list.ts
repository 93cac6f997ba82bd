import type { Instant } from '../text/instant.ts'
import type { ChangeClass } from './change-class.ts'
import type { MachineVersion } from './machine-version.ts'
import type { ClusterMember } from './cluster.ts'
import type { Statement } from './statement.ts'

/** A wording in a list of wordings: its text lies under a key of its own. */
export interface RevisionNote {
  readonly number: number
  readonly seen: Instant
  readonly title: string
  readonly contentHash: string
  /** What kind of edit made it; absent for the first wording. */
  readonly class?: ChangeClass
}

/** When and why an operator erased a statement. */
export interface Erasure {
  readonly at: Instant
  readonly reason: string
}

/** A statement as it lies in KV: with what a rebuild of the objects needs. */
export interface PublishedStatement {
  readonly format: 1
  readonly statement: Statement
  /** Oldest first, the current wording last. */
  readonly revisions: readonly RevisionNote[]
  /** The keys by which it is known again. */
  readonly identity: readonly string[]
  /** The title as its listing last showed it. */
  readonly listedTitle?: string
  /** Ids of the alerts that were made about it. */
  readonly alerts: readonly string[]
  /** Until when a partner in the other language may still come; null where none is expected. */
  readonly awaitsUntil?: Instant | null
  /** An operator said that it has no partner. */
  readonly apart?: true
  /** What a machine made of it in the other language, while it has no partner. */
  readonly machine?: MachineVersion
  /** Where the same text was published, itself included. */
  readonly cluster?: readonly ClusterMember[]
  /** Text and wordings were erased; what stands here is the tombstone. */
  readonly erased?: Erasure
}
