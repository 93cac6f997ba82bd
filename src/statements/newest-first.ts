import type { Instant } from '../text/instant.ts'

/** What a statement is ordered by in snapshots, archives and lists. */
export interface Place {
  readonly published: Instant | null
  readonly firstSeen: Instant
  readonly id: string
}

/** The day under which a statement stands: the publisher's, else that on which we saw it first. */
export function dateOf({ published, firstSeen }: Omit<Place, 'id'>): Instant {
  return published ?? firstSeen
}

/**
 * By the publisher's date, else when we first saw it: both stay as they are for ever, so that an
 * edit moves nothing. Statements of one day, whose dates have no hour, by when they were seen.
 */
export function newestFirst(one: Place, other: Place): number {
  return (
    compared(dateOf(other), dateOf(one)) ||
    compared(other.firstSeen, one.firstSeen) ||
    // By number, as `etilaf-10` is newer than `etilaf-9`.
    other.id.length - one.id.length ||
    compared(other.id, one.id)
  )
}

export function compared(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
