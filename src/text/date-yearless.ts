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

/** A weekday and "published on"; what says more is a sentence that names a day, "the rising of 15 March". */
const MOST_WORDS_BESIDE = 3

/** "15 تشرين الأول", "December 30": the newest such day at the time of reading. */
export function yearless(tokens: readonly DateToken[], reference: Instant): Found | undefined {
  for (let index = 0; index < tokens.length; index += 1) {
    const written = dayAndMonth(tokens, index)
    if (written === undefined) continue
    const beside = tokens.filter(
      ({ kind }, at) => kind === 'word' && (at < index || at >= written.to),
    )
    if (beside.length > MOST_WORDS_BESIDE) return undefined
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
    return named === undefined || named.hijri || isNumber(tokens, named.to)
      ? undefined
      : { month: named.month, day: day.day, to: named.to }
  }
  const named = monthAt(tokens, index)
  const behind = named === undefined ? undefined : dayNumber(tokens, named.to)
  return named === undefined || named.hijri || behind === undefined || isHour(tokens, named.to)
    ? undefined
    : { month: named.month, day: behind.day, to: behind.to }
}

/** "28 July 18:30": the number behind the month is an hour, and neither a year nor a day. */
function isNumber(tokens: readonly DateToken[], index: number): boolean {
  return tokens[index]?.kind === 'number' && !isHour(tokens, index)
}

function isHour(tokens: readonly DateToken[], index: number): boolean {
  return tokens[index]?.kind === 'number' && tokens[index + 1]?.text === ':'
}
