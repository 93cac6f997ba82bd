import type { Shelf } from '../feeds/older.ts'
import type { ErasedEntry, PublisherFace } from '../feeds/snapshot.ts'
import type { PreparedEntry } from '../feeds/prepare-entry.ts'

/** What a publisher's object tells the front. */
export interface FrontNews {
  readonly face: PublisherFace
  /** Who mints ids, see `tagAuthority`. */
  readonly authority: string
  /** As they are now. */
  readonly entries: readonly PreparedEntry[]
  /** The machine version of each statement that is told of, or that it has none. */
  readonly machine: readonly { readonly id: string; readonly entry: PreparedEntry | null }[]
  /** The newest that were erased, whoever was told of them before. */
  readonly erased: readonly ErasedEntry[]
  /** Where its older statements lie. */
  readonly shelf: Shelf
  /** What this publisher's object wrote to KV today. */
  readonly kvWrites: number
}
