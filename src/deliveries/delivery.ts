import type { Alert } from '../watches/alert.ts'
import type { Instant } from '../text/instant.ts'
import type { Notice } from './notice.ts'

/** What is on its way: an alert, a notice about the service itself, or the operator's test message. */
export type Message =
  | { readonly kind: 'alert'; readonly alert: Alert }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'test'; readonly at: Instant }

/** One message on its way to one endpoint. */
export interface Delivery {
  /** The same on every attempt and after a replay: `msg_` + 32 hex digits. */
  readonly id: string
  readonly endpoint: string
  readonly message: Message
}

/** One try. */
export interface Attempt {
  readonly at: Instant
  /** HTTP status; null when no answer came. */
  readonly status: number | null
  readonly ms: number
  /** Null on success; else what went wrong, redacted, at most 1,000 characters. */
  readonly error: string | null
}

/** What came back from one try, before it is judged. */
export interface Answer {
  /** Undefined when no answer came: see `failure`. */
  readonly status: number | undefined
  /** The first 4 KB of the answer, decoded. */
  readonly body: string
  readonly retryAfter: string | undefined
  /** Why no answer came: a time-out, a refused address, a broken connection. */
  readonly failure: string | undefined
}
