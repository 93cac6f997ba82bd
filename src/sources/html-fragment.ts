import { isLetter } from '../text/html-text.ts'
import { attributesOf } from './tag-attributes.ts'
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
  /** Elements deeper than this are read flat; 500 where it is left out. */
  readonly maxOpen?: number
  /** A piece of text as it stands, references and all. */
  readonly text: (raw: string, start: number) => void
}

/** An element whose end tag is awaited. */
interface Awaited<T> {
  readonly tag: string
  readonly opened: T | undefined
}

/** Elements whose content is no markup (HTML Standard, 13.2.5.2 to 13.2.5.4). All are dropped whole. */
const RAW: ReadonlySet<string> = new Set(
  'script style textarea title xmp iframe noembed noframes noscript'.split(' '),
)

const MAX_OPEN = 500

/**
 * Shows html to a visitor, tag by tag: the one tokeniser for what feeds carry and for pages. HTMLRewriter's
 * calls from C++ into JavaScript cost some 7 microseconds each, and in a statement every tag and text is
 * asked for: 41 ms of CPU for a feed of twenty texts that are read here in two.
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
  /** The `>` directly behind the last name, where there is one. */
  #endOfName = -1

  constructor(html: string, visitor: FragmentVisitor<T>) {
    this.#html = html
    this.#visitor = visitor
  }

  walk(): void {
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
    }
    if (position < end) this.#visitor.text(this.#html.slice(position), position)
    this.#closeFrom(0, end, end)
  }

  /** Deals with what begins at a `<`; answers where to go on. What never ends takes the rest. */
  #markup(start: number): number {
    const next = this.#html.charCodeAt(start + 1)
    const isEnd = next === SLASH
    const name = this.#nameAt(isEnd ? start + 2 : start + 1)
    if (name !== '') return isEnd ? this.#endTag(start, name) : this.#startTag(start, name)
    if (this.#html.startsWith('<!--', start)) return this.#behind(/--!?>/g, start + 2)
    if (isEnd || next === EXCLAMATION || next === QUESTION) return this.#behind(/>/g, start)
    this.#visitor.text('<', start)
    return start + 1
  }

  #behind(pattern: RegExp, from: number): number {
    pattern.lastIndex = from
    return pattern.exec(this.#html) === null ? this.#html.length : pattern.lastIndex
  }

  /** A letter, and what follows up to a blank, a slash or the tag's end; in lower case, '' where there is none. */
  #nameAt(start: number): string {
    const html = this.#html
    if (!isLetter(html.charCodeAt(start))) return ''
    let end = start + 1
    let isPlain = true
    for (; end < html.length; end += 1) {
      const code = html.charCodeAt(end)
      if (code === SLASH || code === GREATER || code <= SPACE) break
      isPlain &&= code >= 0x61 || (code >= 0x30 && code <= 0x39)
      if (code > 0x7f && isBlank(code)) break
    }
    const name = html.slice(start, end)
    this.#endOfName = isPlain && html.charCodeAt(end) === GREATER ? end : -1
    return isPlain && html.charCodeAt(start) >= 0x61 ? name : name.toLowerCase()
  }

  #startTag(start: number, tag: string): number {
    const isBare = this.#endOfName !== -1
    const end = isBare ? this.#endOfName : tagEnd(this.#html, start)
    if (end === -1 || tag === 'plaintext') return this.#html.length
    if (RAW.has(tag)) return this.#behindRaw(tag, end)
    const attributeOf = isBare ? noAttribute : attributesOf(this.#html, start, end)
    const opened = this.#visitor.open(tag, attributeOf, start, end + 1)
    if (!VOID_TAGS.has(tag) && this.#open.length < (this.#visitor.maxOpen ?? MAX_OPEN)) {
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
    const end = this.#endOfName === -1 ? tagEnd(this.#html, start) : this.#endOfName
    if (end === -1) return this.#html.length
    if ((this.#openTags.get(tag) ?? 0) > 0) this.#closeFrom(this.#depthOf(tag), start, end + 1)
    // The one end tag that means something alone (HTML Standard, 13.2.6.4.7).
    else if (tag === 'br') this.#visitor.open('br', noAttribute, start, end + 1)
    return end + 1
  }

  #closeFrom(depth: number, start: number, end: number): void {
    while (this.#open.length > depth) {
      const { tag, opened } = this.#open.pop() ?? NOTHING
      this.#openTags.set(tag, (this.#openTags.get(tag) ?? 1) - 1)
      if (opened !== undefined) this.#visitor.close(opened, start, end)
    }
  }

  /** Nearly always the end tag is that of the innermost element. */
  #depthOf(tag: string): number {
    let depth = this.#open.length - 1
    while (depth > 0 && this.#open[depth]?.tag !== tag) depth -= 1
    return depth
  }
}

function noAttribute(): null {
  return null
}

const NOTHING = { tag: '', opened: undefined }

const [SPACE, DOUBLE_QUOTE, SINGLE_QUOTE, EQUALS, GREATER] = [0x20, 0x22, 0x27, 0x3d, 0x3e]
const [EXCLAMATION, SLASH, QUESTION] = [0x21, 0x2f, 0x3f]

/** A letter, `/`, `!` or `?`. */
function beginsMarkup(code: number): boolean {
  return isLetter(code) || code === SLASH || code === EXCLAMATION || code === QUESTION
}

/** White space beyond ASCII; names of elements are ASCII nearly always. */
function isBlank(code: number): boolean {
  return /\s/.test(String.fromCharCode(code))
}

/**
 * A tag as nearly all are written, up to its end. No part of it can end in two places, so that it takes no
 * longer than its length; what has other quotes is gone over letter by letter.
 */
const PLAIN_TAG = /[^"'=>]*(?:=\s*(?:"[^"]*"|'[^']*'|[^\s"'>])[^"'=>]*)*>/y

/** The `>` that ends a tag; quotes hide it only behind an equals sign, as browsers have it. */
function tagEnd(html: string, start: number): number {
  PLAIN_TAG.lastIndex = start + 1
  if (PLAIN_TAG.test(html)) return PLAIN_TAG.lastIndex - 1
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
