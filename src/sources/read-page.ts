import { readArticle } from './article.ts'
import { isBrokenOff } from './broken-off.ts'
import type { Get } from './get.ts'
import { refuseMojibake } from './mojibake.ts'
import { openDocument } from './poll.ts'
import type { ArticleReading, Refusal } from './reading.ts'
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
  const { text } = opened.document
  return refuseDamaged(text, source) ?? (await readArticle(opened.document, source))
}

/** Half a text, or one in letters that its site's proxies made of it, would be a revision of the whole one. */
function refuseDamaged(text: string, { language }: Source): Refusal | undefined {
  if (isBrokenOff(text)) {
    const detail = 'The page broke off before its end.'
    return { kind: 'refused', reason: 'truncated', detail }
  }
  return refuseMojibake(text, language)
}
