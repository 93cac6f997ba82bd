/** So long an alarm may be overdue before the watchdog sets it anew. */
export const OVERDUE_MS = 30_000
/** Messages that one run sends: the next run follows at once. */
export const SENDS_A_RUN = 10
/** In the call that brings them: it shares its CPU with keeping them. */
export const SENDS_AT_ONCE = 3
/** So long who hands over waits for the first to be answered, and owes them. */
export const ATTENDED_MS = 500
/** After a crash in between, the alarm sends them. */
export const BEHIND_MS = 5_000
/** Nobody waits for a watch's own feed: it lets alerts go first. */
export const FEED_MS = 500
export const RETRY_MS = 10_000
/** Secrets that cannot be read wait for the operator, who is told in the status. */
export const LOCKED_MS = 10 * 60_000
