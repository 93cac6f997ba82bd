import { INVISIBLE } from '../text/unseen.ts'

const WORD_START = /[\p{L}\p{N}]/u

/**
 * Whether a stretch of a text that was found by its words is written as `raw` says: every letter,
 * capital, mark and sign, those before the first word and after the last one included.
 */
export function isWrittenRaw(raw: string, text: string, start: number, end: number): boolean {
  const wanted = raw.replace(INVISIBLE, '')
  const lead = Math.max(0, wanted.search(WORD_START))
  const head = wanted.slice(0, lead)
  const tail = wanted.slice(lead)
  const before = text.slice(Math.max(0, start - head.length * 2), start).replace(INVISIBLE, '')
  if (!before.endsWith(head)) return false
  const found = text.slice(start, end).replace(INVISIBLE, '')
  if (found.length >= tail.length) return found === tail
  const rest = text.slice(end, end + (tail.length - found.length) * 2).replace(INVISIBLE, '')
  return tail.startsWith(found) && rest.startsWith(tail.slice(found.length))
}
