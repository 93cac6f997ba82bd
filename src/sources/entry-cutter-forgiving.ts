import { behindHidden, closeOf, type RawChild, type RawEntry } from './entry-cutter.ts'
import { localName, tagEnd, tagName } from './xml-tag.ts'

/** Real entries have ten to thirty children; one of thousands is an attack or html without a frame. */
const MAX_CHILDREN = 100
/** A start tag longer than this is all attributes. */
const LONGEST_TAG = 10_000

/** Start tags that cannot stand inside the element before them, which has therefore ended. */
const NEXT_CHILD =
  /<(?:(?:title|link|guid|id|pubdate|published|updated|description|summary|author|category|enclosure|comments|source|issued|modified|created)(?=[\s/>])|(?:content|dc|dcterms|atom|media|wfw|slash|feedburner):[\w-]+|\/(?:[\w.-]+:)?(?:item|entry|channel|rss|rdf|feed)(?=[\s>]))/i

/** How far a short element is searched for the child that shows that its end tag was lost. */
const SHORT = 4_000

/** These hold children of their own, or elements of their own name. */
const NESTING = /^(?:div|body|content|group|author|contributor|source|image)$/i
const TEXTS = /^(?:description|summary|content|encoded|body|div|abstract)$/i

/**
 * The children of an entry whose tags do not fit. An element without an end tag ends at the next child
 * that cannot be inside it, or with the entry.
 */
export function cutForgiving(raw: string): RawEntry | undefined {
  const end = tagEnd(raw, 0)
  return end === -1 || end > LONGEST_TAG ? undefined : new Cutter(raw).cut(end + 1)
}

class Cutter {
  readonly #raw: string
  #lower: string | undefined
  /** Some element is unbalanced: the next one of the kind would be searched as far, and in vain. */
  #isUnbalanced = false

  constructor(raw: string) {
    this.#raw = raw
  }

  cut(from: number): RawEntry {
    const raw = this.#raw
    const children: RawChild[] = []
    let position = from
    while (children.length < MAX_CHILDREN) {
      const start = raw.indexOf('<', position)
      if (start === -1) break
      const child = this.#childAt(start)
      position = typeof child === 'number' ? child : child.next
      if (typeof child === 'number') continue
      const { name, tag, inner } = child
      children.push({ name, tag, inner: closedCdata(inner) })
    }
    return { tag: raw.slice(0, from), children }
  }

  /** A child and where to go on, or only where to go on. */
  #childAt(start: number): (RawChild & { readonly next: number }) | number {
    const raw = this.#raw
    const hidden = behindHidden(raw, start)
    if (hidden !== undefined) return hidden
    const name = tagName(raw, start)
    const end = name === undefined ? -1 : tagEnd(raw, start)
    if (name === undefined || end === -1) return start + 1
    if (name.startsWith('/')) return end + 1
    const tag = raw.slice(start, end + 1)
    if (raw[end - 1] === '/') return { name, tag, inner: '', next: end + 1 }
    const close = this.#endOf(name, end + 1)
    const inner = raw.slice(end + 1, close)
    if (!lowered(raw.slice(close, close + name.length + 2)).startsWith(`</${lowered(name)}`))
      return { name, tag, inner, next: close }
    const behind = raw.indexOf('>', close)
    return { name, tag, inner, next: behind === -1 ? raw.length : behind + 1 }
  }

  /** End tags are written in another case, too. */
  #closeTag(name: string, from: number): number {
    const close = this.#raw.indexOf(`</${name}`, from)
    if (close !== -1) return close
    // A copy of the whole entry, made only where some end tag has capitals.
    this.#lower ??= /<\/[\w.:-]*[A-Z]/.test(this.#raw) ? lowered(this.#raw) : this.#raw
    return this.#lower.indexOf(`</${lowered(name)}`, from)
  }

  #endOf(name: string, from: number): number {
    const raw = this.#raw
    const local = localName(name)
    if (NESTING.test(local) && !this.#isUnbalanced) {
      const close = closeOf(raw, name, from)
      if (close !== -1) return close
      this.#isUnbalanced = true
    }
    const close = this.#closeTag(name, from)
    if (close !== -1 && TEXTS.test(local)) return close
    const to = close === -1 ? raw.length : Math.min(close, from + SHORT)
    const next = raw.slice(from, to).search(NEXT_CHILD)
    if (next !== -1) return from + next
    return close === -1 ? raw.length : close
  }
}

/** ASCII only: other letters change their length. */
function lowered(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** The end mark that was lost with the end tag. */
function closedCdata(inner: string): string {
  const open = inner.lastIndexOf('<![CDATA[')
  return open !== -1 && !inner.includes(']]>', open) ? `${inner}]]>` : inner
}
