import { type Direction, type Language, directionOf } from '../text/language.ts'
import { type Mark, joinedMarks } from '../text/marks.ts'
import { BIDI_CONTROLS, FSI, PDI } from '../text/unseen.ts'
import type { Match } from './watch.ts'

/** A stretch of a text around matches, on one line, for people. */
export interface Snippet {
  readonly text: string
  /** Where the matches stand in `text`: UTF-16 units, end exclusive, in order, never overlapping. */
  readonly marks: readonly Mark[]
}

const WORDS = 30
/** Text without blanks has no words to count. */
const MOST_UNITS = 400
const MOST_MARKS = 32
const ELLIPSIS = '\u2026'

const BLANK = /\s/
/** What belongs to the character before it. */
const CLINGS = /[\p{M}\u200D\uDC00-\uDFFF]/u

/**
 * The best window of about thirty words: the one with most distinct parts of the query, then with
 * most matches, then the first. Cut at blanks, so never between a letter and its mark, with an
 * ellipsis where something is left out. `matches` are of `text`; without any, its beginning is shown.
 */
export function snippet(
  text: string,
  matches: readonly Pick<Match, 'part' | 'start' | 'end'>[],
): Snippet {
  const sorted = matches.toSorted((a, b) => a.start - b.start)
  const run = bestRun(text, sorted)
  // A phrase over paragraphs of blanks may be a whole page long: its beginning stands for it.
  const longest = Math.max(forward(text, run.start, WORDS), run.start)
  const { start, end } = windowAround(text, { ...run, end: Math.min(run.end, longest) })
  return shown(text, start, end, sorted)
}

/** What a match looks like in one field, for people. */
export interface FieldSnippet extends Snippet {
  readonly field: Match['field']
  readonly dir: Direction
  /** The same for a line of plain text: isolated, so that it turns nothing around it. */
  readonly plain: string
}

/** A snippet of each field that was hit: the headline and the body say different things. */
export function fieldSnippets(
  wording: { readonly title: string; readonly text: string },
  matches: readonly Match[],
  language: Language,
): FieldSnippet[] {
  return (['title', 'text'] as const).flatMap((field) => {
    const here = matches.filter((match) => match.field === field)
    if (here.length === 0) return []
    const shown = snippet(wording[field], here)
    return [{ ...shown, field, dir: directionOf(language), plain: FSI + shown.text + PDI }]
  })
}

/** The run of matches, within the words of a window, that tells most. */
function bestRun(text: string, matches: readonly Pick<Match, 'part' | 'start' | 'end'>[]): Mark {
  let best: Mark = { start: 0, end: 0 }
  let bestScore = 0
  for (const [index, first] of matches.entries()) {
    const limit = Math.max(forward(text, first.start, WORDS), first.end)
    const parts = new Set<string>()
    let count = 0
    let { end } = first
    for (let at = index; at < matches.length; at += 1) {
      const match = matches[at]
      if (match === undefined || match.start > limit) break
      if (match.end > limit) continue
      parts.add(match.part)
      count += 1
      end = Math.max(end, match.end)
    }
    const score = parts.size * 1_000 + count
    if (score > bestScore) {
      bestScore = score
      best = { start: first.start, end }
    }
  }
  return best
}

/** The run with words before and after it, about as many on both sides, thirty in all. */
function windowAround(text: string, run: Mark): Mark {
  const spare = Math.max(0, WORDS - wordsIn(text.slice(run.start, run.end)))
  const start = backward(text, run.start, Math.ceil(spare / 2))
  const before = wordsIn(text.slice(start, run.start))
  const end = Math.max(forward(text, run.end, spare - before), safeCut(text, run.end))
  // What the end of the text did not use, the beginning may.
  const after = wordsIn(text.slice(run.end, end))
  return { start: backward(text, start, spare - before - after), end }
}

function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}

/** The end of the `words`-th word from `from` on. */
function forward(text: string, from: number, words: number): number {
  const last = Math.min(text.length, from + MOST_UNITS)
  let at = from
  let end = from
  for (let left = words; left > 0 && at < last; left -= 1) {
    while (at < last && BLANK.test(text.charAt(at))) at += 1
    while (at < last && !BLANK.test(text.charAt(at))) at += 1
    if (at < last || last === text.length) end = at
  }
  // One endless word: better a piece of it than nothing.
  return end === from && words > 0 ? safeCut(text, last) : end
}

/** The start of the `words`-th word before `from`. */
function backward(text: string, from: number, words: number): number {
  const first = Math.max(0, from - MOST_UNITS)
  let at = from
  let start = from
  // A match may begin inside a word ("#الغوطة"): the rest of that word comes along.
  for (let left = words; left > 0 && at > first; left -= 1) {
    while (at > first && BLANK.test(text.charAt(at - 1))) at -= 1
    while (at > first && !BLANK.test(text.charAt(at - 1))) at -= 1
    if (at > first || first === 0) start = at
  }
  return start
}

/** Not inside a character: before a mark, a joiner or the second half of a pair nothing is cut. */
function safeCut(text: string, at: number): number {
  let end = at
  // Nobody's letter carries more marks than these; a text of nothing but marks is cut all the same.
  const last = Math.min(text.length, at + MOST_MARKS)
  while (end < last && CLINGS.test(text.charAt(end))) end += 1
  return end
}

/** Writes the window on one line and moves the marks along with what falls out. */
function shown(text: string, from: number, to: number, matches: readonly Mark[]): Snippet {
  const places: number[] = []
  let written = from > 0 && text.slice(0, from).trim() !== '' ? ELLIPSIS : ''
  for (let at = from; at < to; at += 1) {
    places.push(written.length)
    const character = text.charAt(at)
    // Unbalanced, they would turn the rest of the reader's line around.
    if (character.search(BIDI_CONTROLS) === 0) continue
    if (!BLANK.test(character)) written += character
    else if (written !== '' && !written.endsWith(' ') && written !== ELLIPSIS) written += ' '
  }
  places.push(written.length)
  const kept = written.trimEnd()
  const place = (at: number): number =>
    Math.min(places[Math.min(Math.max(at, from), to) - from] ?? 0, kept.length)
  const marks = matches.map(({ start, end }) => ({ start: place(start), end: place(end) }))
  const more = text.slice(to).trim() !== ''
  return { text: more ? kept + ELLIPSIS : kept, marks: joinedMarks(marks) }
}
