import {
  behindFillers,
  dayNumber,
  gregorianDay,
  isInsideNumber,
  monthAt,
  type Found,
} from './date-parts.ts'
import type { DateToken } from './date-tokens.ts'
import type { Instant } from './instant.ts'

/** Four centuries of leap days lie no further apart than this. */
const MOST_YEARS_BACK = 8
const DAY_MS = 86_400_000

/** "15 تشرين الأول", "December 30": the newest such day at the time of reading. */
export function yearless(tokens: readonly DateToken[], reference: Instant): Found | undefined {
  for (let index = 0; index < tokens.length; index += 1) {
    const written = dayAndMonth(tokens, index)
    if (written === undefined) continue
    const latest = Date.parse(reference) + DAY_MS
    const thisYear = new Date(latest).getUTCFullYear()
    for (let year = thisYear; year >= thisYear - MOST_YEARS_BACK; year -= 1) {
      const day = gregorianDay(year, written.month, written.day)
      if (day !== undefined && day <= latest) {
        return { from: index, to: written.to, day, hijri: false }
      }
    }
  }
  return undefined
}

function dayAndMonth(
  tokens: readonly DateToken[],
  index: number,
): { readonly month: number; readonly day: number; readonly to: number } | undefined {
  if (isInsideNumber(tokens, index)) return undefined
  const day = dayNumber(tokens, index)
  if (day !== undefined) {
    const named = monthAt(tokens, behindFillers(tokens, day.to))
    return named === undefined || named.hijri || tokens[named.to]?.kind === 'number'
      ? undefined
      : { month: named.month, day: day.day, to: named.to }
  }
  const named = monthAt(tokens, index)
  const behind = named === undefined ? undefined : dayNumber(tokens, named.to)
  return named === undefined || named.hijri || behind === undefined
    ? undefined
    : { month: named.month, day: behind.day, to: behind.to }
}
