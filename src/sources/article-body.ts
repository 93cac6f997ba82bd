import { ARTICLE_RECIPES, type ArticleRecipe } from './article-recipes-table.ts'
import type { PageNode, PageScan } from './page-scan.ts'

export interface FoundBody {
  readonly node: PageNode
  readonly recipe: ArticleRecipe | undefined
}

/** A frame of less is no text: a teaser, a notice, a caption. */
const SHORTEST_TEXT = 140
/** A paragraph of less is a label, a caption or a button. */
const SHORTEST_PARAGRAPH = 25
/** A name that stands at several elements is believed where one of them holds most of the text. */
const MOST = 0.7

/** All names at once, so that a page is looked through once. */
let bodyNames: RegExp | undefined

/**
 * The element that holds a page's text: by the page's own word (`articleBody`), by the names that
 * platforms give it, by being the only `article` or `main`, and at last by where paragraphs are dense
 * and links few. Undefined where nothing is clear: half a menu is no statement.
 */
export function findBody(scan: PageScan): FoundBody | undefined {
  const { nodes } = scan
  const marked = dominant(nodes.filter(({ itemprop }) => itemprop === 'articlebody'))
  if (marked !== undefined) return { node: marked, recipe: recipeOf(marked) }
  bodyNames ??= new RegExp(` (?:${ARTICLE_RECIPES.flatMap(({ body }) => body).join('|')}) `)
  const pattern = bodyNames
  const named = nodes.filter(({ names }) => pattern.test(names))
  for (const recipe of ARTICLE_RECIPES) {
    for (const name of recipe.body) {
      const node = dominant(named.filter(({ names }) => names.includes(` ${name} `)))
      if (node !== undefined) return { node, recipe }
    }
  }
  const only =
    dominant(nodes.filter(({ tag }) => tag === 'article')) ??
    dominant(nodes.filter(({ tag }) => tag === 'main'))
  const dense = densest(scan)
  const found = only ?? dense
  if (found === undefined) return undefined
  // Inside the only `article` a frame of paragraphs is nearer to the text than the whole.
  const isNearer =
    only !== undefined && dense !== undefined && holds(only, dense) && dense.text > only.text * 0.6
  return { node: isNearer ? dense : found, recipe: undefined }
}

function recipeOf(node: PageNode): ArticleRecipe | undefined {
  return ARTICLE_RECIPES.find(({ body }) => body.some((name) => node.names.includes(` ${name} `)))
}

/** One element of a name, or the one that holds most of what all of them hold. */
function dominant(nodes: readonly PageNode[]): PageNode | undefined {
  // In the order of the page, so one that begins before the last has ended is inside it.
  let end = -1
  const outermost = nodes.filter((node) => {
    if (node.start < end) return false
    end = node.innerEnd
    return true
  })
  const withText = outermost.filter(({ text }) => text > 0)
  const whole = withText.reduce((sum, { text }) => sum + text, 0)
  return withText.find(({ text }) => text > whole * MOST)
}

function holds(outer: PageNode, inner: PageNode): boolean {
  return outer.start < inner.start && inner.innerEnd <= outer.innerEnd
}

/** Each paragraph speaks for its frame, and half as loud for the frame around that. */
function densest({ nodes, html }: PageScan): PageNode | undefined {
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
  return best !== undefined && best.text - best.linkText >= SHORTEST_TEXT ? best : undefined
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
