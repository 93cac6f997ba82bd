import { htmlToText } from '../text/html-text.ts'
import { VOLATILE_LINES } from './volatile-lines-table.ts'

const LONGEST_LINE = 240
const FIRST_PARAGRAPH = /^<(p|h[2-6])(?: [^<>]*)?>((?:(?!<\/\1>)[\s\S])*)<\/\1>/
/** Not more than this at either end: a body that is all counters is somebody's joke. */
const MOST_LINES = 12

/**
 * Takes counters, share bars, the date of the visit and the like from both ends of a body that was
 * sanitised by us. Only whole lines go, and only at the ends: in the middle of a statement "321
 * views" may be what it is about. A body of nothing else stays as it is.
 */
export function trimVolatileLines(html: string): string {
  const trimmed = trimEnd(trimStart(html))
  return trimmed === '' ? html : trimmed
}

function trimStart(html: string): string {
  let rest = html
  for (let line = 0; line < MOST_LINES; line += 1) {
    const paragraph = FIRST_PARAGRAPH.exec(rest)
    if (paragraph === null) return rest
    const [whole, , inner = ''] = paragraph
    const [head = '', ...tail] = inner.split('<br>')
    if (!isVolatile(head) && htmlToText(head) !== '') return rest
    const opening = whole.slice(0, whole.indexOf('>') + 1)
    const kept =
      tail.length === 0 || isUnbalanced(head)
        ? ''
        : opening + whole.slice(opening.length + head.length + 4)
    if (kept === '' && tail.length > 0) return rest
    rest = kept + rest.slice(whole.length)
  }
  return rest
}

function trimEnd(html: string): string {
  let rest = html
  for (let line = 0; line < MOST_LINES; line += 1) {
    const start = Math.max(rest.lastIndexOf('<p>'), rest.lastIndexOf('<p '))
    if (start === -1 || !rest.endsWith('</p>')) return rest
    const inner = rest.slice(rest.indexOf('>', start) + 1, -4)
    const tail = inner.split('<br>').at(-1) ?? ''
    if (!isVolatile(tail)) return rest
    if (tail === inner) rest = rest.slice(0, start)
    else if (isUnbalanced(tail)) return rest
    else rest = `${rest.slice(0, -(tail.length + '<br></p>'.length))}</p>`
  }
  return rest
}

/** An emphasis that spans a line break cannot be cut there. */
function isUnbalanced(part: string): boolean {
  return (part.match(/<(?!\/)/g)?.length ?? 0) !== (part.match(/<\//g)?.length ?? 0)
}

function isVolatile(html: string): boolean {
  const line = foldLine(htmlToText(html))
  return (
    line !== '' &&
    line.length <= LONGEST_LINE &&
    VOLATILE_LINES.some((pattern) => pattern.test(line))
  )
}

function foldLine(line: string): string {
  return line
    .normalize('NFKC')
    .replace(/[\p{M}\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/[\u0622\u0623\u0625]/g, '\u0627')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/\u060C/g, ',')
    .replace(/\s+/g, ' ')
    .trim()
}
