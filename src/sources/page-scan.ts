import { htmlToText } from '../text/html-text.ts'
import { plainLine } from '../text/plain-letters.ts'
import { FRAME_NAMES } from './article-recipes-table.ts'
import { walkFragment } from './html-fragment.ts'
import { VOID_TAGS } from './html-tags-table.ts'

/** An element of a page with its measures: where it stands, and how much it says. */
export interface PageNode {
  readonly tag: string
  /** Its classes and `#id` in lower case, with a space before and behind each. */
  readonly names: string
  readonly itemprop: string
  readonly parent: PageNode | undefined
  readonly start: number
  readonly innerStart: number
  innerEnd: number
  /** Letters of text inside, those of links among them. */
  text: number
  linkText: number
  /** Letters that stand in no inner block. */
  ownText: number
  /** In a part of the page that frames its text: a menu, a side column. */
  framed: boolean
  /** How much of a text it is the frame of, see `article-body.ts`. */
  score: number
}

export interface PageLink {
  readonly href: string
  readonly title: string
  readonly hreflang: string
  readonly node: PageNode
}

/** What one pass over a page's tags found. Nothing of it is decoded. */
export interface PageScan {
  readonly html: string
  readonly nodes: readonly PageNode[]
  readonly links: readonly PageLink[]
  /** `content` of meta elements by `property` or `name`, lower case; the first counts. */
  readonly metas: ReadonlyMap<string, string>
  readonly base: string | undefined
  /** Start tags of link elements. */
  readonly linkTags: readonly LinkTag[]
  /** `datetime` or `content` by the node that has it. */
  readonly dates: ReadonlyMap<PageNode, string>
}

interface LinkTag {
  readonly rel: string
  readonly href: string
  readonly hreflang: string
  readonly type: string
  readonly title: string
}

/** Elements past this number are not looked at: a page of a list has some 3,000. */
const MOST_NODES = 20_000
/** These only dress text: they have no frame and no names of interest. */
const LONGEST_NAMES = 300
const PLAIN = /^(?:b|strong|em|i|u|br|img|font|small|sup|sub|wbr|source|picture|path|input|option)$/
const BLOCK =
  /^(?:div|section|article|main|aside|header|footer|nav|form|table|tbody|tr|td|th|ul|ol|li|dl|dd|p|blockquote|h[1-6]|body|html|figure|details)$/

/** Reads the tags of a page once, in linear time, without judging them. */
export function scanPage(html: string): PageScan {
  const scanner = new Scanner(html)
  walkFragment(html, scanner)
  markFrames(scanner.scan.nodes)
  return scanner.scan
}

const FRAME_TAGS: ReadonlySet<string> = new Set(['aside', 'nav', 'footer'])

/** What holds half of a page's text is the page, however it is called, save a menu. Parents stand before children. */
function markFrames(nodes: readonly PageNode[]): void {
  const most = nodes.reduce((longest, { text }) => Math.max(longest, text), 0) / 2
  for (const node of nodes) {
    const isNamed = FRAME_TAGS.has(node.tag) || (node.names !== '' && FRAME_NAMES.test(node.names))
    const isMenu = isNamed && node.linkText > node.text * 0.8 && !/^(?:body|html)$/.test(node.tag)
    node.framed = node.parent?.framed === true || isMenu || (isNamed && node.text <= most)
  }
}

type AttributeOf = (name: string) => string | null

class Scanner {
  readonly #nodes: PageNode[] = []
  readonly #links: PageLink[] = []
  readonly #metas = new Map<string, string>()
  readonly #linkTags: LinkTag[] = []
  readonly #dates = new Map<PageNode, string>()
  readonly #html: string
  #base: string | undefined
  #current: PageNode | undefined
  #link: PageNode | undefined

  constructor(html: string) {
    this.#html = html
  }

  get scan(): PageScan {
    return {
      html: this.#html,
      nodes: this.#nodes,
      links: this.#links,
      metas: this.#metas,
      base: this.#base,
      linkTags: this.#linkTags,
      dates: this.#dates,
    }
  }

  readonly open = (
    tag: string,
    attributeOf: AttributeOf,
    start: number,
    end: number,
  ): PageNode | undefined => {
    if (tag === 'meta') this.#meta(attributeOf)
    else if (tag === 'link') this.#linkTag(attributeOf)
    else if (tag === 'base') this.#base ??= attributeOf('href') ?? undefined
    if (PLAIN.test(tag) || VOID_TAGS.has(tag) || this.#nodes.length >= MOST_NODES) return undefined
    this.#endImplied(tag, start)
    const id = attributeOf('id')
    const node: PageNode = {
      tag,
      names: namesOf(attributeOf('class'), id),
      itemprop: attributeOf('itemprop')?.toLowerCase() ?? '',
      parent: this.#current,
      start,
      innerStart: end,
      innerEnd: this.#html.length,
      text: 0,
      linkText: 0,
      ownText: 0,
      framed: false,
      score: 0,
    }
    this.#nodes.push(node)
    this.#current = node
    if (tag === 'a') this.#enterLink(node, attributeOf)
    const date = attributeOf('datetime') ?? (node.itemprop === '' ? null : attributeOf('content'))
    if (date !== null && date !== '') this.#dates.set(node, date)
    return node
  }

  readonly close = (node: PageNode, start: number): void => {
    if (node.innerEnd !== this.#html.length) return
    this.#end(node, start)
  }

  readonly text = (raw: string): void => {
    const letters = raw.trim().length
    if (letters === 0 || this.#current === undefined) return
    this.#current.text += letters
    if (this.#link !== undefined) this.#current.linkText += letters
    this.#current.ownText += letters
  }

  #end(node: PageNode, at: number): void {
    for (let open = this.#current; open !== undefined; open = open.parent) {
      open.innerEnd = at
      if (open === this.#link) this.#link = undefined
      const { parent } = open
      if (parent !== undefined) {
        parent.text += open.text
        parent.linkText += open.linkText
        if (!BLOCK.test(open.tag)) parent.ownText += open.ownText
      }
      this.#current = parent
      if (open === node) return
    }
  }

  /** A new block ends an open paragraph, a new item the last one (HTML Standard, 13.1.2.4). */
  #endImplied(tag: string, at: number): void {
    if (!BLOCK.test(tag)) return
    for (let open = this.#current, depth = 0; open !== undefined && depth < 6; depth += 1) {
      if (open.tag === 'p' || (open.tag === 'li' && tag === 'li')) {
        this.#end(open, at)
        return
      }
      if (BLOCK.test(open.tag)) return
      open = open.parent
    }
  }

  #enterLink(node: PageNode, attributeOf: AttributeOf): void {
    const href = attributeOf('href')
    if (href === null) return
    this.#link ??= node
    const title = attributeOf('title') ?? attributeOf('aria-label') ?? ''
    this.#links.push({ href, title, hreflang: attributeOf('hreflang') ?? '', node })
  }

  #meta(attributeOf: AttributeOf): void {
    const name = (attributeOf('property') ?? attributeOf('name') ?? attributeOf('itemprop') ?? '')
      .trim()
      .toLowerCase()
    const content = attributeOf('content') ?? ''
    if (name !== '' && !this.#metas.has(name)) this.#metas.set(name, content)
  }

  #linkTag(attributeOf: AttributeOf): void {
    if (this.#linkTags.length >= 200) return
    const of = (name: string) => attributeOf(name) ?? ''
    const [rel, type] = [of('rel').toLowerCase(), of('type').toLowerCase()]
    this.#linkTags.push({
      rel,
      type,
      href: of('href'),
      hreflang: of('hreflang'),
      title: of('title'),
    })
  }
}

function namesOf(classes: string | null, id: string | null): string {
  if (classes === null && id === null) return ''
  const own = (classes ?? '').slice(0, LONGEST_NAMES).toLowerCase().replace(/\s+/g, ' ')
  return ` ${own} ${id === null ? '' : `#${id.slice(0, LONGEST_NAMES).toLowerCase()} `}`
}

/** The text of an element as one line. Long ones are cut: they are no title, date or name. */
export function textOf({ html }: PageScan, { innerStart, innerEnd }: PageNode): string {
  return plainLine(htmlToText(html.slice(innerStart, Math.min(innerEnd, innerStart + 4_000))))
}

/** An element and all inside it; the nodes of a scan stand in the order of the page. */
export function nodesWithin({ nodes }: PageScan, { start, innerEnd }: PageNode): PageNode[] {
  const first = firstFrom(nodes, start)
  return nodes.slice(first, firstFrom(nodes, innerEnd))
}

function firstFrom(nodes: readonly PageNode[], start: number): number {
  let [low, high] = [0, nodes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((nodes[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}
