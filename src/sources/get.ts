import type { Instant } from '../text/instant.ts'
import type { Refusal } from './reading.ts'

/** What a poll asks of the network. */
export interface GetRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly maxBytes: number
}

export interface GetAnswer {
  readonly kind: 'answer'
  /** Address after redirects. */
  readonly url: string
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly bytes: Uint8Array
  /** When it came. */
  readonly at?: Instant
  /** True where redirects led to `url` and every one of them was permanent (301, 308). */
  readonly moved?: boolean
}

/** The one way out for polls: guarded, bounded in bytes, time and redirects. */
export type Get = (request: GetRequest) => Promise<GetAnswer | Refusal>
