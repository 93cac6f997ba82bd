import { cutIndex } from '../text/cut-index.ts'

/** Units after a cut that show whether it would part a grapheme. */
const BEYOND_CUT = 64

/** `\u001f`; everything else takes less. */
const MOST_BYTES_A_UNIT = 6

/** The longest beginning of a text that takes at most `max` bytes in JSON, cut between graphemes. */
export function cutToBytes(text: string, max: number): string {
  // Nearly every text: it fits whatever its letters are.
  if (text.length * MOST_BYTES_A_UNIT <= max) return text.toWellFormed()
  let bytes = 0
  let index = 0
  // A unit takes at least one byte: a book need not be read to keep its first page.
  const whole = text.slice(0, Math.max(0, max) + BEYOND_CUT).toWellFormed()
  for (const character of whole) {
    bytes += jsonBytes(character.codePointAt(0) ?? 0)
    if (bytes > max) return whole.slice(0, cutIndex(whole, index))
    index += character.length
  }
  return whole
}

/** Bytes of one code point inside a JSON string (RFC 8259, section 7), as `JSON.stringify` writes it. */
function jsonBytes(codePoint: number): number {
  if (codePoint < 0x20) return SHORT_ESCAPES.has(codePoint) ? 2 : 6
  if (codePoint === 0x22 || codePoint === 0x5c) return 2
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}

/** \b \t \n \f \r */
const SHORT_ESCAPES = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d])
