import { htmlToText } from '../text/html-text.ts'
import { innerBase } from './address.ts'
import { findBody, type FoundBody } from './article-body.ts'
import { articleDate } from './article-date.ts'
import { articleAuthor, articleTitle } from './article-fields.ts'
import { NOISE_NAMES } from './article-recipes-table.ts'
import { REFERENCE } from './body-lines-table.ts'
import { dateReading } from './date-reading.ts'
import { foldLine } from './fold-line.ts'
import { walkFragment } from './html-fragment.ts'
import { HtmlRebuild } from './html-rebuild.ts'
import { nodesWithin, scanPage, type PageNode, type PageScan } from './page-scan.ts'
import { pageTranslations } from './page-translations.ts'
import type { ArticleReading, SourceDocument } from './reading.ts'
import type { Source } from './source.ts'
import { trimBody } from './trim-body.ts'

/**
 * Reads a statement's own page where nobody named its parts: one pass over the tags, the body by
 * recipe or by where paragraphs are dense, title, date and author by recipe, metadata, or what stands
 * beside the body. A page without a clear text is refused with reason `selector`.
 */
export function scanArticle(document: SourceDocument, source: Source): ArticleReading {
  const scan = scanPage(document.text)
  const found = findBody(scan)
  if (found === undefined) return unclear()
  const baseUrl = innerBase(scan.base, document.url)
  const title = articleTitle(scan, found)
  const trimmed = trimBody(rebuilt(scan, found, baseUrl), title)
  if (htmlToText(trimmed.html) === '') return unclear()
  return {
    kind: 'read',
    article: {
      title: title === '' ? undefined : title,
      published: articleDate(scan, found, trimmed.dateLine, dateReading(source, document)),
      author: trimmed.author ?? articleAuthor(scan, found),
      html: trimmed.html,
      translations: pageTranslations(scan, document.url, source.language),
    },
  }
}

function unclear(): ArticleReading {
  return { kind: 'refused', reason: 'selector', detail: ['no-clear-body'] }
}

/** What is longer is cut as a statement too (`sighting-of.ts`). */
const LONGEST_BODY = 600_000

/** The body without its noise, rebuilt from the allow-list. */
function rebuilt(scan: PageScan, { node: body }: FoundBody, baseUrl: string): string {
  const { innerStart, innerEnd } = body
  const inside = new Map(nodesWithin(scan, body).map((node) => [node.start, node] as const))
  const rebuild = new HtmlRebuild(baseUrl)
  // A text directly in the body stands in its direction.
  const opened = rebuild.open('div', () => null)
  walkFragment(scan.html.slice(innerStart, Math.min(innerEnd, innerStart + LONGEST_BODY)), {
    open: (tag, attributeOf, start) => {
      const node = inside.get(innerStart + start)
      const isNoise = node !== undefined && isNoisy(node, body, scan.html)
      return isNoise ? rebuild.openRemoved() : rebuild.open(tag, attributeOf)
    },
    close: (element) => rebuild.close(element),
    text: (raw) => rebuild.text(raw),
  })
  if (opened !== undefined) rebuild.close(opened)
  return rebuild.finish()
}

/** More than this of a body is the body, whatever its name. */
const MOST_NOISE = 0.4
const LONGEST_REFERENCE = 240
/** Letters with their markup: five hundred elements around one link would be cleaned as often. */
const LONGEST_MARKUP = 4_000
const SPONSORED = /\srel\s*=\s*["'][^"'<>]*\bsponsored\b/i
const NOISE_ITEMPROPS = /^(?:datepublished|datemodified|author|headline|publisher|image)$/

function isNoisy(node: PageNode, body: PageNode, html: string): boolean {
  if (node.text > body.text * MOST_NOISE) return false
  if (/^(?:h1|header|aside|nav|footer|form|time)$/.test(node.tag)) return true
  if (NOISE_NAMES.test(node.names) || NOISE_ITEMPROPS.test(node.itemprop)) return true
  return isLinkList(node) || isReference(node, html)
}

/** Between two paragraphs: "اقرأ أيضا: …", a link to another text; or one that somebody paid for. */
function isReference(
  { tag, text, linkText, innerStart, innerEnd }: PageNode,
  html: string,
): boolean {
  if (linkText < text * 0.4 || linkText === 0 || text > LONGEST_REFERENCE) return false
  if (innerEnd - innerStart > LONGEST_MARKUP) return false
  if (!/^(?:p|div|li|h[2-6]|blockquote)$/.test(tag)) return false
  const markup = html.slice(innerStart, innerEnd)
  if (linkText > text * 0.9 && SPONSORED.test(markup)) return true
  return REFERENCE.test(foldLine(htmlToText(markup)))
}

/** "Related": a block in which nearly every letter is a link's. */
function isLinkList({ tag, text, linkText }: PageNode): boolean {
  return /^(?:ul|div|section|table)$/.test(tag) && text > 60 && linkText > text * 0.85
}
