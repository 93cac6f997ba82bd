import { readArticle } from './article.ts'
import type { Get } from './get.ts'
import { openDocument } from './poll.ts'
import type { ArticleReading } from './reading.ts'
import type { Source } from './source.ts'

/** A statement's own page beyond this is refused as too large. */
const PAGE_BYTES = 2 * 1024 * 1024

/** Fetches and reads a statement's own page. */
export async function readPage(
  url: string,
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
  const opened = openDocument(answer, 'article')
  if (opened.kind === 'refused') return opened
  return await readArticle(opened.document, source)
}
