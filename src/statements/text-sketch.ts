import { Folded, fold } from '../text/fold.ts'
import { hexOfByte } from '../text/hex.ts'
import { scanTokens } from '../text/scan-tokens.ts'
import { Tokens } from '../text/tokens.ts'
import { stretchHash, wordHash } from '../text/word-hash.ts'
import { numbersIn } from './numbers-in.ts'

/** Of as many thousand texts, so many bins tell likeness to about two in a hundred. */
const BINS = 64
const RUN = 3
/** A text of fewer words is too short for its likeness to mean anything. */
const FEWEST_WORDS = 24
/** Of a hundred runs of three words, so many must be in both. */
const LIKENESS = 0.6
/** Where one of them says numbers that the other does not: a date put before it, a paragraph less. */
const LIKENESS_WITH_MORE = 0.78
/**
 * A dateline and a figure or two. A text that says all numbers would be the same as every bulletin of its
 * mould, and take their alerts.
 */
const MOST_MORE_NUMBERS = 6
/** A bin in which no run fell. */
const EMPTY = 'ffff'
/** Tables of figures are not kept whole. */
const MOST_NUMBERS = 40

/** Used again: their columns cost as much as the scan. */
let folded: Folded | undefined
let scanned: Tokens | undefined

/**
 * A text in brief, by which it is known again when it is published elsewhere with a word changed:
 * of all runs of three folded words the smallest hash in each of 64 bins (Broder's min-wise
 * hashing, one permutation), and the numbers of the text. Empty for a text too short to tell.
 */
export function textSketch(text: string): string {
  folded ??= new Folded()
  scanned ??= new Tokens()
  const tokens = scanTokens(fold(text, folded), scanned)
  if (tokens.length < FEWEST_WORDS) return ''
  const bins = Array.from({ length: BINS }, () => 0xffff)
  const words: number[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const joined = tokens.joined.get(at)
    words.push(
      joined === undefined
        ? stretchHash(tokens.hashes, tokens.from[at] ?? 0, tokens.to[at] ?? 0)
        : wordHash(joined),
    )
  }
  for (let at = 0; at + RUN <= words.length; at += 1) {
    let run = 0
    for (let n = 0; n < RUN; n += 1) run = mixed(run ^ (words[at + n] ?? 0))
    const bin = run & (BINS - 1)
    bins[bin] = Math.min(bins[bin] ?? 0xffff, run >>> 16)
  }
  let shown = ''
  for (const least of bins) shown += hexOfByte(least >> 8) + hexOfByte(least & 0xff)
  // Written ones too: the sixth anniversary and the seventh differ in no other word.
  const all = Array.from({ length: tokens.length }, (_, n) => ({
    text: tokens.text(n),
    script: tokens.script(n),
  }))
  const figures = all.filter(({ script }) => script === 'number').map(({ text }) => Number(text))
  const numbers = new Set([...figures, ...numbersIn(all)])
  return `${[...numbers]
    .sort((a, b) => a - b)
    .slice(0, MOST_NUMBERS)
    .join(',')
    .slice(0, 400)};${shown}`
}

/**
 * Whether two sketches are of one text, some words changed, a paragraph lost, a dateline or a foot
 * put around it. All numbers of the one must stand in the other: two statements from one mould,
 * with other dead counted or another day named, are two pieces of news.
 */
export function isSameText(one: string, other: string): boolean {
  if (one === '' || other === '') return false
  const [at, otherAt] = [one.indexOf(';'), other.indexOf(';')]
  const [numbers, otherNumbers] = [one.slice(0, at), other.slice(0, otherAt)]
  const isEqual = numbers === otherNumbers
  // Nearly every comparison ends here: an alert is held against hundreds, and texts say numbers.
  if (!isEqual && !isWithin(numbers, otherNumbers)) return false
  const likeness = likenessOf(one, at + 1, other, otherAt + 1)
  return likeness >= (isEqual ? LIKENESS : LIKENESS_WITH_MORE)
}

/**
 * The share of bins that are the same, from a place on in each. Bins that are empty in both say
 * nothing: counted as the same, they made of two short texts from one mould nearly one text.
 */
function likenessOf(one: string, from: number, other: string, otherFrom: number): number {
  let same = 0
  let filled = BINS
  for (let at = 0; at < 4 * BINS; at += 4) {
    let digit = 0
    while (digit < 4 && isSameUnit(one, from + at + digit, other, otherFrom + at + digit))
      digit += 1
    if (digit < 4) continue
    if (one.startsWith(EMPTY, from + at)) filled -= 1
    else same += 1
  }
  return same / Math.max(filled, 1)
}

function isSameUnit(one: string, at: number, other: string, otherAt: number): boolean {
  return one.charCodeAt(at) === other.charCodeAt(otherAt)
}

/** Whether all numbers of the one stand in the other, or the other way round, and few besides. */
function isWithin(one: string, other: string): boolean {
  const [a, b] = [numbersOf(one), numbersOf(other)]
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  return (
    many.length - few.length <= MOST_MORE_NUMBERS && few.every((number) => many.includes(number))
  )
}

function numbersOf(list: string): string[] {
  return list === '' ? [] : list.split(',')
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}
