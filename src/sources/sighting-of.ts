import { shownAddress } from '../statements/shown-address.ts'
import type { Sighting } from '../statements/sighting.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { htmlToText } from '../text/html-text.ts'
import { languageOf } from '../text/language-of.ts'
import { replaced } from '../text/replaced.ts'
import { boundedAuthor, boundedTitle, boundedTranslations } from './bounded-entry.ts'
import type { Article, ListingEntry } from './reading.ts'
import type { Source } from './source.ts'
import { titleFor } from './title-from-text.ts'
import { trimBody } from './trim-body.ts'

const MAX_TEXT_LENGTH = 300_000
const MAX_HTML_LENGTH = 600_000
/** A row holds 2 MB: text and html, a title, and the quotes that JSON escapes. */
const MOST_BYTES = 1_500_000

/**
 * What was seen of one statement: the listing's entry, completed by its own page where that was
 * read. The page's title and date win: a listing shows labels and cut headlines.
 */
export function sightingOf(
  entry: ListingEntry,
  article: Article | undefined,
  source: Source,
): Sighting {
  const html = article === undefined ? entry.html : pageBody(article, entry.title)
  const title = boundedTitle(titleFor(article?.title ?? entry.title, html))
  const body = boundedBody(html)
  return {
    url: shownAddress(entry.url),
    guid: entry.guid,
    title,
    published: article?.published ?? entry.published,
    author: boundedAuthor(article?.author ?? entry.author),
    modified: entry.updated,
    language: languageOf(`${title}\n${body.text}`, entry.language ?? source.language),
    ...body,
    translations: boundedTranslations([
      ...new Set([...entry.translations, ...(article?.translations ?? [])]),
    ]),
  }
}

/** A page without a title of its own prints the list's above its text. */
function pageBody({ title, html }: Article, listed: string): string {
  return title === undefined && listed !== '' ? trimBody(html, listed).html : html
}

interface Body {
  readonly text: string
  readonly html: string
}

/** A text too long to be a statement is cut, as plain paragraphs, rather than lost. */
function boundedBody(html: string): Body {
  const text = htmlToText(html)
  if (text.length <= MAX_TEXT_LENGTH && html.length <= MAX_HTML_LENGTH && fits({ text, html }))
    return { text, html }
  for (let letters = MAX_TEXT_LENGTH; ; letters /= 2) {
    const cut = text.slice(0, letters).toWellFormed()
    const body = {
      text: cut,
      html: `<p>${replaced(escapeHtml(cut), /\n/g, '</p><p>')}</p>`,
    }
    if (fits(body)) return body
  }
}

/** Letters take three bytes at the most: of few nothing need be counted. */
function fits({ text, html }: Body): boolean {
  if ((text.length + html.length) * 3 <= MOST_BYTES) return true
  return new TextEncoder().encode(text + html).length <= MOST_BYTES
}
