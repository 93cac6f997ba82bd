import { cut } from './cut.ts'
import { flatten } from './plain-text.ts'

/** One wording of a statement. */
export interface Wording {
  readonly title: string
  readonly text: string
}

/** The part of a wording that is not as it was, with a few words around it; '' is "nothing". */
export interface Changed {
  readonly before: string
  readonly after: string
}

const WORDS_AROUND = 4
const MOST_UNITS = 240

/**
 * What an edit changed, for one line of a message: the stretch between the first and the last word
 * that differ, in the title where the title changed, else in the text. Undefined where no word
 * differs. A message shows that something was touched, and where; the page shows every difference.
 */
export function whatChanged(before: Wording, after: Wording): Changed | undefined {
  const field = before.title === after.title ? 'text' : 'title'
  const [old, fresh] = [wordsOf(before[field]), wordsOf(after[field])]
  const most = Math.min(old.length, fresh.length)
  let head = 0
  while (head < most && old[head] === fresh[head]) head += 1
  let tail = 0
  while (tail < most - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1
  if (head === old.length && head === fresh.length) return undefined
  return { before: around(old, head, tail), after: around(fresh, head, tail) }
}

function wordsOf(text: string): string[] {
  return flatten(text)
    .split(' ')
    .filter((word) => word !== '')
}

function around(words: readonly string[], head: number, tail: number): string {
  const from = Math.max(0, head - WORDS_AROUND)
  const to = Math.min(words.length, words.length - tail + WORDS_AROUND)
  const shown = cut(words.slice(from, to).join(' '), MOST_UNITS)
  return `${from > 0 ? '\u2026' : ''}${shown}${to < words.length && !shown.endsWith('\u2026') ? '\u2026' : ''}`
}
