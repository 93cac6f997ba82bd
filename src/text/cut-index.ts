/** A family of four with skin tones takes 19 units; what is longer is a pile of marks. */
const LONGEST_GRAPHEME = 64
/** Only this much before a cut is segmented: segmenting a whole book to cut its end is dear. */
const WINDOW = 1000

/**
 * Characters that always stand apart from one another: printable ASCII, Arabic letters and digits.
 * Between two of them nothing needs to be asked of `Intl.Segmenter`, and most cuts fall there: in a
 * fresh isolate it costs milliseconds to make one.
 */
const PLAIN_PAIR = /^[ -~\u0621-\u064A\u0660-\u0669]{2}$/

let graphemes: Intl.Segmenter | undefined

/**
 * The greatest index at or below `index` where a text may be cut: never inside an emoji, nor
 * between a letter and its marks. A grapheme without end (a letter under thousands of marks) is
 * cut between two code points, else a hostile title would be cut to nothing.
 */
export function cutIndex(text: string, index: number): number {
  if (index <= 0) return 0
  if (index >= text.length) return text.length
  if (PLAIN_PAIR.test(text.slice(index - 1, index + 1))) return index
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  const from = wholeCodePoint(text, Math.max(0, index - WINDOW))
  const window = text.slice(from, index + LONGEST_GRAPHEME)
  const boundary = from + (graphemes.segment(window).containing(index - from)?.index ?? 0)
  return index - boundary > LONGEST_GRAPHEME ? wholeCodePoint(text, index) : boundary
}

/** Between the halves of a surrogate pair: one back. */
function wholeCodePoint(text: string, index: number): number {
  const isInside = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(index - 1, index + 1))
  return isInside ? index - 1 : index
}
