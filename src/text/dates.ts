import { clockIn } from './date-clock.ts'
import {
  behindFillers,
  dayNumber,
  gregorianDay,
  isInsideNumber,
  monthAt,
  type Found,
} from './date-parts.ts'
import { dateTokens, type DateToken } from './date-tokens.ts'
import { HIJRI_MARKS } from './dates-table.ts'
import { yearless } from './date-yearless.ts'
import { hijriDay } from './hijri.ts'
import type { Instant } from './instant.ts'
import { momentOf } from './time-zone.ts'

export interface DateReading {
  /** Minutes east of UTC for times that name no zone; 0 by default. */
  readonly utcOffset?: number | undefined
  /** In its place an IANA name that `isZone` knows: an hour left out in spring stands for the one behind it. */
  readonly timeZone?: string | undefined
  /**
   * When the text was seen. With it a date without a year is the newest such day that had come by
   * then, a day ahead allowed for zones; without it such a date is none.
   */
  readonly reference?: Instant | undefined
}

/** Three numbers that may be a day, in the order year, month, day. */
type YearMonthDay = readonly [number, number, number]

/**
 * Reads the first whole date in a short text: Arabic (Levantine, Egyptian and Maghrebi months,
 * alone or doubled), English, French and Spanish months, ISO 8601, RFC 822; either kind of digits;
 * Hijri dates by the calendar of Umm al-Qura where no Gregorian one stands beside them.
 *
 * A day without a time is that day at 00:00 UTC, whatever the zone, so that the day shown is the day
 * written. Undefined where the text names no single possible day: no year ("15 تشرين الأول"), two
 * different months ("26 كانون شباط"), a two-digit year without a time. N/N/N is day/month/year or
 * year/month/day; the American order is never assumed.
 *
 * Never throws; one pass over at most 400 letters.
 */
export function parseDate(
  text: string,
  { utcOffset = 0, timeZone, reference }: DateReading = {},
): Instant | undefined {
  const tokens = dateTokens(text.replace(BASIC_FORM, '$1-$2-$3T$4:$5:$6'))
  const found = dayIn(tokens) ?? (reference === undefined ? undefined : yearless(tokens, reference))
  if (found?.day === undefined) return undefined
  const clock = clockIn(tokens, found)
  if (clock === undefined) return new Date(found.day).toISOString()
  const wall = found.day + clock.milliseconds
  const moment =
    timeZone === undefined || clock.zone !== undefined
      ? wall - (clock.zone ?? utcOffset) * 60_000
      : momentOf(wall, timeZone)
  return new Date(moment).toISOString()
}

/** ISO 8601's basic form, "20181126T101500Z". */
const BASIC_FORM = /^\s*(\d{4})(\d\d)(\d\d)[Tt](\d\d)(\d\d)(\d\d)/

/**
 * The first Gregorian date decides, also where it names no possible day: what stands behind it is
 * another matter ("31/02/2020, updated 2020-03-04"). A Hijri date waits for its twin.
 */
function dayIn(tokens: readonly DateToken[]): Found | undefined {
  let hijri: Found | undefined
  for (let index = 0; index < tokens.length; index += 1) {
    const found = dateAt(tokens, index)
    if (found === undefined) continue
    if (!found.hijri) return found
    hijri ??= found
    index = found.to - 1
  }
  return hijri
}

function dateAt(tokens: readonly DateToken[], index: number): Found | undefined {
  const token = tokens[index]
  if (token?.kind === 'word') return monthFirst(tokens, index) ?? dayFirst(tokens, index)
  if (token?.kind !== 'number' || isInsideNumber(tokens, index)) return undefined
  if (token.text.length === 8) return compact(tokens, index)
  return (
    threeNumbers(tokens, index) ??
    ordinal(tokens, index) ??
    dayFirst(tokens, index) ??
    yearFirst(tokens, index)
  )
}

/** "20181126": the whole text, since counters are numbers too. */
function compact(tokens: readonly DateToken[], index: number): Found | undefined {
  const text = tokens[index]?.text ?? ''
  if (tokens.length > 1 || !/^(?:19|20)/.test(text)) return undefined
  const parts = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))] as const
  return found(parts, index, index + 1, false)
}

/** ISO 8601's day of the year: "2026-335". */
function ordinal(tokens: readonly DateToken[], index: number): Found | undefined {
  const [year, dash, day, behind] = tokens.slice(index, index + 4)
  const isWhole = behind === undefined || behind.text === 't'
  if (index > 0 || dash?.text !== '-' || !isWhole || day?.kind !== 'number') return undefined
  if (year?.text.length !== 4 || day.text.length !== 3) return undefined
  const first = gregorianDay(Number(year.text), 1, 1)
  const isDay = Number(day.text) > 0 && Number(day.text) < 366
  if (first === undefined || !isDay) return undefined
  return { from: 0, to: 3, day: first + (Number(day.text) - 1) * 86_400_000, hijri: false }
}

const SEPARATOR = /^[-/.\\]$/

/** N/N/N: day/month/year or year/month/day. */
function threeNumbers(tokens: readonly DateToken[], index: number): Found | undefined {
  const [first, one, second, two, third] = tokens.slice(index, index + 5)
  if (second?.kind !== 'number' || third?.kind !== 'number') return undefined
  if (!SEPARATOR.test(one?.text ?? '') || !SEPARATOR.test(two?.text ?? '')) return undefined
  const [a, b, c] = [first?.text ?? '', second.text, third.text]
  const isYearFirst = a.length === 4 && b.length <= 2 && c.length <= 2
  const isYearLast = c.length === 4 && a.length <= 2 && b.length <= 2
  if (!isYearFirst && !isYearLast) return undefined
  const [year, day] = isYearFirst ? [a, c] : [c, a]
  const parts = [Number(year), Number(b), Number(day)] as const
  const hijri = HIJRI_MARKS.has(tokens[index + 5]?.text ?? '') || isHijriYear(parts[0])
  return found(parts, index, index + 5, hijri)
}

/** "26 تشرين ثاني، 2018", "1st of June 2021", "15 رمضان 1441 هـ", "28 Oct 21 18:38". */
function dayFirst(tokens: readonly DateToken[], index: number): Found | undefined {
  const day = dayNumber(tokens, index)
  if (day === undefined) return undefined
  const named = monthAt(tokens, behindFillers(tokens, day.to))
  if (named === undefined) return undefined
  const at = behindFillers(tokens, named.to)
  const year = yearAt(tokens, at, true)
  if (year === undefined) return undefined
  return found([year, named.month, day.day], index, at + 1, named.hijri)
}

/** "مايو 18, 2025", "March 19th, 2018", and C's asctime: "Jan 4 16:29:06 2004". */
function monthFirst(tokens: readonly DateToken[], index: number): Found | undefined {
  const named = monthAt(tokens, index)
  if (named === undefined) return undefined
  const dayIndex = tokens[named.to]?.text === '.' ? named.to + 1 : behindFillers(tokens, named.to)
  const day = tokens[dayIndex]
  if (day?.kind !== 'number' || day.text.length > 2) return undefined
  const at = behindFillers(tokens, dayIndex + 1)
  const year = yearAt(tokens, at, false) ?? yearBehindClock(tokens, dayIndex + 1)
  if (year === undefined) return undefined
  return found([year, named.month, Number(day.text)], index, dayIndex + 1, named.hijri)
}

/** "2018-Nov-26", "2018 نوفمبر 26". */
function yearFirst(tokens: readonly DateToken[], index: number): Found | undefined {
  const year = yearAt(tokens, index, false)
  const named = year === undefined ? undefined : monthAt(tokens, behindFillers(tokens, index + 1))
  if (year === undefined || named === undefined) return undefined
  const at = behindFillers(tokens, named.to)
  const day = tokens[at]
  if (day?.kind !== 'number' || day.text.length > 2) return undefined
  return found([year, named.month, Number(day.text)], index, at + 1, named.hijri)
}

/** Mail wrote years with two digits (RFC 822, 5.1): believed only where a time follows. */
function yearAt(tokens: readonly DateToken[], index: number, orShort: boolean): number | undefined {
  const token = tokens[index]
  if (token?.kind !== 'number') return undefined
  if (token.text.length === 4) return Number(token.text)
  const isShort = orShort && token.text.length === 2 && tokens[index + 2]?.text === ':'
  if (!isShort || tokens[index + 1]?.kind !== 'number') return undefined
  return Number(token.text) + (Number(token.text) < 50 ? 2000 : 1900)
}

function yearBehindClock(tokens: readonly DateToken[], index: number): number | undefined {
  if (tokens[index + 1]?.text !== ':') return undefined
  const year = tokens.slice(index, index + 8).find(({ text }) => /^(?:19|20)\d\d$/.test(text))
  return year === undefined ? undefined : Number(year.text)
}

function isHijriYear(year: number): boolean {
  return year >= 1343 && year <= 1500
}

function found(parts: YearMonthDay, from: number, to: number, hijri: boolean): Found {
  const [year, month, day] = parts
  const at = hijri ? hijriDay(year, month, day) : gregorianDay(year, month, day)
  return { from, to, day: at, hijri }
}
