import { MONTH_NAMES, ZONE_MINUTES } from './dates-table.ts'
import type { Instant } from './instant.ts'

export interface DateReading {
  /** Minutes east of UTC for times that name no zone; 0 by default. */
  readonly utcOffset?: number | undefined
}

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Minutes since midnight, and minutes east of UTC where the text names a zone. */
interface Clock {
  readonly milliseconds: number
  readonly zone: number | undefined
}

/**
 * Reads the first whole date in a short text: Arabic (Levantine, Egyptian and Maghrebi months,
 * alone or doubled), English, ISO 8601, RFC 822; either kind of digits.
 *
 * A day without a time is that day at 00:00 UTC, whatever the zone, so that the day shown is the day
 * written. Undefined where the text names no single possible day: no year ("15 تشرين الأول"), two
 * different months ("26 كانون شباط"), a two-digit year without a time. N/N/N is day/month/year or
 * year/month/day; the American order is never assumed. Of a Hijri date only the Gregorian
 * equivalent beside it ("الموافق") is taken: the calendars of two countries differ by a day.
 */
export function parseDate(text: string, { utcOffset = 0 }: DateReading = {}): Instant | undefined {
  const folded = fold(text.slice(0, LONGEST_TEXT))
  for (const part of folded.split(/الموافق|corresponding to/)) {
    const found = dayIn(part)
    if (found === undefined) continue
    return instantAt(found, clockIn(part.replace(found.written, ' ')), utcOffset)
  }
  return undefined
}

/** The text of a date element is short; a whole article given by mistake must stay cheap. */
const LONGEST_TEXT = 400

const MONTH = Object.keys(MONTH_NAMES)
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replace(' ', '\\s+'))
  .join('|')

/** One month, or two names of it: "أيار/مايو", "مايو (أيار)". A third word is another matter. */
const MONTHS = `(?<first>${MONTH})(?![\\p{L}])(?:\\s*[/(\\\\-]\\s*(?<second>[\\p{L}][\\p{L} ]*))?`
const DAY_NUMBER = '(?<!\\d|\\d\\s?[-/.])(?<day>\\d{1,2})(?!\\d)'
/** Some sites print the time against the year: "25 July 201814:57". */
const YEAR = '(?<!\\d)(?<year>\\d{4})(?=\\d{1,2}:\\d{2}|\\D|$)'
const SPACE = '[\\s,.)-]*'

const SHAPES: readonly RegExp[] = [
  new RegExp(`(?<!\\d)(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?=\\D|$)`, 'u'),
  // Mail and feeds (RFC 2822, 3.3). The year had two digits in the last century (4.3), and only
  // here, where a time follows. Asked early: what is below takes a millisecond to compile.
  new RegExp(
    `${DAY_NUMBER}\\s(?<first>[a-z]{3})\\s(?<year>\\d{4}|\\d{2})(?=\\s\\d{2}:\\d{2})`,
    'u',
  ),
  new RegExp(
    `${DAY_NUMBER}(?:st|nd|rd|th)?\\s*(?:من\\s+|of\\s+)?${SPACE}${MONTHS}${SPACE}${YEAR}`,
    'u',
  ),
  new RegExp(`(?<![\\p{L}])${MONTHS}\\s+${DAY_NUMBER}(?:st|nd|rd|th)?${SPACE}${YEAR}`, 'u'),
  new RegExp(
    `(?<!\\d)(?<year>\\d{4})\\s*[-/.\\\\]\\s*(?<month>\\d{1,2})\\s*[-/.\\\\]\\s*(?<day>\\d{1,2})(?!\\d)`,
    'u',
  ),
  new RegExp(`${DAY_NUMBER}\\s*[-/.\\\\]\\s*(?<month>\\d{1,2})\\s*[-/.\\\\]\\s*${YEAR}`, 'u'),
]

function dayIn(text: string): (Day & { readonly written: string }) | undefined {
  // A Hijri year is no Gregorian one, and its month may be called by number: "7/3/1429 هـ".
  for (const shape of SHAPES) {
    const match = shape.exec(text)
    if (match === null) continue
    const day = possibleDay(match.groups ?? {})
    return day === undefined ? undefined : { ...day, written: match[0] }
  }
  return undefined
}

function possibleDay(groups: Readonly<Record<string, string | undefined>>): Day | undefined {
  const month = monthOf(groups)
  const day = Number(groups.day)
  const year = fourDigits(groups.year ?? '')
  if (month === undefined || year < 1900 || year > 2199) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  // The zero of machines, shown where a date is missing.
  if (date.getTime() === 0) return undefined
  return { year, month, day }
}

function monthOf({
  month,
  first,
  second,
}: Readonly<Record<string, string | undefined>>): number | undefined {
  if (month !== undefined) return Number(month)
  const named = MONTH_NAMES[squeeze(first ?? '')]
  if (second === undefined) return named
  // "أيار/مايو" says one month twice; "أيار/حزيران" says two, and so none.
  const again = MONTH_NAMES[squeeze(second)]
  return again === undefined || again === named ? named : undefined
}

function fourDigits(year: string): number {
  if (year.length === 4) return Number(year)
  return Number(year) + (Number(year) < 50 ? 2000 : 1900)
}

/** Hours, minutes, perhaps seconds, with what may stand before or behind them. */
const TIME =
  /(?<before>(?<![\p{L}])(?:ص|م|am|pm)\s*)?(?<![\d:])(?<hours>\d{1,2}):(?<minutes>\d{2})(?::(?<seconds>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?!\d)\s*(?<after>(?:صباحا|مساء|ص|م|a\.?m\.?|p\.?m\.?)(?![\p{L}]))?/u

/** "+0300", "+03" at once behind the time, "UTC + 2"; but not the dash of "21:37 - 12 comments". */
const NUMERIC_ZONE =
  /^(?:\s*(?:utc|gmt)\s*|(?=[+-]\d{2})|\s+(?=[+-]\d{2}:?\d{2}))(?<sign>[+-])\s*(?<hours>\d{1,2}):?(?<minutes>\d{2})?(?!\d)/u

function clockIn(text: string): Clock | undefined {
  const match = TIME.exec(text)
  const groups = match?.groups
  if (match === null || groups === undefined) return undefined
  const hours = hoursOf(Number(groups.hours), (groups.after ?? groups.before ?? '').trim())
  const minutes = Number(groups.minutes)
  const seconds = Number(groups.seconds ?? 0)
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined
  const fraction = Math.trunc(Number(`0.${groups.fraction ?? 0}`) * 1000)
  // A leap second (60) is told as the second before it: JavaScript has none.
  const milliseconds = ((hours * 60 + minutes) * 60 + Math.min(seconds, 59)) * 1000 + fraction
  return { milliseconds, zone: zoneIn(text.slice(match.index + match[0].length)) }
}

/** "م" behind or before a time is PM ("م13:53" says it twice); behind a year it is AD. */
function hoursOf(hours: number, half: string): number {
  if (/^(م|p)/.test(half)) return hours < 12 ? hours + 12 : hours
  if (/^(ص|a)/.test(half)) return hours === 12 ? 0 : hours
  return hours
}

function zoneIn(rest: string): number | undefined {
  const numeric = NUMERIC_ZONE.exec(rest.replace(/^\s*utc\s*\/\s*(?=gmt)/, ' '))?.groups
  if (numeric !== undefined) {
    const minutes = Number(numeric.hours) * 60 + Number(numeric.minutes ?? 0)
    return minutes > 14 * 60 ? undefined : numeric.sign === '+' ? minutes : -minutes
  }
  const name = /^[\s(]*(?:بتوقيت\s+)?(?<name>[a-z]{1,3}(?![a-z])|غرينتش|جرينتش|مكة المكرمة)/u.exec(
    rest,
  )
  return ZONE_MINUTES[name?.groups?.name ?? '']
}

function instantAt(day: Day, clock: Clock | undefined, utcOffset: number): Instant {
  const midnight = Date.UTC(day.year, day.month - 1, day.day)
  if (clock === undefined) return new Date(midnight).toISOString()
  const east = (clock.zone ?? utcOffset) * 60_000
  return new Date(midnight + clock.milliseconds - east).toISOString()
}

function squeeze(name: string): string {
  return name.trim().replace(/\s+/g, ' ')
}

/** Marks, tatweel and bidi controls say nothing here; alefs, digits and commas become one of each. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{M}\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\u061C]/gu, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u06CC/g, '\u064A')
    .replace(/\u06A9/g, '\u0643')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\u060C\u066B]/g, ',')
    .replace(/[\u2010-\u2015]/g, '-')
    .toLowerCase()
}
