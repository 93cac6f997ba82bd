import { htmlToText } from '../text/html-text.ts'

const LONGEST_TITLE = 120

/**
 * A title for a statement whose listing gives none: its first line, cut between words. '' where the
 * html holds no text either.
 */
export function titleFromText(sanitised: string): string {
  const line = htmlToText(sanitised).split('\n', 1)[0] ?? ''
  if (line.length <= LONGEST_TITLE) return line
  const cut = line.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')
  return `${cut.toWellFormed().replace(/\uFFFD$/, '')}\u2026`
}
