import { decodeHTML } from 'entities/decode'

/** Elements whose edges are line breaks on a page. */
const BLOCK_EDGE =
  /<\/?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul)(?:[\s/][^<>]*)?>/gi
const CELL_EDGE = /<\/?t[dh](?:[\s/][^<>]*)?>/gi
const TAG = /<\/?[a-z][^<>]*>/gi
/** Without an end it runs to the end of the text, so that `<!--` a thousand times stays linear. */
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g
const REFERENCE = /&#?[a-z0-9]+;?/gi

/** The references that our own sanitised html is full of; all others go by the whole HTML table. */
const COMMON_REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&nbsp;', '\u00A0'],
])

/**
 * The plain text of sanitised html: paragraphs, list items, table rows and `<br>` are lines, one
 * line break between two of them; white space is collapsed as on a page; character references are
 * decoded.
 *
 * It is no sanitiser: `script` and `style` are taken for text, so give it only html that was
 * rebuilt by us. What it returns may hold `<` and `&` as letters and must be escaped again.
 */
export function htmlToText(html: string): string {
  const text = hasLineBreak(html) ? html.replace(/[\t\n\f\r]/g, ' ') : html
  const lines = text
    .replace(COMMENT, '')
    .replace(BLOCK_EDGE, '\n')
    .replace(CELL_EDGE, ' ')
    .replace(TAG, '')
    .replace(REFERENCE, decodeReference)
    .replace(/ {2,}/g, ' ')
    .split('\n')
    .map((line) => line.trim())
  // Editors keep empty lines open with `<p>&nbsp;</p>`: a line of nothing is no line.
  return lines.filter((line) => line !== '').join('\n')
}

/** Looking for one letter is many times quicker than looking for a class of them. */
function hasLineBreak(html: string): boolean {
  return html.includes('\n') || html.includes('\r') || html.includes('\t') || html.includes('\f')
}

/** One at a time, so that `&amp;lt;` becomes the five letters `&lt;` and never `<`. */
function decodeReference(reference: string): string {
  return COMMON_REFERENCES.get(reference) ?? decodeHTML(reference)
}
