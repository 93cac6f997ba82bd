import type { FoundBody } from './article-body.ts'
import { fold } from '../text/fold.ts'
import { decodeReferences } from '../text/character-references.ts'
import { plainLine } from '../text/plain-letters.ts'
import { nodesWithin, type PageNode, type PageScan, textOf } from './page-scan.ts'
import { bareTitle } from './page-title.ts'
import { isLabel } from './trim-body.ts'

const LONGEST_TITLE = 300
const LONGEST_AUTHOR = 80
/** More headings than this are no headlines. */
const MOST_HEADINGS = 20

/** The best title that the page gives; '' where it gives none, or labels only. */
export function articleTitle(scan: PageScan, found: FoundBody): string {
  const named = found.recipe?.title ?? []
  const titled = nodesNamed(scan, named).filter((node) => !node.framed)
  const headings = scan.nodes.filter(({ tag, framed, text }) => tag === 'h1' && !framed && text > 0)
  const headlines = scan.nodes.filter(({ itemprop }) => itemprop === 'headline')
  const shared = bareTitle(metaIn(scan, 'og:title'), metaIn(scan, 'og:site_name'))
  const before = headings.filter(({ start }) => start < found.node.innerEnd)
  const candidates = [
    ...titled.map((node) => textOf(scan, node)),
    ...headlines.map((node) => textOf(scan, node)),
    ...headlinesIn(scan, shared, [
      ...(before.length > 0 ? before : headings).toReversed(),
      ...headingsNear(scan, found),
    ]),
  ]
  const site = metaIn(scan, 'og:site_name')
  return (
    candidates.find(
      (title) => title !== '' && title.length <= LONGEST_TITLE && title !== site && !isLabel(title),
    ) ?? ''
  )
}

/**
 * What is made for sharing, then headings; but the longest heading that the page's own title holds before
 * all that is shorter: an h1 may be the site's name, and `og:title` the same on every page, or cut.
 */
function headlinesIn(
  scan: PageScan,
  shared: string,
  nodes: readonly PageNode[],
): readonly string[] {
  const titles = nodes.slice(0, MOST_HEADINGS).map((node) => textOf(scan, node))
  const { 1: own = '' } = /<title[^<>]*>([^<]{0,500})/i.exec(scan.html) ?? []
  const page = fold(decodeReferences(own)).text.trim()
  // At its end stands the site's name.
  const told = titles.filter((title) => {
    const heading = fold(title).text
    return page === heading || (page.includes(heading) && !page.endsWith(heading))
  })
  const [best = '', ...others] = told.toSorted((one, other) => other.length - one.length)
  const first = best.length > shared.length ? [best, shared] : [shared, best]
  return [...first, ...others, ...titles]
}

/** Where no h1 is: the last heading above the body, in the frame around it. */
function headingsNear({ nodes }: PageScan, { node }: FoundBody): readonly PageNode[] {
  const frame = node.parent
  return nodes
    .filter(
      ({ tag, start, framed }) =>
        /^h[23]$/.test(tag) && !framed && start < node.start && start > (frame?.start ?? 0),
    )
    .slice(-1)
}

/** From the frame around the body to the body's end, menus and side columns left out. */
export function nearNodes(scan: PageScan, { node }: FoundBody): readonly PageNode[] {
  let frame = node
  for (
    let steps = 0;
    steps < 3 && frame.parent !== undefined && frame.parent.tag !== 'body';
    steps += 1
  ) {
    frame = frame.parent
  }
  return nodesWithin(scan, frame).filter(({ framed }) => !framed)
}

/** A person or a desk; undefined where the page names none, or the site itself. */
export function articleAuthor(scan: PageScan, found: FoundBody): string | undefined {
  const recipe = found.recipe?.author ?? []
  const near = nearNodes(scan, found)
  const nodes = near.filter(
    ({ itemprop, names }) =>
      itemprop === 'author' || recipe.some((name) => names.includes(` ${name} `)),
  )
  const site = metaIn(scan, 'og:site_name')
  const candidates = [metaIn(scan, 'author'), ...nodes.map((node) => textOf(scan, node))]
  return candidates
    .map((name) => name.replace(/^(?:by|written by|بقلم|بواسطة|الكاتب|كتب)\s*:?\s+/i, ''))
    .find((name) => name !== '' && name.length <= LONGEST_AUTHOR && name !== site)
}

function nodesNamed({ nodes }: PageScan, wanted: readonly string[]): readonly PageNode[] {
  return wanted.flatMap((name) =>
    nodes.filter(({ names, text }) => text > 0 && names.includes(` ${name} `)),
  )
}

export function metaIn({ metas }: PageScan, name: string): string {
  return plainLine(decodeReferences(metas.get(name) ?? ''))
}
