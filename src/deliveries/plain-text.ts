import { type Mark, joinedMarks } from '../text/marks.ts'
import { BIDI_CONTROLS, FSI, PDI } from '../text/unseen.ts'
import { cut } from './cut.ts'

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const BREAKS = /[\s\u0000-\u001F\u007F-\u009F\u2028\u2029]/g

/**
 * One line of somebody else's text, as long as before (so that marks still fit): no line breaks,
 * which could begin a quote or a list, and in place of bidi controls the word joiner, which is as
 * invisible and turns nothing.
 */
export function flatten(text: string): string {
  return text.toWellFormed().replace(BREAKS, ' ').replace(BIDI_CONTROLS, '\u2060')
}

/** A book in place of a title is not read to its end. */
const MOST_READ = 10_000

/** A text of one line, blanks joined, cut between graphemes: for fields without marks. */
export function oneLine(text: string, max: number): string {
  return cut(
    text
      .slice(0, MOST_READ)
      .toWellFormed()
      .replace(BIDI_CONTROLS, '')
      .replace(BREAKS, ' ')
      .replace(/ +/g, ' ')
      .trim(),
    max,
  )
}

/**
 * Breaks what would ping somebody where it is posted: an @ before a name, and before the words by
 * which Slack, Discord, Mattermost, Rocket.Chat and Matrix call everybody. An address of mail
 * stays whole.
 */
export function unping(text: string): string {
  return text.replace(PINGS, '@\u2060')
}

const PINGS =
  /@(?=(?:channel|here|everyone|all|group|room|users)\b)|(?<![\p{L}\p{N}_.+-])@(?=[\p{L}\p{N}_])/giu

/**
 * What chats take as a border of bold words: an end of the line, a blank, plain punctuation. A word
 * that was found inside a longer chain (`#word_word`, a Latin word with an Arabic clitic) is widened
 * to the whole chain, else the signs of the markup would be shown as they are.
 */
export function boundedMarks(text: string, marks: readonly Mark[]): Mark[] {
  const inOrder = marks.toSorted((a, b) => a.start - b.start)
  return joinedMarks(inOrder.map((mark) => widened(text, mark)))
}

const BORDER = /[\s.,;:!?()[\]{}"'\u00AB\u00BB\u201C\u201D\u060C\u061B\u061F\u2026\u2013\u2014/-]/

function widened(text: string, mark: Mark): Mark {
  let { start, end } = { start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  if (start >= end) return { start, end }
  while (start > 0 && !BORDER.test(text.charAt(start - 1))) start -= 1
  while (end < text.length && !BORDER.test(text.charAt(end))) end += 1
  return { start, end }
}

/** A stretch of a line: as it is, in bold, or leading somewhere. */
export interface Span {
  readonly text: string
  readonly bold?: boolean
  readonly url?: string
}

/**
 * Keeps a text that runs the other way than its line from carrying the line's punctuation with it.
 * A blank stands between the isolate and bold words, whose signs would not border on it.
 */
export function isolate(spans: readonly Span[], line: 'rtl' | 'ltr'): readonly Span[] {
  const other = line === 'rtl' ? /\p{Script=Latin}/u : /[\p{Script=Arabic}\p{Script=Hebrew}]/u
  if (!spans.some(({ text }) => other.test(text))) return spans
  const before = spans[0]?.bold === true ? `${FSI} ` : FSI
  const after = spans.at(-1)?.bold === true ? ` ${PDI}` : PDI
  return [{ text: before }, ...spans, { text: after }]
}
