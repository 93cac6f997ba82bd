import { JoinedParts } from './joined-parts.ts'

/** A text of a statement is one piece. */
const PIECE = 16_384
/** The longest character reference that is known. */
const LONGEST = 40

/**
 * A long text changed piece by piece; no character reference is cut in two. A `replace` that asks for each
 * place notes all of them before it writes: a text of nothing but references took 90 MB.
 */
export function inPieces(text: string, change: (piece: string) => string): string {
  if (text.length <= PIECE) return change(text)
  const parts = new JoinedParts()
  for (let start = 0; start < text.length;) {
    const end = start + PIECE
    const sign = text.lastIndexOf('&', end)
    const cut = end < text.length && sign > end - LONGEST ? sign : end
    parts.push(change(text.slice(start, cut)))
    start = cut
  }
  return parts.join()
}
