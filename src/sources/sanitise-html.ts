import { plainLetters } from '../text/plain-letters.ts'
import { escapeQuoted } from '../text/escape-html.ts'
import { walkFragment } from './html-fragment.ts'
import { HtmlRebuild } from './html-rebuild.ts'

/**
 * Somebody else's html → ours: paragraphs, lists, quotations, headings, emphasis and links, rebuilt
 * tag by tag. The result holds p, br, ul, ol, li, blockquote, h2 to h6, strong, em and a, well nested
 * and closed; attributes href (http, https, mailto), rel, dir and lang; and no other `<`.
 */
export function sanitiseHtml(html: string, baseUrl: string): string {
  const rebuild = new HtmlRebuild(baseUrl)
  walkFragment(html, {
    open: (tag, attributeOf) => rebuild.open(tag, attributeOf),
    close: (opened) => rebuild.close(opened),
    text: (raw) => rebuild.text(raw),
  })
  return rebuild.finish()
}

/** Plain text as html: a line is a paragraph. */
export function plainToHtml(text: string): string {
  return plainLetters(text)
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `<p>${escapeQuoted(line)}</p>`)
    .join('')
}
