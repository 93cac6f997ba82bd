import { cutIndex } from '../text/cut-index.ts'
import { htmlToText } from '../text/html-text.ts'

/** Slack's RSS app shows a description whole, so it must be short; `content:encoded` has it all. */
const SUMMARY_LENGTH = 280
/** A word that is longer than this may be cut in two. */
const LONGEST_WORD = 60
/** So much html gives 280 letters of text, mostly; a body may have 1 MB. */
const FIRST_LOOK = 400
/** What a reference that was cut in two may leave behind. */
const MARGIN = 40

/** The opening of a text as one line of plain text, at most 280 UTF-16 units with its ellipsis. */
export function summaryOf(html: string): string {
  for (let look = FIRST_LOOK; ; look *= 4) {
    const text = htmlToText(wholeTags(html.slice(0, look))).replace(/\n/g, ' ')
    if (look >= html.length || text.length > SUMMARY_LENGTH + MARGIN)
      return shortened(text, SUMMARY_LENGTH)
  }
}

function wholeTags(html: string): string {
  const open = html.lastIndexOf('<')
  return open > html.lastIndexOf('>') ? html.slice(0, open) : html
}

/** Cuts a line of text at the end of a word, else between two graphemes, and shows it by `…`. */
export function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  // The last place where the ellipsis still fits; a space right there ends a word as well.
  const end = maxLength - 1
  const space = text.lastIndexOf(' ', end)
  const cut = space > end - LONGEST_WORD ? space : cutIndex(text, end)
  return `${text.slice(0, cut).trimEnd()}\u2026`
}
