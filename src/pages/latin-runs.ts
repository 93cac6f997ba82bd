/**
 * A run of Latin words with their digits and inner punctuation, an instant and the beginning of an
 * address among them, but no brackets: half a pair of
 * them inside an isolate would be shown turned round. Every quantifier ends where the next part
 * begins, so that a page's title of 1 MB costs one walk.
 */
const LATIN_RUN =
  /(?<!\d)(?:\d{4}-\d\d-)?\d*[A-Za-z\u00C0-\u024F](?:[A-Za-z\u00C0-\u024F0-9 .,'\u2019&/:_@+%?=#~-]*[A-Za-z\u00C0-\u024F0-9])?(?::\/\/)?/g

export interface Run {
  readonly text: string
  readonly isLatin: boolean
}

/**
 * A text cut into Latin runs and the rest. In a line from the right, a Latin run keeps its order
 * only in an isolate: "3D" would else be read "D3", and its full stop would change sides.
 */
export function latinRuns(text: string): Run[] {
  const runs: Run[] = []
  let end = 0
  for (const { 0: run, index } of text.matchAll(LATIN_RUN)) {
    if (index > end) runs.push({ text: text.slice(end, index), isLatin: false })
    runs.push({ text: run, isLatin: true })
    end = index + run.length
  }
  if (end < text.length) runs.push({ text: text.slice(end), isLatin: false })
  return runs
}
