import { decodeAttribute } from '../text/character-references.ts'
import { resolveAddress, bareHost } from './address.ts'
import { type PageLink, type PageNode, type PageScan, textOf } from './page-scan.ts'
import { isLabel } from './trim-body.ts'

/** A list of two could be anything. */
const FEWEST = 3
/** A headline has more letters than the words of a menu. */
export const SHORTEST_HEADLINE = 12
export const LONGEST_HEADLINE = 300
/** Some publishers print the label alone above every statement: "تصريح صحفي". */
const SHORTEST_LABEL = 6
/** Elements above a link that say in which kind of place it stands. */
const CHAIN = 4
const MOST_LINKS = 3_000

/** A link that reads like a headline and leads to another page of the site. */
export interface Headline {
  readonly url: string
  readonly link: PageLink
}

/** Whether a day stands in the element around a headline. */
type IsDated = (headline: Headline, item: PageNode) => boolean

/**
 * The links that stand in the same kind of place again and again and read like headlines, of the
 * place whose headlines are most and longest, in the order of the page. A place with days beside its
 * headlines goes before one without.
 */
export function repeatedHeadlines(
  scan: PageScan,
  base: string,
  pageUrl: string,
  isDated: IsDated,
): Headline[] {
  const all = linksOf(scan, base, pageUrl, (link) => isHeadline(link, scan))
  const lists = placesOf(all).toSorted((one, other) => worth(other) - worth(one))
  const best = lists.length > 1 ? datedFirst(lists, isDated) : (lists[0] ?? [])
  return withHero(withNeighbours(best, all), all)
}

/** Rivals that are asked for their days, and entries of each: a day is costly to look for. */
const RIVALS = 4
const ASKED = 3
/** A list of less worth than this beside the best is no rival. */
const RIVAL_SHARE = 0.1

/** Menus and boxes of files have long names too, but no days beside them. */
function datedFirst(lists: readonly Headline[][], isDated: IsDated): readonly Headline[] {
  const [best = [], ...others] = lists
  const rivals = others.slice(0, RIVALS).filter((list) => worth(list) > worth(best) * RIVAL_SHARE)
  if (rivals.length === 0) return best
  const dated = [best, ...rivals].find((list) =>
    list
      .slice(0, ASKED)
      .every((headline, index) =>
        isDated(headline, itemAround(headline, list[index - 1], list[index + 1])),
      ),
  )
  return dated ?? best
}

/**
 * Where no headline is a link: pictures and buttons ("المزيد") that stand in the same kind of place again
 * and again, of most places first. What they lead to is said beside them, or they are of a menu.
 */
export function repeatedButtons(scan: PageScan, base: string, pageUrl: string): Headline[][] {
  const all = linksOf(scan, base, pageUrl, ({ node }) => node.text < SHORTEST_HEADLINE)
  return placesOf(all)
    .toSorted((one, other) => other.length - one.length)
    .slice(0, RIVALS)
}

/** A link inside another that is wanted is none: five hundred that never end would be as many whole pages. */
function linksOf(
  { links }: PageScan,
  base: string,
  pageUrl: string,
  isWanted: (link: PageLink) => boolean,
): Headline[] {
  let end = 0
  return links.slice(0, MOST_LINKS).flatMap((link): Headline[] => {
    const { node } = link
    if (node.start < end || node.framed || !isWanted(link)) return []
    const url = ownAddress(link, base, pageUrl)
    if (url === undefined) return []
    end = node.innerEnd
    return [{ url, link }]
  })
}

/** Places that repeat, each with its links. */
function placesOf(all: readonly Headline[]): Headline[][] {
  const groups = new Map<string, Headline[]>()
  for (const headline of all) {
    const place = placeOf(headline.link.node)
    const group = groups.get(place)
    if (group === undefined) groups.set(place, [headline])
    else group.push(headline)
  }
  return [...groups.values()].filter((group) => new Set(group.map(({ url }) => url)).size >= FEWEST)
}

function isHeadline({ node }: PageLink, scan: PageScan): boolean {
  if (node.text < SHORTEST_LABEL || node.text > LONGEST_HEADLINE) return false
  return node.text >= SHORTEST_HEADLINE || isLabel(textOf(scan, node))
}

function ownAddress(link: PageLink, base: string, pageUrl: string): string | undefined {
  const href = decodeAttribute(link.href).trim()
  const url = href.startsWith('#') ? undefined : resolveAddress(href, base)
  if (url === undefined || url.split('#', 1)[0] === pageUrl.split('#', 1)[0]) return undefined
  const { host, pathname, search } = new URL(url)
  const [own, there] = [bareHost(new URL(pageUrl).host), bareHost(host)]
  // "media.example.org" belongs to "example.org", and the other way round.
  const isOwn = own === there || there.endsWith(`.${own}`) || own.endsWith(`.${there}`)
  return isOwn && (pathname.length > 1 || search !== '') ? url : undefined
}

/** "li.item>div.text>h3>a": numbers in class names count the elements, so they say nothing. */
function placeOf(node: PageNode): string {
  const parts: string[] = []
  let open: PageNode | undefined = node
  while (open !== undefined && parts.length <= CHAIN) {
    parts.push(nameOf(open))
    open = open.parent
  }
  return parts.join('<')
}

function nameOf({ names, tag }: PageNode): string {
  const [name = ''] = names.replace(/\d+/g, '').trim().split(' ')
  return name === '' || name.startsWith('#') ? tag : `${tag}.${name}`
}

/** Many headlines, and long ones: a menu has short words, a tag cloud shorter. */
function worth(group: readonly Headline[]): number {
  const letters = group.reduce((sum, { link }) => sum + Math.min(link.node.text, 100), 0)
  return letters * (group.length === 0 ? 0 : letters / group.length)
}

/**
 * Rows that are called otherwise in turns ("Row", "AltRow"), or the first that is called "featured":
 * headlines whose row stands in the same frame, and that stand in it alike, are of the same list.
 */
function withNeighbours(best: readonly Headline[], all: readonly Headline[]): Headline[] {
  const [first, second] = best
  if (first === undefined || second === undefined || best.length === all.length) return [...best]
  const item = itemAround(first, undefined, second)
  const frame = item.parent
  if (frame === undefined || item === first.link.node) return [...best]
  const inner = pathBelow(first.link.node, item)
  const chosen = new Set(best)
  return all.filter((headline) => {
    if (chosen.has(headline)) return true
    let row: PageNode = headline.link.node
    while (row.parent !== undefined && row.parent !== frame) row = row.parent
    return (
      row.parent === frame && row.tag === item.tag && pathBelow(headline.link.node, row) === inner
    )
  })
}

/**
 * The newest statement often stands alone in a larger box above the list: a headline in a heading, at
 * an address like those of the list, in a folder of their own. An address at the root of a site says
 * nothing: "/donate" is one, too.
 */
function withHero(list: Headline[], all: readonly Headline[]): Headline[] {
  const [first] = list
  const folder = folderOf(first?.url ?? '')
  if (first === undefined || folder === '' || !list.every(({ url }) => folderOf(url) === folder)) {
    return list
  }
  const urls = new Set(list.map(({ url }) => url))
  const above = all.filter(
    ({ url, link }) =>
      link.node.start < first.link.node.start &&
      !urls.has(url) &&
      folderOf(url) === folder &&
      isInHeading(link.node),
  )
  // Several are another list: the most read, or what the editor chose.
  return new Set(above.map(({ url }) => url)).size === 1 ? [...above, ...list] : list
}

/** The folder that an address lies in; '' at the root, and where a query tells addresses apart. */
export function folderOf(address: string): string {
  const { pathname = '', search = '' } = URL.parse(address) ?? {}
  const names = pathname.split('/').filter((name) => name !== '')
  return search === '' ? names.slice(0, -1).join('/') : ''
}

function isInHeading(node: PageNode): boolean {
  const parents = [node.parent, node.parent?.parent]
  return parents.some((parent) => /^h[1-4]$/.test(parent?.tag ?? ''))
}

function pathBelow(node: PageNode, top: PageNode): string {
  const parts: string[] = []
  for (
    let open: PageNode | undefined = node;
    open !== undefined && open !== top;
    open = open.parent
  ) {
    parts.push(nameOf(open))
  }
  return parts.join('<')
}

/** The largest element around a headline that holds none of its neighbours. */
export function itemAround(
  { link }: Headline,
  before: Headline | undefined,
  after: Headline | undefined,
): PageNode {
  let item = link.node
  while (item.parent !== undefined) {
    const { parent } = item
    const holds = (other: Headline | undefined) =>
      other !== undefined &&
      other.link.node.start >= parent.start &&
      other.link.node.start < parent.innerEnd
    if (holds(before) || holds(after) || parent.tag === 'body') break
    item = parent
  }
  return item
}
