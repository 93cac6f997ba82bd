import type { Instant } from '../text/instant.ts'

/**
 * When and how much an endpoint is sent. Without one every alert is sent at once, as fast as the
 * receiver takes them. Times of day are `HH:MM` on the clocks of `zone`.
 */
export interface Policy {
  /** An IANA zone such as `Asia/Damascus`; UTC where nothing is said. */
  readonly zone?: string | undefined
  /** Seconds that the first alert waits for others, to go as one message with them. */
  readonly group?: number | undefined
  /** One message a day at `at`, or one an hour at the minutes of `at`. */
  readonly digest?: { readonly every: 'hour' | 'day'; readonly at: string } | undefined
  /** Nothing is sent between these times of day; what came meanwhile is sent after. */
  readonly quiet?: { readonly from: string; readonly to: string } | undefined
  readonly muteUntil?: Instant | undefined
  /** Messages an hour at most. The last of an hour is a digest of all that waits. */
  readonly hourly?: number | undefined
  /** Seconds after an alert during which the same watch tells nothing more of that statement. */
  readonly repeat?: number | undefined
  /** Waiting alerts above which they go as one digest; 0: never. The kind decides else. */
  readonly backlog?: number | undefined
  /** Whether a revision edits our earlier message, where the kind can; it does by default. */
  readonly revisions?: 'edit' | 'new' | undefined
}
