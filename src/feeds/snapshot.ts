import type { Statement } from '../statements/statement.ts'
import type { Instant } from '../text/instant.ts'

/** A publisher as feeds and pages name it. */
export interface PublisherFace {
  readonly id: string
  readonly name: { readonly ar: string; readonly en: string }
  readonly site: string
}

/** A statement as it stands in a snapshot: text derived from html, long bodies cut. */
export type SnapshotEntry = Omit<Statement, 'text'> & {
  /** True where `html` is an excerpt, because the whole body would burst the snapshot. */
  readonly truncated: boolean
}

/** The newest statements of a publisher, of all, or of a watch's feed, as published to KV. */
export interface Snapshot {
  readonly format: 1
  /** The publisher's id, `all`, or `watch/{id}`. */
  readonly of: string
  /** Every publisher that an entry names. */
  readonly publishers: Readonly<Record<string, PublisherFace>>
  /** Newest first, by published date, else first seen. */
  readonly entries: readonly SnapshotEntry[]
  /** When the newest change in it was committed; the feed's `updated`. */
  readonly updated: Instant
}

export const SNAPSHOT_ENTRIES_A_LANGUAGE = 50
export const SNAPSHOT_BYTES = 512 * 1024
