import type { PublisherFace } from '../feeds/snapshot.ts'
import type { Detail } from '../sources/refusal-detail.ts'
import type { ChangeKind } from '../statements/change.ts'
import type { Statement } from '../statements/statement.ts'
import type { Alert, AlsoAt, NearCopy } from '../watches/alert.ts'
import type { Instant } from '../text/instant.ts'
import type { Notice } from './notice.ts'

/**
 * What is on its way: an alert, several in one, a notice about the service itself, or the
 * operator's test message.
 */
export type Message =
  | { readonly kind: 'alert'; readonly alert: Alert }
  | { readonly kind: 'digest'; readonly at: Instant; readonly entries: readonly DigestEntry[] }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'test'; readonly at: Instant }

/** One alert inside a digest. */
export interface DigestEntry {
  /** The id under which it would have gone alone: by it a machine knows what it has had. */
  readonly delivery: string
  readonly alert: string
  readonly at: Instant
  readonly change: ChangeKind
  readonly watch: { readonly id: string; readonly name: string }
  readonly publisher: PublisherFace
  /** Where only a machine's words were hit. */
  readonly machine?: true
  readonly statement: Pick<
    Statement,
    'id' | 'language' | 'url' | 'title' | 'published' | 'firstSeen' | 'revision'
  >
  /** Other places of the same text. */
  readonly also?: readonly AlsoAt[]
  /** Nearly the same text at other places, told before. */
  readonly toldBefore?: readonly NearCopy[]
}

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
  /** The same in Arabic; attempts of earlier versions have none. */
  readonly error_ar?: string | null
  /** The first characters of the answer, redacted, at most 500; null when none came. */
  readonly answer: string | null
  /** When the next attempt was due after this one; null when it was the last. */
  readonly next: Instant | null
}

/** What came back from one try, before it is judged. */
export interface Answer {
  /** Undefined when no answer came: see `failure`. */
  readonly status: number | undefined
  /** The first 4 KB of the answer, decoded. */
  readonly body: string
  readonly retryAfter: string | undefined
  /** Why no answer came: a time-out, a refused address, a broken connection. */
  readonly failure: Detail | undefined
  /** `X-RateLimit-Remaining` and `X-RateLimit-Reset-After`, where the receiver tells them. */
  readonly limit?: { readonly remaining: string; readonly resetAfter: string } | undefined
}
