import type { Instant } from '../text/instant.ts'

/** What a page gave as its date, and when it was looked at. */
interface Visit {
  readonly published: Instant | null | undefined
  readonly at: Instant
}

const DAY_MS = 86_400_000
/** A day without an hour begins at 00:00 UTC, and a site's today may be our yesterday. */
const NEAR_MS = 1.5 * DAY_MS

/** Whether a date is that of the day on which it was read: the publisher's, or that of the visit. */
export function isOfVisit({ published, at }: Visit): boolean {
  const time = Date.parse(published ?? '')
  return Math.abs(Date.parse(at) - time) <= NEAR_MS
}

/**
 * Whether the date of a page goes along with its visitors: each time it was the day of the look, and a day
 * or more lies between. To be asked only of one wording: with another it may be the day of the edit.
 */
export function followsVisits(first: Visit, second: Visit): boolean {
  if (!isOfVisit(first) || !isOfVisit(second)) return false
  return Date.parse(second.published ?? '') - Date.parse(first.published ?? '') >= DAY_MS
}
