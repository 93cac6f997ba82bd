/** After one of these, and a blank, a sentence has ended. */
const SENTENCE_END = /[.!?\u061F\u06D4\u2026][\u0022\u201D\u00BB)]*\s/g
const CLAUSE_END = /[,;:\u060C\u061B]\s/g
const BLANK = /\s/g

/**
 * A paragraph in pieces of at most `limit` UTF-16 units: cut after a sentence, else after a clause,
 * else at a blank, else between two characters. Joined by blanks the pieces say what it said.
 */
export function piecesOf(paragraph: string, limit: number): string[] {
  const pieces: string[] = []
  let rest = paragraph.trim()
  while (rest.length > limit) {
    const end = cutWithin(rest, limit)
    pieces.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  if (rest !== '') pieces.push(rest)
  return pieces
}

function cutWithin(text: string, limit: number): number {
  const window = text.slice(0, limit)
  for (const pattern of [SENTENCE_END, CLAUSE_END, BLANK]) {
    const last = [...window.matchAll(pattern)].at(-1)
    // A cut near the start would make a piece of one word, and of the rest as many requests more.
    if (last !== undefined && last.index > limit / 3) return last.index + last[0].length
  }
  const isInsidePair = (text.codePointAt(limit - 1) ?? 0) > 0xffff
  return isInsidePair && limit > 1 ? limit - 1 : limit
}
