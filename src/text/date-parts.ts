import type { DateToken } from './date-tokens.ts'
import { dayNamed, FILLER_WORDS, hijriMonthNamed, monthNamed } from './dates-table.ts'

/** A date where it stands among the tokens: `from` to before `to`. */
export interface Found {
  readonly from: number
  readonly to: number
  /** 00:00 UTC of the day in ms; undefined where the calendar has no such day. */
  readonly day: number | undefined
  readonly hijri: boolean
}

interface Named {
  readonly month: number
  readonly to: number
  readonly hijri: boolean
}

/** One month, or two names of it: "أيار/مايو", "مايو (أيار)", or one and a misspelt other. */
export function monthAt(tokens: readonly DateToken[], index: number): Named | undefined {
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
  numberOf: (name: string) => number | undefined,
): { readonly month: number; readonly to: number } | undefined {
  const first = tokens[index]
  if (first?.kind !== 'word') return undefined
  const second = tokens[index + 1]
  const pair = second?.kind === 'word' ? numberOf(`${first.text} ${second.text}`) : undefined
  if (pair !== undefined) return { month: pair, to: index + 2 }
  const single = numberOf(first.text)
  return single === undefined ? undefined : { month: single, to: index + 1 }
}

/** At most four marks and small words between two parts. */
export function behindFillers(tokens: readonly DateToken[], index: number): number {
  let at = index
  while (at < index + 4 && isFiller(tokens[at])) at += 1
  return at
}

function isFiller(token: DateToken | undefined): boolean {
  if (token?.kind === 'mark') return /^[-,./()\\']$/.test(token.text)
  return token?.kind === 'word' && FILLER_WORDS.has(token.text)
}

/** One or two digits, or a day in words: "الواحد والعشرين". */
export function dayNumber(
  tokens: readonly DateToken[],
  index: number,
): { readonly day: number; readonly to: number } | undefined {
  const token = tokens[index]
  if (token?.kind === 'number') {
    return token.text.length > 2 ? undefined : { day: Number(token.text), to: index + 1 }
  }
  const pair = dayNamed(`${token?.text ?? ''} ${tokens[index + 1]?.text ?? ''}`)
  if (pair !== undefined) return { day: pair, to: index + 2 }
  const single = dayNamed(token?.text ?? '')
  return single === undefined ? undefined : { day: single, to: index + 1 }
}

/** "7-8/12/2011" names two days, "12018-10-22" none; behind a colon stand minutes. */
export function isInsideNumber(tokens: readonly DateToken[], index: number): boolean {
  const before = tokens[index - 1]
  if (before?.kind !== 'mark') return false
  if (before.text === ':') return tokens[index - 2]?.kind === 'number'
  return (
    /^[-/.\\]$/.test(before.text) && tokens[index - 2]?.kind === 'number' && !tokens[index]?.spaced
  )
}

export function gregorianDay(year: number, month: number, day: number): number | undefined {
  if (year < 1900 || year > 2199) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  // The zero of machines, shown where a date is missing.
  return date.getTime() === 0 ? undefined : date.getTime()
}
