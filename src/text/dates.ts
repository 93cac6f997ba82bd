import { clockIn } from './date-clock.ts'
import { dateTokens, type DateToken } from './date-tokens.ts'
import { FILLER_WORDS, HIJRI_MARKS, hijriMonthNamed, monthNamed } from './dates-table.ts'
import { hijriDay } from './hijri.ts'
import type { Instant } from './instant.ts'

export interface DateReading {
  /** Minutes east of UTC for times that name no zone; 0 by default. */
  readonly utcOffset?: number | undefined
}

/** A date where it stands among the tokens: `from` to before `to`. */
interface Found {
  readonly from: number
  readonly to: number
  /** 00:00 UTC of the day in ms; undefined where the calendar has no such day. */
  readonly day: number | undefined
  readonly hijri: boolean
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
export function parseDate(text: string, { utcOffset = 0 }: DateReading = {}): Instant | undefined {
  const tokens = dateTokens(text.replace(BASIC_FORM, '$1-$2-$3T$4:$5:$6'))
  const found = dayIn(tokens)
  if (found?.day === undefined) return undefined
  const clock = clockIn(tokens, found)
  if (clock === undefined) return new Date(found.day).toISOString()
  const east = (clock.zone ?? utcOffset) * 60_000
  return new Date(found.day + clock.milliseconds - east).toISOString()
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
  if (token?.kind === 'word') return monthFirst(tokens, index)
  if (token?.kind !== 'number' || isInsideNumber(tokens, index)) return undefined
  if (token.text.length === 8) return compact(tokens, index)
  return threeNumbers(tokens, index) ?? dayFirst(tokens, index) ?? yearFirst(tokens, index)
}

/** "7-8/12/2011" names two days, "12018-10-22" none; behind a colon stand minutes. */
function isInsideNumber(tokens: readonly DateToken[], index: number): boolean {
  const before = tokens[index - 1]
  if (before?.kind !== 'mark') return false
  if (before.text === ':') return tokens[index - 2]?.kind === 'number'
  return (
    /^[-/.\\]$/.test(before.text) && tokens[index - 2]?.kind === 'number' && !tokens[index]?.spaced
  )
}

/** "20181126": the whole text, since counters are numbers too. */
function compact(tokens: readonly DateToken[], index: number): Found | undefined {
  const text = tokens[index]?.text ?? ''
  if (tokens.length > 1 || !/^(?:19|20)/.test(text)) return undefined
  const parts = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))] as const
  return found(parts, index, index + 1, false)
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
  const day = tokens[index]?.text ?? ''
  if (day.length > 2) return undefined
  const named = monthAt(tokens, behindFillers(tokens, index + 1))
  if (named === undefined) return undefined
  const at = behindFillers(tokens, named.to)
  const year = yearAt(tokens, at, true)
  if (year === undefined) return undefined
  return found([year, named.month, Number(day)], index, at + 1, named.hijri)
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

interface Named {
  readonly month: number
  readonly to: number
  readonly hijri: boolean
}

/** One month, or two names of it: "أيار/مايو", "مايو (أيار)", or one and a misspelt other. */
function monthAt(tokens: readonly DateToken[], index: number): Named | undefined {
  const hijri = nameAt(tokens, index, hijriMonthNamed)
  if (hijri !== undefined) return { ...hijri, hijri: true }
  const named = nameAt(tokens, index, monthNamed)
  if (named === undefined) return undefined
  const isMarked = /^[-/(\\]$/.test(tokens[named.to]?.text ?? '')
  const next = isMarked ? named.to + 1 : named.to
  const again = nameAt(tokens, next, monthNamed)
  // "أيار/حزيران" says two months, and so none.
  if (again !== undefined && again.month !== named.month) return undefined
  if (again !== undefined) return { ...again, hijri: false }
  const isMisspelt =
    isMarked && tokens[next]?.kind === 'word' && !FILLER_WORDS.has(tokens[next].text)
  return { ...named, to: isMisspelt ? next + 1 : named.to, hijri: false }
}

function nameAt(
  tokens: readonly DateToken[],
  index: number,
  monthOf: (name: string) => number | undefined,
): { readonly month: number; readonly to: number } | undefined {
  const first = tokens[index]
  if (first?.kind !== 'word') return undefined
  const second = tokens[index + 1]
  const pair = second?.kind === 'word' ? monthOf(`${first.text} ${second.text}`) : undefined
  if (pair !== undefined) return { month: pair, to: index + 2 }
  const single = monthOf(first.text)
  return single === undefined ? undefined : { month: single, to: index + 1 }
}

/** At most four marks and small words between two parts. */
function behindFillers(tokens: readonly DateToken[], index: number): number {
  let at = index
  while (at < index + 4 && isFiller(tokens[at])) at += 1
  return at
}

function isFiller(token: DateToken | undefined): boolean {
  if (token?.kind === 'mark') return /^[-,./()\\']$/.test(token.text)
  return token?.kind === 'word' && FILLER_WORDS.has(token.text)
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

function gregorianDay(year: number, month: number, day: number): number | undefined {
  if (year < 1900 || year > 2199) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  // The zero of machines, shown where a date is missing.
  return date.getTime() === 0 ? undefined : date.getTime()
}
