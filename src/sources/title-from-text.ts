import { htmlToText } from '../text/html-text.ts'
import { headlineIn, isLabel } from './trim-body.ts'

const LONGEST_TITLE = 120

/** A label, a sign and a hashtag, and then the headline. */
const LINES_ASKED = 4

/** "🔴 #بيان_صحفي" and "عاجل" are put above a headline. */
function saysSomething(line: string): boolean {
  const bare = line.replace(/#[^\s#]+/g, '')
  // No label is so long, and the pattern below begins anew at each of a million signs within.
  if (bare.length > LONGEST_TITLE) return /[\p{L}\p{N}]/u.test(bare)
  const words = bare.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return words !== '' && !isLabel(words)
}

/**
 * A title for a statement whose listing gives none: its first line that is more than a label or a hashtag, cut between words. '' where the
 * html holds no text either.
 */
export function titleFromText(sanitised: string): string {
  const lines = htmlToText(sanitised).split('\n')
  const line = lines.slice(0, LINES_ASKED).find(saysSomething) ?? lines[0] ?? ''
  if (line.length <= LONGEST_TITLE) return line
  const cut = line.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')
  return `${cut.toWellFormed().replace(/\uFFFD$/, '')}\u2026`
}

/**
 * A statement's title: the one that is given, unless it is none or a label that stands above every
 * statement ("تصريح صحفي"); then the headline at the head of the text, or its first line. A label
 * without a text stays, for want of better.
 */
export function titleFor(given: string, sanitised: string): string {
  if (given !== '' && !isLabel(given)) return given
  return headlineIn(sanitised) || titleFromText(sanitised) || given
}
