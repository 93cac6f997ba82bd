import { fold } from '../text/fold.ts'
import { htmlToText } from '../text/html-text.ts'
import type { Article } from './reading.ts'
import { isLabel } from './trim-body.ts'

/** More letters than this are a text, whatever it is called. */
const NOTICE_LETTERS = 300
/** A page that is meant shows this share of the headline's words at least. */
const SHARE = 1 / 3
/** Of fewer words nothing follows: "Read more", "بيان صحفي مشترك". */
const FEWEST_WORDS = 3
/** و, ف, ب, ك, ل and the article, written together with their word. */
const PREFIX = /^[وف]?(?:[بك]?ال|لل)(?=.{3})/

/**
 * Whether a short page shows next to no word of the headline that leads to it: an error, a wall or a
 * notice of maintenance in words that no table knows. Long pages are believed: lists and pages call
 * one text by two headlines often enough.
 */
export function isAnotherPage(headline: string, { title, html }: Article): boolean {
  if (title === undefined || isLabel(headline)) return false
  const text = htmlToText(html)
  if (text.length > NOTICE_LETTERS) return false
  const words = fold(headline)
    .text.split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(PREFIX, ''))
    .filter((word) => word.length > 2)
  if (words.length < FEWEST_WORDS) return false
  const page = fold(`${title} ${text}`).text
  return words.filter((word) => page.includes(word)).length < words.length * SHARE
}
