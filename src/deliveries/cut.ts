let graphemes: Intl.Segmenter | undefined
/** A family of four with skin tones takes 19 units; what is longer is a pile of marks. */
const LONGEST_GRAPHEME = 64
/** Only this much before a cut is segmented: segmenting a whole book to cut its end is dear. */
const WINDOW = 1000

/**
 * The greatest index at or below `index` where a text may be cut: never inside an emoji, nor
 * between a letter and its marks. A grapheme without end (a letter under thousands of marks) is
 * cut between two code points, else a hostile title would be cut to nothing.
 */
export function cutIndex(text: string, index: number): number {
  if (index <= 0) return 0
  if (index >= text.length) return text.length
  if (isPlain(text.charCodeAt(index - 1)) && isPlain(text.charCodeAt(index))) return index
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  const from = wholeCodePoint(text, Math.max(0, index - WINDOW))
  const window = text.slice(from, index + LONGEST_GRAPHEME)
  const boundary = from + (graphemes.segment(window).containing(index - from)?.index ?? 0)
  return index - boundary > LONGEST_GRAPHEME ? wholeCodePoint(text, index) : boundary
}

/**
 * ASCII without controls, and Arabic letters and digits: between two of them a grapheme always ends
 * (UAX 29, GB999), so that nearly no cut needs the segmenter, which costs more than all else.
 */
function isPlain(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 0x621 && unit <= 0x63a) ||
    (unit >= 0x641 && unit <= 0x64a) ||
    (unit >= 0x660 && unit <= 0x669)
  )
}

/** Between the halves of a surrogate pair: one back. */
function wholeCodePoint(text: string, index: number): number {
  const isInside = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(index - 1, index + 1))
  return isInside ? index - 1 : index
}

/** Cuts a text to at most `max` UTF-16 units, the ellipsis that shows the cut included. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text.slice(0, cutIndex(text, max - 1)).trimEnd()}\u2026`
}
