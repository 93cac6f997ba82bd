import { isAnotherPage } from './another-page.ts'
import { readArticle } from './article.ts'
import { isBrokenOff } from './broken-off.ts'
import type { Get } from './get.ts'
import { refuseMojibake } from './mojibake.ts'
import { openDocument } from './poll.ts'
import type { ArticleReading, ListingEntry, Refusal } from './reading.ts'
import { refused } from './refused.ts'
import { refuseRedirect } from './redirect-target.ts'
import type { Source } from './source.ts'

/** A statement's own page beyond this is refused as too large. */
const PAGE_BYTES = 2 * 1024 * 1024

/**
 * Fetches and reads a statement's own page. What answers in its place (the front page, a login, a notice
 * that shows next to no word of the headline) is refused.
 */
export async function readPage(
  { url, title }: Pick<ListingEntry, 'url' | 'title'>,
  source: Source,
  get: Get,
  agent: string,
): Promise<ArticleReading> {
  const answer = await get({
    url,
    headers: { 'user-agent': agent, accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5' },
    maxBytes: PAGE_BYTES,
  })
  if (answer.kind === 'refused') return answer
  const opened = openDocument(answer)
  if (opened.kind === 'refused') return opened
  const astray = refuseRedirect(url, answer.url) ?? refuseDamaged(opened.document.text, source)
  if (astray !== undefined) return astray
  const reading = await readArticle(opened.document, source)
  return reading.kind === 'read' && isAnotherPage(title, reading.article)
    ? refused('soft-404', ['another-page'])
    : reading
}

/** Half a text, or one in letters that its site's proxies made of it, would be a revision of the whole one. */
function refuseDamaged(text: string, { language }: Source): Refusal | undefined {
  return isBrokenOff(text) ? refused('truncated', ['page-cut']) : refuseMojibake(text, language)
}
