import type { TranslationFailure } from './translator.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const LONGEST_MS = 6 * HOUR_MS

/**
 * When a provider that failed is asked again, ms since 1970: after a minute, two, four, up to six
 * hours; not before it asks for it (a day at most), nor before its day is over where that is spent.
 *
 * @param failures in a row, this one included
 */
export function askAgainAt(
  { reason, retryAfter = 0 }: Pick<TranslationFailure, 'reason' | 'retryAfter'>,
  failures: number,
  now: number,
): number {
  if (reason === 'spent') return nextDay(now)
  const backedOff = Math.min(LONGEST_MS, MINUTE_MS * 2 ** Math.min(failures - 1, 20))
  return now + Math.max(backedOff, Math.min(DAY_MS, retryAfter * 1_000))
}

/** A text that a provider does not master is tried so often, hours apart; then it stays untranslated. */
export const TRIES_A_TEXT = 4

export function textAgainAt(attempts: number, now: number): number {
  return now + HOUR_MS * 3 ** attempts
}

/** A minute into the next day (UTC), as plans and providers count days. */
export function nextDay(now: number): number {
  return (Math.floor(now / DAY_MS) + 1) * DAY_MS + MINUTE_MS
}
