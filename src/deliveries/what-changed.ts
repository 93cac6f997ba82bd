import { type DiffPart, wordDiff } from '../statements/word-diff.ts'
import { cut } from './cut.ts'
import { flatten } from './plain-text.ts'

/** One wording of a statement. */
export interface Wording {
  readonly title: string
  readonly text: string
}

/** The places of a wording that are not as they were, a few words around each; '' is "nothing". */
export interface Changed {
  readonly before: string
  readonly after: string
}

const WORDS_AROUND = 4
const MOST_UNITS = 240

/**
 * What an edit changed, for one line of a message: each place where words differ, in the title where
 * that changed, else in the text. Undefined where no word differs, not even in its spelling. By the
 * rule of the pages and classes (`wordDiff`): what they call unchanged is not told here either.
 */
export function whatChanged(before: Wording, after: Wording): Changed | undefined {
  for (const field of ['title', 'text'] as const) {
    const parts = diffOf(before[field], after[field])
    if (parts.every(({ kind }) => kind === 'same')) continue
    return { before: shown(parts, 'removed'), after: shown(parts, 'added') }
  }
  return undefined
}

/** A message shows 240 units: two books are not compared word by word for it. */
const MOST_COMPARED = 20_000

function diffOf(before: string, after: string): readonly DiffPart[] {
  const [old, now] = withoutCommonLines(before, after)
  const { parts } = wordDiff(old.slice(0, MOST_COMPARED), now.slice(0, MOST_COMPARED))
  const lastSame = parts.findLastIndex(({ kind }) => kind === 'same')
  const isCut = old.length > MOST_COMPARED || now.length > MOST_COMPARED
  // Where both were cut off they differ by that alone.
  return isCut && lastSame > 0 ? parts.slice(0, lastSame + 1) : parts
}

/** An edit mostly touches one paragraph; one before and one after stay, for the words around it. */
function withoutCommonLines(before: string, after: string): readonly [string, string] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const most = Math.min(old.length, now.length)
  let head = 0
  while (head < most && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  const rest = (lines: readonly string[]) =>
    lines.slice(Math.max(0, head - 1), lines.length - Math.max(0, tail - 1)).join('\n')
  return [rest(old), rest(now)]
}

/** One side of a diff: what differs in it, and the beginning and end of what does not. */
function shown(parts: readonly DiffPart[], side: 'removed' | 'added'): string {
  const line = parts
    .map((part, at): string => {
      if (part.kind === 'same') return around(part.text, at > 0, at < parts.length - 1)
      if (part.kind === 'respelled') return side === 'added' ? part.text : spelledBefore(part)
      return part.kind === side ? part.text : ''
    })
    .join('')
  return cut(flatten(line).replace(/ +/g, ' ').trim(), MOST_UNITS)
}

/** The older spelling says nothing of what followed the word: a blank, a point. */
function spelledBefore({ text, before }: Extract<DiffPart, { kind: 'respelled' }>): string {
  return before + (/[^\p{L}\p{M}\p{N}]+$/u.exec(text)?.[0] ?? '')
}

function around(text: string, isAfter: boolean, isBefore: boolean): string {
  const words = text.match(/\S+\s*|\s+/g) ?? []
  const head = isAfter ? WORDS_AROUND : 0
  const tail = isBefore ? WORDS_AROUND : 0
  if (words.length <= head + tail) return text
  const end = tail === 0 ? '' : words.slice(-tail).join('')
  return `${words.slice(0, head).join('').trimEnd()}\u2026${end}`
}
