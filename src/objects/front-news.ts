import type { PublisherFace } from '../feeds/snapshot.ts'
import type { Statement } from '../statements/statement.ts'

/** What a publisher's object tells the front. */
export interface FrontNews {
  readonly face: PublisherFace
  /** Who mints ids, see `tagAuthority`. */
  readonly authority: string
  /** As they are now. */
  readonly statements: readonly Statement[]
  /** What this publisher's object wrote to KV today. */
  readonly kvWrites: number
}
