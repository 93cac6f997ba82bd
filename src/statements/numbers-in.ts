import type { Token } from '../text/tokens.ts'
import { NUMBER_WORDS } from './number-words-table.ts'

let words: ReadonlyMap<string, number> | undefined

/** The number that a folded word writes out, whatever stands joined before it. */
export function writtenNumber(text: string): number | undefined {
  words ??= new Map(
    NUMBER_WORDS.trim()
      .split('\n')
      .flatMap((line) => {
        const [value, ...names] = line.split(' ')
        return names.map((name): [string, number] => [name, Number(value)])
      }),
  )
  const value = words.get(text)
  if (value !== undefined || !MAY_BE_JOINED.has(text.charCodeAt(0))) return value
  return words.get(text.replace(/^[\u0648\u0628\u0644]?(?:\u0627\u0644)?(?=...)/, ''))
}

/** What stands joined before a number, or its article, begins so; no other word is cut to be tried. */
const MAY_BE_JOINED = new Set([0x648, 0x628, 0x644, 0x627])

/** What is asked of a token. */
type Word = Pick<Token, 'text' | 'script'>

/**
 * The numbers that tokens say, in order, each in one form: "210 \u0622\u0644\u0627\u0641", "210,000" and "two hundred
 * and ten thousand" are 210000. A scale with nothing before it ("thousands of people") is no number.
 */
export function numbersIn(tokens: readonly Word[]): number[] {
  const numbers: number[] = []
  let run: Run | undefined
  for (const token of tokens) {
    if (run !== undefined && token.text === 'and') continue
    const value = valueOf(token)
    const next = value === undefined ? undefined : continued(run, value, token)
    if (next === undefined && run !== undefined) numbers.push(...ended(run))
    run = next ?? (value === undefined ? undefined : begun(value))
  }
  return run === undefined ? numbers : [...numbers, ...ended(run)]
}

/** Amounts that are no numbers, folded: "hundreds of them", "14 percent". */
const AMOUNT =
  /^[\u0648\u0628\u0644]?(?:dozens?|hundreds|thousands|millions|half|percent|عشرات|ميات|نصف|ثلث|ربع)$/

/** The amounts among words that are no numbers, as they are written. */
export function amountsIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ text }) => (AMOUNT.test(text) ? [text] : []))
}

/** Whether a word says a number or an amount, or makes a greater one of the number before it. */
export function isNumber(token: Token | undefined): boolean {
  return token !== undefined && (valueOf(token) !== undefined || AMOUNT.test(token.text))
}

/** A number that is being read: thousands and millions so far, and what is below them. */
interface Run {
  readonly total: number
  readonly below: number
  /** What the last word added to `below`. */
  readonly last: number
}

function valueOf({ text, script }: Word): number | undefined {
  return script === 'number' ? Number(text) : writtenNumber(text)
}

function begun(value: number): Run {
  return value >= 1000 && value % 1000 === 0 && value !== 2000
    ? { total: 0, below: 0, last: value }
    : { total: 0, below: value, last: value }
}

function continued(run: Run | undefined, value: number, { script }: Word): Run | undefined {
  if (run === undefined || (script === 'number' && run.below !== 0)) return undefined
  if (script !== 'number' && isScale(value)) return run.below === 0 ? undefined : scaled(run, value)
  const isTensWithUnits = (a: number, b: number) => a >= 20 && a < 100 && a % 10 === 0 && b < 10
  const fits =
    isTensWithUnits(run.last, value) ||
    isTensWithUnits(value, run.last) ||
    (value === 10 && run.last < 10 && script === 'arabic') ||
    (value < 100 && (run.last >= 100 || run.below === 0))
  if (script === 'number' || !fits) return undefined
  return { ...run, below: run.below + value, last: value }
}

function isScale(value: number): boolean {
  return value === 100 || value === 1000 || value >= 1_000_000
}

function scaled({ total, below }: Run, scale: number): Run {
  return scale === 100
    ? { total, below: below * 100, last: 100 }
    : { total: total + below * scale, below: 0, last: scale }
}

function ended({ total, below }: Run): number[] {
  const number = total + below
  return number < 2 ? [] : [Math.round(number * 1000) / 1000]
}
