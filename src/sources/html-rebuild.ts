import { UNEVEN, evened } from './even-text.ts'
import { decodeAttribute } from '../text/character-references.ts'
import { resolveLink } from './address.ts'
import { escapeQuoted } from '../text/escape-html.ts'
import { directionAndLanguage } from './html-direction.ts'
import { JoinedParts } from '../text/joined-parts.ts'
import { containerPath, type Container, type OpenElement } from './html-containers.ts'
import {
  endsParagraph,
  isContainer,
  isListOrQuote,
  roleOf,
  VOID_TAGS,
  type TagRole,
} from './html-tags-table.ts'

type AttributeOf = (name: string) => string | null

const NOTHING: readonly string[] = []

/** Deeper pages are read flat: nesting is a cheap attack and says nothing. */
const MAX_DEPTH = 200
const UNSEEN = /^[\u00AD\u200B-\u200F\u2060\uFEFF]+$/

/**
 * Rebuilds html from the tags and texts of somebody else's page. Nothing is passed through: every
 * tag in the result is written here, closed and well nested, and every `<` and `>` of a text is
 * escaped, so that whatever the reader of the page mistook for text stays text.
 *
 * Structure is written only when a text arrives that needs it, hence no empty paragraphs, and a
 * page's end tags may be missing or crossed.
 */
export class HtmlRebuild {
  readonly #baseUrl: string
  readonly #parts = new JoinedParts()
  readonly #stack: OpenElement[] = []
  #dropping: OpenElement | undefined
  #pendingText = ''
  #pendingSpace = false
  #pendingLines = 0
  #containers: Container[] = []
  /** The open paragraph or heading; '' is text directly in a list item. */
  #leaf: string | undefined
  #leafEnded = false
  #freshItem = false
  #inline: readonly string[] = []
  /** How many open elements are lists, items or quotations, and how many emphasis or links. */
  #open = { containers: 0, inline: 0 }

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl
  }

  /** A start tag. Undefined where its end tag will not matter. Attributes come undecoded. */
  open(tag: string, attributeOf: AttributeOf): OpenElement | undefined {
    if (this.#dropping !== undefined) return undefined
    const role = roleOf(tag)
    if (role.kind === 'transparent') return undefined
    this.#flush()
    if (role.kind === 'line') this.#pendingLines += 1
    if (role.kind === 'gap') this.#pendingSpace = true
    if (endsParagraph(role)) this.#leafEnded = true
    if (VOID_TAGS.has(tag) || role.kind === 'line' || role.kind === 'gap') return undefined
    this.#closeImplied(role)
    return this.#push(role, attributeOf)
  }

  /** A start tag whose element goes with all that is inside. */
  openRemoved(): OpenElement | undefined {
    if (this.#dropping !== undefined) return undefined
    this.#flush()
    return this.#push({ kind: 'drop' }, () => null)
  }

  /** An end tag, perhaps implied; one that has been dealt with already changes nothing. */
  close(element: OpenElement): void {
    this.#flush()
    if (this.#stack[element.depth] !== element) return
    this.#popTo(element.depth)
  }

  /** A piece of text as it stands in the page, character references and all. */
  text(raw: string): void {
    if (this.#dropping === undefined) this.#pendingText += raw
  }

  finish(): string {
    this.#flush()
    this.#endLeaf()
    this.#endContainers(0)
    return this.#parts.join()
  }

  /** No paragraph is open: a joiner alone would begin one that nobody sees. */
  #isBetween(): boolean {
    return this.#leaf === undefined || this.#leafEnded
  }

  #push(role: TagRole, attributeOf: AttributeOf): OpenElement | undefined {
    const depth = this.#stack.length
    if (depth >= MAX_DEPTH && role.kind !== 'drop') return undefined
    const href = role.kind === 'link' ? this.#hrefOf(attributeOf('href')) : undefined
    const attributes = role.kind === 'drop' ? '' : directionAndLanguage(attributeOf)
    const element = { role, depth, attributes, href }
    this.#stack.push(element)
    this.#count(element, 1)
    if (role.kind === 'drop') this.#dropping = element
    return element
  }

  #popTo(depth: number): void {
    for (const element of this.#stack.splice(depth)) {
      if (element === this.#dropping) this.#dropping = undefined
      if (endsParagraph(element.role)) this.#leafEnded = true
      this.#count(element, -1)
    }
  }

  #count({ role, href }: OpenElement, one: 1 | -1): void {
    if (isContainer(role)) this.#open.containers += one
    else if (role.kind === 'inline' || href !== undefined) this.#open.inline += one
  }

  /** End tags that HTML lets a page omit: a new item ends the last, a new paragraph the last. */
  #closeImplied(role: TagRole): void {
    if (role.kind !== 'item' && role.kind !== 'block') return
    const limit = role.kind === 'item' ? isListOrQuote : isContainer
    for (let depth = this.#stack.length - 1; depth >= 0; depth -= 1) {
      const open = this.#stack[depth]?.role
      if (open === undefined || limit(open)) return
      if (role.kind === 'item' ? open.kind === 'item' : open.kind === 'block' && open.as === 'p') {
        this.#popTo(depth)
        return
      }
    }
  }

  #hrefOf(raw: string | null): string | undefined {
    return raw === null ? undefined : resolveLink(decodeAttribute(raw), this.#baseUrl)
  }

  #flush(): void {
    const raw = this.#pendingText
    if (raw === '') return
    this.#pendingText = ''
    const isEven = !UNEVEN.test(raw)
    const text = isEven ? raw : evened(raw)
    const words = text.trim()
    if (words === '' || (this.#isBetween() && UNSEEN.test(words))) {
      this.#pendingSpace = true
      return
    }
    if (text.trimStart() !== text) this.#pendingSpace = true
    // Editors of SharePoint begin every paragraph with a space that nobody sees.
    const seen = this.#isBetween() ? words.replace(/^[\u200B\uFEFF]+/, '') : words
    this.#prepare()
    this.#parts.push(isEven ? seen : escapeQuoted(seen))
    this.#pendingSpace = text.trimEnd() !== text
  }

  /** Brings what is written to where the page stands: containers, paragraph, emphasis. */
  #prepare(): void {
    // Old editors write paragraphs as two line breaks.
    if (this.#pendingLines > 1 && this.#leaf?.startsWith('h') !== true) this.#leafEnded = true
    if (this.#open.containers > 0 || this.#containers.length > 0) this.#switchContainers()
    else if (this.#leafEnded) this.#endLeaf()
    this.#switchInline()
    this.#leafEnded = false
    this.#pendingLines = 0
    this.#pendingSpace = false
  }

  #switchContainers(): void {
    const path = containerPath(this.#stack)
    const shared = this.#containers.findIndex(
      (open, index) => open.from !== path[index]?.from || open.tag !== path[index]?.tag,
    )
    const kept = shared === -1 ? this.#containers.length : shared
    if (this.#leafEnded || kept < this.#containers.length || kept < path.length) this.#endLeaf()
    this.#endContainers(kept)
    for (const container of path.slice(kept)) this.#beginContainer(container)
  }

  #switchInline(): void {
    const wanted = this.#inlineWanted()
    const same =
      wanted.length === this.#inline.length &&
      wanted.every((tag, index) => tag === this.#inline[index])
    if (!same) this.#endInline()
    if (this.#leaf === undefined) this.#beginLeaf()
    else if (this.#pendingLines > 0) this.#parts.push('<br>')
    else if (this.#pendingSpace) this.#parts.push(' ')
    if (same) return
    for (const tag of wanted) this.#parts.push(tag)
    this.#inline = wanted
  }

  #inlineWanted(): readonly string[] {
    if (this.#open.inline === 0) return NOTHING
    const links = this.#stack.filter(({ href }) => href !== undefined)
    const href = links.at(-1)?.href
    const has = (as: 'strong' | 'em') =>
      this.#stack.some(({ role }) => role.kind === 'inline' && role.as === as)
    const tags = [has('strong') ? '<strong>' : '', has('em') ? '<em>' : '']
    if (href !== undefined)
      tags.unshift(`<a href="${escapeQuoted(href)}" rel="noopener noreferrer nofollow">`)
    return tags.filter((tag) => tag !== '')
  }

  #beginContainer(container: Container): void {
    this.#parts.push(`<${container.tag}${container.from.attributes}>`)
    this.#containers.push(container)
    this.#freshItem = container.tag === 'li'
  }

  #endContainers(kept: number): void {
    for (const { tag } of this.#containers.splice(kept).reverse()) this.#parts.push(`</${tag}>`)
  }

  #beginLeaf(): void {
    let block: string | undefined
    let attributes = ''
    for (let depth = this.#stack.length - 1; depth >= 0; depth -= 1) {
      const element = this.#stack[depth]
      if (element === undefined || isContainer(element.role)) break
      if (element.role.kind === 'block') block ??= element.role.as
      if (attributes === '' && endsParagraph(element.role)) attributes = element.attributes
    }
    const tag = block ?? 'p'
    const isBare = this.#freshItem && tag === 'p'
    if (!isBare) this.#parts.push(`<${tag}${attributes}>`)
    this.#leaf = isBare ? '' : tag
    this.#freshItem = false
  }

  #endLeaf(): void {
    this.#endInline()
    if (this.#leaf !== undefined && this.#leaf !== '') this.#parts.push(`</${this.#leaf}>`)
    this.#leaf = undefined
  }

  #endInline(): void {
    for (const tag of this.#inline.toReversed())
      this.#parts.push(`</${/\w+/.exec(tag)?.[0] ?? ''}>`)
    this.#inline = []
  }
}
