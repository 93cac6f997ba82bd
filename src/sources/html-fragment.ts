import { VOID_TAGS } from './html-tags-table.ts'

/** What is told of a fragment while it goes by. `T` is the visitor's own idea of an open element. */
export interface FragmentVisitor<T> {
  /** A start tag. `start` and `end`: where it stands, `end` behind its `>`. */
  readonly open: (
    tag: string,
    attributeOf: (name: string) => string | null,
    start: number,
    end: number,
  ) => T | undefined
  /** The end of an element that `open` answered for, really or by implication. */
  readonly close: (opened: T, start: number, end: number) => void
  /** The fragment is a part of a page: the end of a block that began before it ends all that is open. */
  readonly isPart?: boolean
  /** Asked behind every tag: is the rest of no interest? */
  readonly isDone?: () => boolean
  /** A piece of text as it stands, references and all. */
  readonly text: (raw: string, start: number) => void
}

/** An element whose end tag is awaited. */
interface Awaited<T> {
  readonly tag: string
  readonly opened: T | undefined
}

/** Elements whose content is no markup (HTML Standard, 13.2.5.2 to 13.2.5.4). All are dropped whole. */
const RAW = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes|noscript)$/

/** Elements that pages are built of; `</b>` alone means nothing. */
const OUTER =
  /^(?:div|section|article|main|aside|header|footer|nav|form|table|tbody|thead|tr|td|th|ul|ol|dl|blockquote|figure|center|body|html)$/

const MAX_OPEN = 500
const LONGEST_TAG = 4_000

/**
 * Shows a fragment of html to a visitor, tag by tag: the tokeniser for what feeds carry. Pages go
 * with selectors go through HTMLRewriter, which skips what nobody asked for; in a statement every tag and text is asked
 * for, and its calls from C++ into JavaScript then cost some 7 microseconds each: 41 ms of CPU for a
 * feed of twenty texts that are read here in two.
 *
 * Answers where it stopped: at the end, or where the visitor was done.
 *
 * It need not agree with any browser about broken markup, since nothing passes through a rebuild
 * but letters. It must be linear: each step goes forward, and no end tag looks at more than what
 * it closes.
 */
export function walkFragment<T>(html: string, visitor: FragmentVisitor<T>): number {
  return new Fragment(html, visitor).walk()
}

class Fragment<T> {
  readonly #html: string
  readonly #visitor: FragmentVisitor<T>
  readonly #open: Awaited<T>[] = []
  readonly #openTags = new Map<string, number>()

  constructor(html: string, visitor: FragmentVisitor<T>) {
    this.#html = html
    this.#visitor = visitor
  }

  walk(): number {
    const end = this.#html.length
    let position = 0
    let from = 0
    while (position < end) {
      const start = this.#html.indexOf('<', from)
      if (start === -1) break
      from = start + 1
      // "1 < 2": a sign that begins nothing is a letter of the text around it.
      if (!beginsMarkup(this.#html.charCodeAt(from))) continue
      if (start > position) this.#visitor.text(this.#html.slice(position, start), position)
      position = this.#markup(start)
      from = position
      if (this.#visitor.isDone?.() === true) return position
    }
    if (position < end) this.#visitor.text(this.#html.slice(position), position)
    this.#closeFrom(0, end, end)
    return end
  }

  /** Deals with what begins at a `<`; answers where to go on. What never ends takes the rest. */
  #markup(start: number): number {
    const next = this.#html[start + 1] ?? ''
    if (this.#html.startsWith('<!--', start)) return this.#behind(/--!?>/g, start + 2)
    const isEnd = next === '/'
    const name = this.#nameAt(isEnd ? start + 2 : start + 1)
    if (name !== undefined) return isEnd ? this.#endTag(start, name) : this.#startTag(start, name)
    if (next === '!' || next === '?' || isEnd) return this.#behind(/>/g, start)
    this.#visitor.text('<', start)
    return start + 1
  }

  #behind(pattern: RegExp, from: number): number {
    pattern.lastIndex = from
    return pattern.exec(this.#html) === null ? this.#html.length : pattern.lastIndex
  }

  #nameAt(start: number): string | undefined {
    const name = /[A-Za-z][^\s/>]*/y
    name.lastIndex = start
    return name.exec(this.#html)?.[0].toLowerCase()
  }

  #startTag(start: number, tag: string): number {
    const end = tagEnd(this.#html, start)
    if (end === -1 || tag === 'plaintext') return this.#html.length
    if (RAW.test(tag)) return this.#behindRaw(tag, end)
    const source = this.#tagAt(start, end)
    const opened = this.#visitor.open(tag, attributesOf(source), start, end + 1)
    if (!VOID_TAGS.has(tag) && this.#open.length < MAX_OPEN) {
      this.#open.push({ tag, opened })
      this.#openTags.set(tag, (this.#openTags.get(tag) ?? 0) + 1)
    }
    return end + 1
  }

  /** The middle of a very long tag is left out: a page may carry its data in an attribute. */
  #tagAt(start: number, end: number): string {
    if (end - start <= LONGEST_TAG) return this.#html.slice(start, end)
    const half = LONGEST_TAG / 2
    return `${this.#html.slice(start, start + half)}" ${this.#html.slice(end - half, end)}`
  }

  #behindRaw(tag: string, end: number): number {
    const close = this.#behind(new RegExp(`</${tag}(?=[\\s/>])`, 'gi'), end)
    return close === this.#html.length ? close : this.#behind(/>/g, close)
  }

  #endTag(start: number, tag: string): number {
    const end = tagEnd(this.#html, start)
    if (end === -1) return this.#html.length
    if ((this.#openTags.get(tag) ?? 0) > 0)
      this.#closeFrom(
        this.#open.findLastIndex((element) => element.tag === tag),
        start,
        end + 1,
      )
    else if (this.#visitor.isPart === true && OUTER.test(tag)) this.#closeFrom(0, start, end + 1)
    // The one end tag that means something alone (HTML Standard, 13.2.6.4.7).
    else if (tag === 'br') this.#visitor.open('br', () => null, start, end + 1)
    return end + 1
  }

  #closeFrom(depth: number, start: number, end: number): void {
    for (const { tag, opened } of this.#open.splice(depth).reverse()) {
      this.#openTags.set(tag, (this.#openTags.get(tag) ?? 1) - 1)
      if (opened !== undefined) this.#visitor.close(opened, start, end)
    }
  }
}

/** A letter, `/`, `!` or `?`. */
function beginsMarkup(code: number): boolean {
  const lower = code | 0x20
  return (lower >= 0x61 && lower <= 0x7a) || code === 0x2f || code === 0x21 || code === 0x3f
}

const [SPACE, DOUBLE_QUOTE, SINGLE_QUOTE, EQUALS, GREATER] = [0x20, 0x22, 0x27, 0x3d, 0x3e]

/** The `>` that ends a tag; quotes hide it only behind an equals sign, as browsers have it. */
function tagEnd(html: string, start: number): number {
  const first = html.indexOf('>', start)
  if (first === -1 || !html.slice(start, first).includes('=')) return first
  let isValue = false
  for (let index = start + 1; index < html.length; index += 1) {
    const code = html.charCodeAt(index)
    if (code === GREATER) return index
    if (code === EQUALS) {
      isValue = true
      continue
    }
    if (isValue && (code === DOUBLE_QUOTE || code === SINGLE_QUOTE)) {
      index = html.indexOf(code === DOUBLE_QUOTE ? '"' : "'", index + 1)
      if (index === -1) return -1
    }
    if (code > SPACE) isValue = false
  }
  return -1
}

const NO_ATTRIBUTE = () => null

/** The attributes of a tag by name; most are asked for in vain, so a look at the letters goes first. */
function attributesOf(tag: string): (name: string) => string | null {
  if (!tag.includes('=')) return NO_ATTRIBUTE
  const lower = tag.toLowerCase()
  return (name) => (lower.includes(name) ? attributeOf(tag, name) : null)
}

/** An attribute, undecoded; the first of two counts. */
function attributeOf(tag: string, wanted: string): string | null {
  for (const [, name, double, single, bare] of tag.matchAll(ATTRIBUTE)) {
    if (name?.toLowerCase() === wanted) return double ?? single ?? bare ?? ''
  }
  return null
}

/** Begins behind a separator only, so that a long run of letters is tried once. */
const ATTRIBUTE = /(?<=[\s/"'])([^\s=>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/g
