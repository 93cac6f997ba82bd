import type { PageNode, PageScan } from './page-scan.ts'

/** A frame of less is no text: a teaser, a notice, a caption. */
export const SHORTEST_TEXT = 140
/** A paragraph of less is a label, a caption or a button. */
const SHORTEST_PARAGRAPH = 25

/** Each paragraph speaks for its frame, and half as loud for the frame around that. */
export function densest({ nodes, html }: PageScan): PageNode | undefined {
  for (const node of nodes) {
    const { ownText, linkText } = node
    if (ownText < SHORTEST_PARAGRAPH || linkText > node.text / 2) continue
    if (node.framed) continue
    const points = 1 + Math.min(ownText / 100, 3)
    const frame = isParagraph(node, html) ? frameAround(node) : node
    if (frame === undefined) continue
    frame.score += points
    if (frame.parent !== undefined) frame.parent.score += points / 2
  }
  let best: PageNode | undefined
  for (const node of nodes) if (worth(node) > (best === undefined ? 0 : worth(best))) best = node
  if (best === undefined) return undefined
  const found = partsTogether(best, nodes) ?? firstOfSuch(best, nodes)
  return found.text - found.linkText >= SHORTEST_TEXT ? found : undefined
}

/** Page builders put each piece of a text into a frame of its own, by these names. */
const PIECES =
  / (elementor-widget-text-editor|wpb_text_column|et_pb_text|fl-rich-text|sqs-html-content|brxe-text) /
/** Points of one long paragraph: what holds no more is a piece by whatever name. */
const ONE_PARAGRAPH = 4
/** Of what is around them the pieces are the most. */
const MOST = 0.6

/** What is around the pieces of one text; undefined where the best frame is no piece. */
function partsTogether(best: PageNode, nodes: readonly PageNode[]): PageNode | undefined {
  const name = pieceName(best)
  const parts = nodes.filter(
    (node) =>
      !node.framed &&
      node.text >= SHORTEST_PARAGRAPH &&
      node.linkText < node.text / 2 &&
      (name === undefined
        ? node.tag === best.tag && node.names === best.names
        : node.names.includes(` ${name} `)),
  )
  const [first] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined || first === last) return undefined
  const areSmall = best.names !== '' && parts.every(({ score }) => score <= ONE_PARAGRAPH)
  if (name === undefined && !areSmall) return undefined
  let around = first.parent
  while (around !== undefined && around.innerEnd < last.innerEnd) around = around.parent
  if (around === undefined || /^(?:body|html)$/.test(around.tag)) return undefined
  const letters = parts.reduce((sum, { text }) => sum + text, 0)
  return letters >= around.text * MOST ? around : undefined
}

function pieceName(node: PageNode): string | undefined {
  let open: PageNode | undefined = node
  for (let steps = 0; steps < 3 && open !== undefined; steps += 1) {
    const name = PIECES.exec(open.names)?.[1]
    if (name !== undefined) return name
    open = open.parent
  }
  return undefined
}

/** Something before the best frame that has this share of its worth may be the text, and that its readers' answers. */
const RIVAL = 0.3
const FEWEST_ANSWERS = 3

/**
 * Answers of readers may be longer than the text, and pages may show further texts below their own: then
 * the first such frame below the headline is the text.
 */
function firstOfSuch(best: PageNode, nodes: readonly PageNode[]): PageNode {
  const title = nodes.find(({ tag, framed, text }) => tag === 'h1' && !framed && text > 0)
  if (title === undefined || best.start < title.start) return best
  const first = nodes.find(
    (node) =>
      node.start > title.start &&
      node.innerEnd <= best.start &&
      node.text >= SHORTEST_TEXT &&
      worth(node) >= worth(best) * RIVAL,
  )
  if (first === undefined) return best
  const isAlike = best.names !== '' && first.tag === best.tag && first.names === best.names
  return isAlike || holdsAnswers(best, nodes) ? first : best
}

function holdsAnswers(frame: PageNode, nodes: readonly PageNode[]): boolean {
  const counts = new Map<string, number>()
  for (const { parent, tag, names } of nodes) {
    if (parent !== frame || !/^(?:div|li|article|section)$/.test(tag)) continue
    const name = `${tag}${names.replace(/\d+/g, '')}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values()) >= FEWEST_ANSWERS
}

/** A row holds one cell: the table is the frame. */
function frameAround({ tag, parent }: PageNode): PageNode | undefined {
  return tag === 'td' ? parent?.parent : parent
}

/** Some write `div` for `p`, or a row of one cell; and old editors a whole text into one, parted by line breaks. */
function isParagraph(
  { tag, text, ownText, innerStart, innerEnd, parent }: PageNode,
  html: string,
): boolean {
  if (/^(?:p|h[1-6]|li|blockquote|span)$/.test(tag)) return true
  const isRow = tag === 'td' && parent?.tag === 'tr' && parent.text === text
  return (
    (tag === 'div' || isRow) && text === ownText && !/<br/i.test(html.slice(innerStart, innerEnd))
  )
}

function worth({ score, text, linkText }: PageNode): number {
  return text === 0 ? 0 : score * (1 - linkText / text)
}
