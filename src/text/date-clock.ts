import type { DateToken } from './date-tokens.ts'
import { ERA_MARKS, HALVES_OF_DAY, ZONE_MINUTES } from './dates-table.ts'

/** Milliseconds since midnight, and minutes east of UTC where the text names a zone. */
export interface Clock {
  readonly milliseconds: number
  readonly zone: number | undefined
}

/** The tokens that are the date: they hold no time. */
interface Span {
  readonly from: number
  readonly to: number
}

/** The first time of day among the tokens. An impossible one ("25:99") is none. */
export function clockIn(tokens: readonly DateToken[], date: Span): Clock | undefined {
  for (let index = 0; index < tokens.length; index += 1) {
    if (index >= date.from && index < date.to) continue
    if (isHour(tokens, index)) return clockAt(tokens, index, date)
  }
  return undefined
}

/** Hours before minutes, or before "pm" alone. */
function isHour(tokens: readonly DateToken[], index: number): boolean {
  const token = tokens[index]
  if (token?.kind !== 'number' || token.text.length > 2) return false
  const next = tokens[index + 1]
  if (tokens[index - 1]?.text === ':') return false
  if (next?.text === ':') return isPair(tokens[index + 2])
  return /^(?:am|pm|صباحا|مساء|ظهرا|عصرا|ليلا)$/.test(next?.text ?? '')
}

function isPair(token: DateToken | undefined): boolean {
  return token?.kind === 'number' && token.text.length === 2
}

function clockAt(tokens: readonly DateToken[], index: number, date: Span): Clock | undefined {
  let next = index + 1
  const parts = [Number(tokens[index]?.text), 0, 0]
  for (
    let part = 1;
    part < 3 && tokens[next]?.text === ':' && isPair(tokens[next + 1]);
    part += 1
  ) {
    parts[part] = Number(tokens[next + 1]?.text)
    next += 2
  }
  let fraction = 0
  const dot = tokens[next]?.text ?? ''
  if (/^[.,]$/.test(dot) && tokens[next + 1]?.kind === 'number' && !tokens[next + 1]?.spaced) {
    fraction = Math.trunc(Number(`0.${tokens[next + 1]?.text ?? '0'}`) * 1000)
    next += 2
  }
  const half = halfBehind(tokens, next)
  const before = half === undefined ? halfBefore(tokens, index, date) : undefined
  if (half !== undefined) next = half.to
  const hours = hoursOf(parts[0] ?? 0, half?.half ?? before)
  const [, minutes = 0, seconds = 0] = parts
  // "24:00" is the end of the day (ISO 8601).
  const isEnd = hours === 24 && minutes + seconds === 0
  if ((hours > 23 && !isEnd) || minutes > 59 || seconds > 60) return undefined
  // A leap second (60) is told as the second before it: JavaScript has none.
  const milliseconds = ((hours * 60 + minutes) * 60 + Math.min(seconds, 59)) * 1000 + fraction
  return { milliseconds, zone: zoneAt(tokens, next) }
}

type Half = (typeof HALVES_OF_DAY)[string]

/** "08:22 م", "6:21 مساءً", "3:05 p.m." */
function halfBehind(
  tokens: readonly DateToken[],
  index: number,
): { readonly half: Half; readonly to: number } | undefined {
  const word = tokens[index]
  const half = word?.kind === 'word' ? HALVES_OF_DAY[word.text] : undefined
  if (half === undefined) return undefined
  const isDotted = word?.text.length === 1 && tokens[index + 1]?.text === '.'
  if (!isDotted) return /^[ap]$/.test(word?.text ?? '') ? undefined : { half, to: index + 1 }
  const to = tokens[index + 2]?.text === 'm' ? index + 3 : index + 2
  return { half, to: tokens[to]?.text === '.' ? to + 1 : to }
}

/** "م13:53" is afternoon. "2018 م 10:30" is not: there the letter counts the years. */
function halfBefore(tokens: readonly DateToken[], index: number, date: Span): Half | undefined {
  const word = tokens[index - 1]
  if (word?.kind !== 'word') return undefined
  const isEra = index - 1 === date.to && ERA_MARKS.has(word.text) && tokens[index]?.spaced === true
  return isEra || /^[ap]$/.test(word.text) ? undefined : HALVES_OF_DAY[word.text]
}

function hoursOf(hours: number, half: Half | undefined): number {
  switch (half) {
    case 'am':
      return hours === 12 ? 0 : hours
    case 'pm':
      return hours < 12 ? hours + 12 : hours
    case 'noon':
      return hours < 10 ? hours + 12 : hours
    case 'night':
      return hours === 12 ? 0 : hours > 5 && hours < 12 ? hours + 12 : hours
    case undefined:
      return hours
  }
}

/** "+0300" and "+03:00" at once behind the time, "UTC + 2", "بتوقيت غرينتش", "(مكة المكرمة)". */
function zoneAt(tokens: readonly DateToken[], index: number): number | undefined {
  let at = index
  while (isBeforeZone(tokens[at])) at += 1
  const first = tokens[at]
  const isNamed = first?.text === 'utc' || first?.text === 'gmt'
  if (!isNamed) return offsetAt(tokens, at, false) ?? namedZone(tokens, at)
  const isDoubled = tokens[at + 1]?.text === '/' && /^(?:utc|gmt)$/.test(tokens[at + 2]?.text ?? '')
  return offsetAt(tokens, isDoubled ? at + 3 : at + 1, true) ?? 0
}

function isBeforeZone(token: DateToken | undefined): boolean {
  return token !== undefined && /^(?:\(|بتوقيت|توقيت)$/.test(token.text)
}

/** The dash of "21:37 - 12 comments" is no offset: a sign stands against its digits, save behind "UTC". */
function offsetAt(
  tokens: readonly DateToken[],
  index: number,
  isNamed: boolean,
): number | undefined {
  const [sign, digits, colon, rest] = tokens.slice(index, index + 4)
  if (digits?.kind !== 'number' || !/^[+-]$/.test(sign?.text ?? '')) return undefined
  const { text } = digits
  if (!isNamed && (digits.spaced || text.length < 2)) return undefined
  // "10:00 -12 comments": two bare digits are an offset only at once behind the time.
  if (!isNamed && text.length === 2 && sign?.spaced === true && colon?.text !== ':')
    return undefined
  const minutes =
    colon?.text === ':' && isPair(rest) ? Number(rest?.text) : Number(text.slice(2, 4))
  const hours = text.length > 2 ? Number(text.slice(0, -2)) : Number(text)
  const total = hours * 60 + (text.length > 2 ? Number(text.slice(-2)) : minutes)
  if (text.length > 4 || total > 14 * 60) return undefined
  return sign?.text === '+' ? total : -total
}

function namedZone(tokens: readonly DateToken[], index: number): number | undefined {
  const word = tokens[index]
  return word?.kind === 'word' && Object.hasOwn(ZONE_MINUTES, word.text)
    ? ZONE_MINUTES[word.text]
    : undefined
}
