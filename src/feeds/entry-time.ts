import type { Instant } from '../text/instant.ts'

/** RFC 3339 and RFC 822 know years of four digits only. */
const FIRST_YEAR = 1
const LAST_YEAR = 9999

/** An instant in its one form, on a day that every month has. */
const PLAIN =
  /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** The first of several instants that is one, in its one form; undefined where none is. */
export function firstInstant(...candidates: readonly (Instant | null)[]): Instant | undefined {
  for (const candidate of candidates) {
    if (candidate === null) continue
    // Nearly all are as they should be, and a Date costs ten times the look.
    if (PLAIN.test(candidate)) return candidate
    // Date finds a year in many a sentence: whatever does not begin as an instant is none.
    if (!/^\d{4}-\d{2}-\d{2}T/.test(candidate)) continue
    const date = new Date(candidate)
    const year = date.getUTCFullYear()
    if (year >= FIRST_YEAR && year <= LAST_YEAR) return date.toISOString()
  }
  return undefined
}

/** `Mon, 26 Nov 2018 00:00:00 GMT`: RFC 822 with the four-digit year of RFC 1123, as RSS asks. */
export function rfc822(instant: Instant): string {
  return new Date(instant).toUTCString()
}

/**
 * All that one poll brought was seen at one instant, and readers that order by `updated` had none to
 * go by (the W3C validator warns: DuplicateUpdated). The statement's number tells them apart, as
 * microseconds: the same in every feed, and for ever.
 */
export function distinctUpdated({
  id,
  updated,
}: {
  readonly id: string
  readonly updated: Instant
}): Instant {
  const number = Number.parseInt(id.slice(id.lastIndexOf('-') + 1), 10) % 1000
  if (Number.isNaN(number) || !updated.endsWith('Z')) return updated
  return `${updated.slice(0, -1)}${String(number).padStart(3, '0')}Z`
}
