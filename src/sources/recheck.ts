const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How long after a statement was first seen its own page is read again, where the listing does not
 * carry the text. Most corrections come within hours; after a week a page is left in peace.
 */
const RECHECK_AFTER_MS: readonly number[] = [10 * MINUTE, HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY]

/** When the `step`-th look at a statement's page is due, ms since 1970; undefined after the last. */
export function recheckDue(firstSeenMs: number, step: number): number | undefined {
  const after = RECHECK_AFTER_MS[step]
  return after === undefined ? undefined : firstSeenMs + after
}
