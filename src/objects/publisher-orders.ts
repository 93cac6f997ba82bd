import type { Publisher } from '../sources/publisher.ts'
import type { MachineRules } from '../statements/machine-version.ts'

/** What the desk told the object, with the version that it belongs to. */
export interface PublisherOrders {
  readonly version: number
  /** Who mints ids, see `tagAuthority`. */
  readonly authority: string
  /** `null` once the publisher was deleted: polling stops, the outbox is finished. */
  readonly publisher: Publisher | null
  /** Deleted with all that was kept of it. */
  readonly erase?: boolean
  /** When machines translate; absent where the operator wants none. */
  readonly translation?: MachineRules
  /** Hosts of its sources at which other publishers have sources too; absent where there is none. */
  readonly sharedHosts?: readonly string[]
  /** Names the set of watches by version and content: `12.9f…`. */
  readonly watchVersion: string
}
