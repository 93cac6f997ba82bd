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

const MAX_OPEN = 500
const LONGEST_TAG = 4_000

/**
 * Shows a fragment of html to a visitor, tag by tag: the tokeniser for what feeds carry. Pages go
 * with selectors go through HTMLRewriter, which skips what nobody asked for; in a statement every tag and text is asked
 * for, and its calls from C++ into JavaScript then cost some 7 microseconds each: 41 ms of CPU for a
 * feed of twenty texts that are read here in two.
 *
 * It need not agree with any browser about broken markup, since nothing passes through a rebuild
 * but letters. It must be linear: each step goes forward, and no end tag looks at more than what
 * it closes.
 */
export function walkFragment<T>(html: string, visitor: FragmentVisitor<T>): void {
  new Fragment(html, visitor).walk()
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

  walk(): void {
    const end = this.#html.length
    let position = 0
    while (position < end) {
      const start = this.#html.indexOf('<', position)
      if (start === -1) break
      if (start > position) this.#visitor.text(this.#html.slice(position, start), position)
      position = this.#markup(start)
    }
    if (position < end) this.#visitor.text(this.#html.slice(position), position)
    this.#closeFrom(0, end, end)
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
    const source = this.#html.slice(start, Math.min(end, start + LONGEST_TAG))
    const opened = this.#visitor.open(tag, attributesOf(source), start, end + 1)
    if (!VOID_TAGS.has(tag) && this.#open.length < MAX_OPEN) {
      this.#open.push({ tag, opened })
      this.#openTags.set(tag, (this.#openTags.get(tag) ?? 0) + 1)
    }
    return end + 1
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

/** The `>` that ends a tag; quotes hide it only behind an equals sign, as browsers have it. */
function tagEnd(html: string, start: number): number {
  const first = html.indexOf('>', start)
  if (first === -1 || !html.slice(start, first).includes('=')) return first
  let quote = ''
  let isValue = false
  for (let index = start + 1; index < html.length; index += 1) {
    const letter = html[index] ?? ''
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '>') return index
    else if (letter === '=') isValue = true
    else if (isValue && (letter === '"' || letter === "'")) quote = letter
    if (letter !== '=' && letter.trim() !== '') isValue = false
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
