import { htmlToText } from '../text/html-text.ts'
import { shortened } from './summary.ts'
import { escapeHtml } from '../text/escape-html.ts'

const TAG = /<(\/?)([a-z][a-z0-9]*)[^<>]*>/g
/** After the end of one of these, or after a line break, a text may stop. */
const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'ul',
  'ol',
  'li',
  'blockquote',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])
const WITHOUT_END: ReadonlySet<string> = new Set(['br', 'hr'])

/**
 * The opening of sanitised html that takes at most `maxBytes` as UTF-8: cut after a block
 * or a line break, and whatever is open there is closed. A first block that is longer by itself is
 * told as plain text, cut after a word. '' where nothing fits.
 *
 * It relies on what our sanitiser promises: lower-case tags, well nested, `<` and `>` of texts
 * and attributes escaped.
 *
 * @param whole the bytes of all of it, where they are known already.
 */
export function excerptOf(html: string, maxBytes: number, whole = utf8Bytes(html)): string {
  if (whole <= maxBytes) return html
  // Letters differ in bytes, so the share of letters is only a guess: look a little further, and
  // go back from there. Counting forward from the start takes five times as long.
  const furthest = Math.ceil(((html.length * maxBytes) / whole) * 1.1)
  const best = lastFitting(html, boundariesOf(html, furthest), maxBytes)
  // A list's or a quote's start alone says nothing.
  return SAYS_SOMETHING.test(best) ? best : textExcerpt(html, maxBytes)
}

const SAYS_SOMETHING = /(?:^|>)\s*[^\s<]/

function lastFitting(html: string, boundaries: readonly Boundary[], maxBytes: number): string {
  let counted = boundaries.at(-1)?.end ?? 0
  let bytes = utf8Bytes(html.slice(0, counted))
  for (const { end, closing } of boundaries.toReversed()) {
    bytes -= utf8Bytes(html.slice(end, counted))
    counted = end
    if (bytes + closing.length <= maxBytes) return html.slice(0, end) + closing
  }
  return ''
}

interface Boundary {
  readonly end: number
  /** The end tags of what is open here; ASCII, so that its length is its bytes. */
  readonly closing: string
}

function boundariesOf(html: string, furthest: number): Boundary[] {
  const open: string[] = []
  const boundaries: Boundary[] = []
  for (const { index, 0: tag, 1: slash, 2: name = '' } of html.matchAll(TAG)) {
    const end = index + tag.length
    if (end > furthest) break
    if (slash === '/') open.splice(Math.max(0, open.lastIndexOf(name)))
    else if (!WITHOUT_END.has(name)) open.push(name)
    const isBoundary = slash === '/' ? BLOCKS.has(name) : name === 'br'
    if (isBoundary) boundaries.push({ end, closing: closingOf(open) })
  }
  return boundaries
}

function closingOf(open: readonly string[]): string {
  return open
    .map((name) => `</${name}>`)
    .reverse()
    .join('')
}

/** Bytes that any UTF-16 unit may need once it is escaped as html: `&` as `&amp;`. */
const BYTES_A_UNIT = 5

function textExcerpt(html: string, maxBytes: number): string {
  const paragraph = (length: number) =>
    `<p>${escapeHtml(shortened(htmlToText(html).replace(/\n/g, ' '), length))}</p>`
  // Arabic takes two bytes a letter, so most texts may be longer than the worst one.
  for (const bytesAUnit of [2, 3, BYTES_A_UNIT]) {
    const length = Math.floor((maxBytes - '<p></p>'.length) / bytesAUnit) - 1
    if (length < 1) return ''
    const candidate = paragraph(length)
    if (utf8Bytes(candidate) <= maxBytes) return candidate
  }
  return ''
}

const UTF8 = new TextEncoder()

/** The bytes that a text takes as UTF-8. */
export function utf8Bytes(text: string): number {
  return UTF8.encode(text).length
}
