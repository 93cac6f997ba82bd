import { decodeReferences } from './character-references.ts'

/** Elements whose edges are line breaks on a page, as a pattern and as a list to look a name up in. */
const BLOCKS =
  '|p|br|li|div|ul|ol|h1|h2|h3|h4|h5|h6|blockquote|tr|table|address|article|aside|dd|dl|dt|figcaption|figure|footer|header|hr|main|nav|pre|section|'
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
  const shown = text.includes('<!--') ? text.replace(COMMENT, '') : text
  const decoded = decodeReferences(withoutTags(shown) ?? withoutCrossedTags(shown))
  const spaced = decoded.includes('  ') ? decoded.replace(/ {2,}/g, ' ') : decoded
  // Editors keep empty lines open with `<p>&nbsp;</p>`: a line of nothing is no line.
  let lines = ''
  for (const part of spaced.split('\n')) {
    const line = part.trim()
    if (line !== '') lines += lines === '' ? line : `\n${line}`
  }
  return lines
}

/** Looking for one letter is many times quicker than looking for a class of them. */
function hasLineBreak(html: string): boolean {
  return html.includes('\n') || html.includes('\r') || html.includes('\t') || html.includes('\f')
}

/** In one pass, from `<` to `<`. Undefined where one tag begins inside another. */
function withoutTags(html: string): string | undefined {
  let bare = ''
  let from = 0
  let at = html.indexOf('<')
  while (at !== -1) {
    const next = html.indexOf('<', at + 1)
    const start = html.charCodeAt(at + 1) === SLASH ? at + 2 : at + 1
    // "1 < 2": a sign that begins nothing is a letter.
    if (isLetter(html.charCodeAt(start))) {
      const end = html.indexOf('>', start)
      if (end === -1) break
      if (next !== -1 && next < end) return undefined
      bare += html.slice(from, at) + edgeOf(html, start)
      from = end + 1
    }
    at = next
  }
  return from === 0 ? html : bare + html.slice(from)
}

/** What a tag is to the text around it: a line break, a space between cells, or nothing. */
function edgeOf(html: string, start: number): string {
  let end = start + 1
  while (isLetter(html.charCodeAt(end)) || isDigit(html.charCodeAt(end))) end += 1
  if (!/[\s/>]/.test(html.charAt(end))) return ''
  const name = html.slice(start, end).toLowerCase()
  if (name === 'td' || name === 'th') return ' '
  return BLOCKS.includes(`|${name}|`) ? '\n' : ''
}

/** Tags inside tags, which nobody writes but who wants to harm: blocks go first, as if they stood alone. */
function withoutCrossedTags(html: string): string {
  const edge = (names: string) => new RegExp(`<\\/?(?:${names})(?:[\\s/][^<>]*)?>`, 'gi')
  return html
    .replace(edge(BLOCKS.slice(1, -1)), '\n')
    .replace(edge('t[dh]'), ' ')
    .replace(TAG, '')
}

const SLASH = 0x2f

function isLetter(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
