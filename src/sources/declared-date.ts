import { type DateReading, parseDate } from '../text/dates.ts'
import type { Instant } from '../text/instant.ts'

/** A zone's day, and a Hijri day that is told by sight of the moon. */
const SAME_MS = 2 * 86_400_000
const NAMED_MONTH = /\p{L}{3}/u

/**
 * The moment in a `datetime`, unless the words that it is shown by name another day: templates write
 * the moment of their making there, and people read the words. Numbers alone do not count against
 * it: "11/8/2026" has two readings.
 */
export function declaredDate(
  attribute: string,
  shown: string,
  dates: DateReading,
): Instant | undefined {
  const declared = parseDate(attribute, dates)
  if (declared === undefined || shown === '' || !NAMED_MONTH.test(shown)) return declared
  const { reference: _, ...strict } = dates
  const told = parseDate(shown, strict)
  if (told === undefined) return declared
  return Math.abs(Date.parse(told) - Date.parse(declared)) > SAME_MS ? told : declared
}
