import { ARTICLE_RECIPES, type ArticleRecipe } from './article-recipes-table.ts'
import { densest, SHORTEST_TEXT } from './densest.ts'
import type { PageNode, PageScan } from './page-scan.ts'

export interface FoundBody {
  readonly node: PageNode
  readonly recipe: ArticleRecipe | undefined
}

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
  // A summary may be marked so, and the text not.
  if (marked !== undefined && marked.text >= SHORTEST_TEXT)
    return { node: marked, recipe: recipeOf(marked) }
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
  const found = only ?? dense ?? marked
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
