import { decodeReferences } from './character-references.ts'

/** Elements whose edges are line breaks on a page. */
const BLOCK_EDGE =
  /<\/?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul)(?:[\s/][^<>]*)?>/gi
const CELL_EDGE = /<\/?t[dh](?:[\s/][^<>]*)?>/gi
const TAG = /<\/?[a-z][^<>]*>/gi
/** Without an end it runs to the end of the text, so that `<!--` a thousand times stays linear. */
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g

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
  const bare = text
    .replace(COMMENT, '')
    .replace(BLOCK_EDGE, '\n')
    .replace(CELL_EDGE, ' ')
    .replace(TAG, '')
  const lines = decodeReferences(bare)
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
