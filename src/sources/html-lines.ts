import { htmlToText } from '../text/html-text.ts'

/** A line at the start of a body, and what is left behind it. */
export interface LeadingLine {
  readonly text: string
  /** Undefined where the body cannot be cut there: an emphasis spans the line's end. */
  readonly rest: string | undefined
}

const FIRST_PARAGRAPH = /<(p|h[2-6])(?: [^<>]*)?>/y

/**
 * The first lines of html that was sanitised by us: its paragraphs and headings, divided at `<br>`.
 * Stops at a list or a quotation.
 */
export function* leadingLines(
  html: string,
  most: number,
): Generator<LeadingLine, undefined, undefined> {
  let position = 0
  let told = 0
  while (told < most) {
    FIRST_PARAGRAPH.lastIndex = position
    const [opening, tag = ''] = FIRST_PARAGRAPH.exec(html) ?? []
    const close = opening === undefined ? -1 : html.indexOf(`</${tag}>`, position)
    if (opening === undefined || close === -1) return
    const next = close + tag.length + 3
    let start = position + opening.length
    for (const part of html.slice(start, close).split('<br>')) {
      const behind = start + part.length + 4
      const isLast = behind > close
      const isWhole = isLast || isBalanced(part)
      const behindPart = isLast ? html.slice(next) : opening + html.slice(behind)
      yield { text: htmlToText(part), rest: isWhole ? behindPart : undefined }
      told += 1
      start = behind
    }
    position = next
  }
}

/** The last line of a body and the body without it; undefined where it cannot be cut off. */
export function withoutLastLine(
  html: string,
): { readonly line: string; readonly html: string } | undefined {
  const tag = /<\/(p|h[2-6])>$/.exec(html.slice(-5))?.[1]
  if (tag === undefined) return undefined
  const start = Math.max(html.lastIndexOf(`<${tag}>`), html.lastIndexOf(`<${tag} `))
  if (start === -1) return undefined
  const end = `</${tag}>`
  const inner = html.slice(html.indexOf('>', start) + 1, -end.length)
  const tail = inner.slice(inner.lastIndexOf('<br>') === -1 ? 0 : inner.lastIndexOf('<br>') + 4)
  if (tail === inner) return { line: htmlToText(tail), html: html.slice(0, start) }
  if (!isBalanced(tail)) return undefined
  const kept = `${html.slice(0, -(tail.length + `<br>${end}`.length))}${end}`
  return { line: htmlToText(tail), html: kept }
}

/** An emphasis that spans a line break cannot be cut there. */
function isBalanced(part: string): boolean {
  return (part.match(/<(?!\/)/g)?.length ?? 0) === (part.match(/<\//g)?.length ?? 0)
}
