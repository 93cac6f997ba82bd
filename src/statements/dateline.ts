import { FILLER_WORDS, hijriMonthNamed, monthNamed } from '../text/dates-table.ts'
import type { Token } from '../text/tokens.ts'
import { isNumber } from './numbers-in.ts'

/** Town, day, agency and what stands between them. */
const MOST_WORDS = 15

/**
 * Whether some words before or behind a text say no number but a day's: "QAMRA, 14 June 2026 (Delta
 * News)", "14/6/2026". A figure beside the name of a month is its day or year; any other is a claim,
 * and so is a number in words: "Update, forty dead".
 */
export function isDateline(words: readonly Token[]): boolean {
  if (words.length > MOST_WORDS) return false
  const isMonth = words.map((_, at) => isInMonth(words, at))
  return words.every((word, at) => {
    if (!isNumber(word) || isMonth[at] === true) return true
    if (word.script !== 'number') return false
    const isDay = isDayOrYear(word)
    if (isDay && (isMonth[at - 1] === true || isMonth[at + 1] === true)) return true
    // "June 14, 2026", "14 من حزيران".
    if (isDay && isMonth[at - 2] === true && isNumber(words[at - 1])) return true
    const isFilled = FILLER_WORDS.has(words[at + 1]?.text ?? '')
    return (isDay && isFilled && isMonth[at + 2] === true) || isInFigures(words, at)
  })
}

/** Names of months are one word or two: "تشرين الثاني" begins here or at the word before. */
function isInMonth(words: readonly Token[], at: number): boolean {
  const [before = '', word = '', next = ''] = [at - 1, at, at + 1].map((one) => words[one]?.text)
  return [word, `${word} ${next}`, `${before} ${word}`].some(
    (name) => (monthNamed(name) ?? hijriMonthNamed(name)) !== undefined,
  )
}

/** "14/6/2026", "2026-06-14": three figures, a sign between each two. */
function isInFigures(words: readonly Token[], at: number): boolean {
  return [at - 2, at - 1, at].some((from) => {
    const three = words.slice(Math.max(from, 0), from + 3)
    const isClose = three.every((word, n) => n === 0 || word.start - (three[n - 1]?.end ?? 0) === 1)
    const years = three.filter(({ text }) => text.length === 4)
    return three.length === 3 && isClose && years.length === 1 && three.every(isDayOrYear)
  })
}

function isDayOrYear({ script, text }: Token): boolean {
  const number = Number(text)
  return script === 'number' && (number <= 31 || (number >= 1343 && number <= 2100))
}
