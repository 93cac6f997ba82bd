import { fold } from '../text/fold.ts'
import { tokensOf } from '../text/scan-tokens.ts'
import type { Token } from '../text/tokens.ts'
import { isDateline } from './dateline.ts'
import { negationsIn } from './negations-in.ts'
import { amountsIn, isNumber, numbersIn } from './numbers-in.ts'
import { type WordChange, wordDiff } from './word-diff.ts'

/** What two wordings of one text say otherwise; `long`: that would take too long to find out. */
export type ClaimDifference = 'numbers' | 'negation' | 'long'

/** UTF-16 units of a text that are compared word by word: 4 ms at worst. */
const MOST_COMPARED = 16_000

interface Wording {
  readonly title: string
  readonly text: string
}

/**
 * Whether two texts that are nearly one (`isSameText`) say other numbers or deny other things. A
 * sketch cannot tell: "3 killed, 14 wounded" holds the numbers of "14 killed, 3 wounded", and one
 * small word makes the opposite of a text. So the places are looked at where their words differ. Of a
 * date put before or behind the text nothing follows; each may have a headline of its own, as long as
 * its numbers are those of the text, in their order. What adjectives say nobody can compare.
 */
export function claimDifference(one: Wording, other: Wording): ClaimDifference | undefined {
  const title = titleDifference(one, other)
  if (title !== undefined || one.text === other.text) return title
  if (Math.max(one.text.length, other.text.length) > MOST_COMPARED) return 'long'
  return bodyDifference(one.text, other.text)
}

function titleDifference(one: Wording, other: Wording): ClaimDifference | undefined {
  const [words, otherWords] = [wordsOf(one.title), wordsOf(other.title)]
  if (negationsIn(words) !== negationsIn(otherWords)) return 'negation'
  const [numbers, otherNumbers] = [numbersIn(words), numbersIn(otherWords)]
  if (isEqual(numbers, otherNumbers)) return undefined
  const isSaid = (few: readonly number[], { title, text }: Wording) =>
    [title, text].some((said) => isWithin(few, numbersIn(wordsOf(said))))
  return isSaid(numbers, other) && isSaid(otherNumbers, one) ? undefined : 'numbers'
}

/** In their order: who was killed and who was wounded. */
function isWithin(few: readonly number[], many: readonly number[]): boolean {
  let at = 0
  for (const number of many) if (number === few[at]) at += 1
  return at === few.length
}

function bodyDifference(one: string, other: string): ClaimDifference | undefined {
  const { changes, parts } = wordDiff(distinctLines(one), distinctLines(other))
  const last = parts.at(-1)?.kind
  const isFoot = (at: number) =>
    at === changes.length - 1 && (last === 'removed' || last === 'added')
  return changes
    .map((change, at) => differenceIn(change, change.before === undefined || isFoot(at)))
    .find((found) => found !== undefined)
}

function differenceIn(
  { removed, added }: WordChange,
  isOutermost: boolean,
): ClaimDifference | undefined {
  if (negationsIn(removed) !== negationsIn(added)) return 'negation'
  // "Thousand" too, which says nothing alone and makes fourteen thousand of fourteen.
  const sides = [removed, added].filter((words) => words.some(isNumber))
  if (sides.length === 0) return undefined
  const said = (words: readonly Token[]) => [...numbersIn(words), ...amountsIn(words)]
  const before = said(removed)
  if (before.length > 0 && isEqual(before, said(added))) return undefined
  return isOutermost && sides.every(isDateline) ? undefined : 'numbers'
}

/** Where a template shows each paragraph twice, the second says nothing more. */
function distinctLines(text: string): string {
  return [...new Set(text.split('\n').map((line) => line.trim()))].join('\n')
}

function wordsOf(text: string): Token[] {
  return tokensOf(fold(text))
}

function isEqual(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((number, at) => number === other[at])
}
