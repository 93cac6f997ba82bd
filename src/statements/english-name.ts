import type { Token } from '../text/tokens.ts'

const CALENDAR =
  /^(?:jan|febr)uary|^(?:march|april|may|june|july|august|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$|ember$|^october$/

/**
 * Whether an English word is written as a name: with a capital, and not because it opens a sentence.
 * Months and weekdays have their capitals by rule.
 */
export function isEnglishName({ text, script, capitals, start }: Token, whole: string): boolean {
  if (script !== 'other' || capitals === 0 || CALENDAR.test(text)) return false
  const before = whole.slice(Math.max(0, start - 3), start)
  return start > 0 && !/[.!?:\n"\u201C\u2018'(]\s*$/.test(before)
}
