import type { SnippetOf } from '../../src/deliveries/alert-lines.ts'

/** A stand-in for the real excerpt: the text from 60 units before the first match, 300 long. */
export const plainSnippet: SnippetOf = (text, matches) => {
  const from = Math.max(0, Math.min(...matches.map(({ start }) => start)) - 60)
  const marks = matches.map(({ start, end }) => ({ start: start - from, end: end - from }))
  const cut = text.slice(from, from + 300)
  return { text: cut, marks: marks.filter(({ end }) => end <= cut.length) }
}
