import { cutIndex } from '../text/cut-index.ts'

/** Cuts a text to at most `max` UTF-16 units, the ellipsis that shows the cut included. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text.slice(0, cutIndex(text, max - 1)).trimEnd()}\u2026`
}
