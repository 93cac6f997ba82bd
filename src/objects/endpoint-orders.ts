import type { SealedEndpoint } from '../platform/seal.ts'
import type { Concept } from '../watches/concept.ts'
import type { Watch } from '../watches/watch.ts'

/** What the desk tells an endpoint's object. */
export interface EndpointOrders {
  readonly version: number
  /** `null` once the endpoint was deleted. */
  readonly endpoint: SealedEndpoint | null
  /** The version that the operator last saved it in: a newer one enables a disabled endpoint. */
  readonly saved: number
  /** For kind `feed`: the watch that the feed belongs to, and the random key in its address. */
  readonly feed: {
    readonly watch: Watch
    /** Those that its query names; not there in orders of an older version. */
    readonly concepts?: readonly Concept[]
    readonly key: string
    /** Who mints ids, see `tagAuthority`. */
    readonly authority: string
  } | null
}
