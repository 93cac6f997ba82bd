import { directionOf } from '../text/language.ts'
import { htmlToText } from '../text/html-text.ts'
import type { FeedEntry } from './feed-entry.ts'
import { EXCERPT_ONLY, READ_WHOLE } from './feed-words.ts'

/**
 * An entry's body as html. The wrapper gives direction and language to readers that take them from
 * the feed, or guess; attributes, since a `style` is dropped by readers' sanitisers.
 */
export function contentHtml(entry: FeedEntry): string {
  const { language, statement } = entry
  const ending = statement.truncated ? endingHtml(entry) : ''
  return `<div dir="${directionOf(language)}" lang="${language}">${statement.html}${ending}</div>`
}

function endingHtml({ language, link }: FeedEntry): string {
  if (link === undefined) return `<p>${EXCERPT_ONLY[language]}</p>`
  // No quote and no angle bracket can stand in a web link: they are escaped as %22, %3C, %3E.
  return `<p><a href="${link.replace(/&/g, '&amp;')}">${READ_WHOLE[language]}</a></p>`
}

/** The same body as plain text, one line a paragraph. */
export function contentText({ language, link, statement }: FeedEntry): string {
  const text = htmlToText(statement.html)
  if (!statement.truncated) return text
  const ending = link === undefined ? EXCERPT_ONLY[language] : `${READ_WHOLE[language]}: ${link}`
  return `${text}\n${ending}`
}
