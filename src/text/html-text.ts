import { decodeReferences } from './character-references.ts'
import { JoinedParts } from './joined-parts.ts'
import { replaced } from './replaced.ts'

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
  const text = hasLineBreak(html) ? replaced(html, /[\t\n\f\r]/g, ' ') : html
  const shown = text.includes('<!--') ? replaced(text, COMMENT, '') : text
  const decoded = decodeReferences(withoutTags(shown) ?? withoutCrossedTags(shown))
  const spaced = decoded.includes('  ') ? replaced(decoded, / {2,}/g, ' ') : decoded
  return spaced.includes('\n') ? linesOf(spaced) : spaced.trim()
}

/** Editors keep empty lines open with `<p>&nbsp;</p>`: a line of nothing is no line. */
function linesOf(text: string): string {
  const lines = new JoinedParts()
  let isFirst = true
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from)
    const line = text.slice(from, end === -1 ? text.length : end).trim()
    if (line !== '') {
      lines.push(isFirst ? line : `\n${line}`)
      isFirst = false
    }
    from = end === -1 ? text.length + 1 : end + 1
  }
  return lines.join()
}

/** Looking for one letter is many times quicker than looking for a class of them. */
function hasLineBreak(html: string): boolean {
  return html.includes('\n') || html.includes('\r') || html.includes('\t') || html.includes('\f')
}

/** In one pass, from `<` to `<`. Undefined where one tag begins inside another. */
function withoutTags(html: string): string | undefined {
  const bare = new JoinedParts()
  let from = 0
  let edge = ''
  let at = html.indexOf('<')
  while (at !== -1) {
    const next = html.indexOf('<', at + 1)
    const start = html.charCodeAt(at + 1) === SLASH ? at + 2 : at + 1
    // "1 < 2": a sign that begins nothing is a letter.
    if (isLetter(html.charCodeAt(start))) {
      const end = html.indexOf('>', start)
      if (end === -1) break
      if (next !== -1 && next < end) return undefined
      if (from < at) {
        bare.push(edge + html.slice(from, at))
        edge = ''
      }
      // Tags side by side are one break.
      if (edge !== '\n') edge = edgeOf(html, start) || edge
      from = end + 1
    }
    at = next
  }
  if (from === 0) return html
  bare.push(edge + html.slice(from))
  return bare.join()
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

/** Of ASCII: what the name of a tag begins with. */
export function isLetter(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
