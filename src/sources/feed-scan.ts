import { doctypeAt } from './doctype.ts'
import type { Refusal } from './reading.ts'
import { refused } from './refused.ts'
import { localName, tagEnd, tagName } from './xml-tag.ts'

export type FeedFormat = 'rss' | 'rdf' | 'atom'

/** A feed cut into its entries, none of which has been parsed. */
export interface FeedScan {
  readonly kind: 'scanned'
  readonly format: FeedFormat
  /** Start tags around the entries (rss, channel), outermost first: they declare base and language. */
  readonly around: readonly string[]
  /** The raw XML between the root and the first entry. */
  readonly head: string
  /** The raw XML behind the last entry: some feeds describe themselves there. */
  readonly tail: string
  /** Raw XML of each entry, its own tags included. */
  readonly entries: readonly string[]
  /** True where the document has more than MAX_ENTRIES. */
  readonly more: boolean
}

export const MAX_ENTRIES = 500
const MAX_ATTRIBUTES = 100
const DOCTYPE = /<!doctype/iy
const LONGEST_TAIL = 20_000

const ROOTS: ReadonlyMap<string, FeedFormat> = new Map([
  ['rss', 'rss'],
  ['RDF', 'rdf'],
  ['feed', 'atom'],
])

/** A start tag of an entry, wherever it stands: in the markup or lost inside something else. */
const ENTRY_START = /<(?:[\w.-]+:)?(?:item|entry)[\s/>]/

/**
 * Cuts a feed into entries by looking at the `<` only, so that known entries cost nothing and a
 * parser sees one entry at a time: its first call over a whole feed takes 15 to 20 ms of the 10 ms
 * that the free plan allows (performance report, 5b).
 *
 * A parser is quiet about much that loses statements; here it is refused. `truncated`: the root,
 * an entry, CDATA or a comment never ends. `malformed`: an entry inside an entry, or an entry's start
 * tag swallowed by CDATA or a comment that began twice, or by nothing we understood.
 */
export function scanFeed(text: string): FeedScan | Refusal {
  const scan = new Scan(text)
  return scan.run()
}

class Scan {
  readonly #text: string
  readonly #entries: string[] = []
  readonly #around: string[] = []
  #root: { readonly name: string; readonly format: FeedFormat } | undefined
  #rootEnd = -1
  #headEnd = -1
  #entryName: string | undefined
  #entryStart = -1
  #entriesEnd = -1
  #ended = false
  #more = false

  constructor(text: string) {
    this.#text = text
  }

  run(): FeedScan | Refusal {
    let position = this.#text.indexOf('<')
    while (position !== -1 && !this.#ended) {
      const next = this.#step(position)
      if (typeof next !== 'number') return next
      position = this.#text.indexOf('<', next)
    }
    return this.#result()
  }

  /** Deals with what begins at a `<`; answers where to go on. */
  #step(start: number): number | Refusal {
    const text = this.#text
    const name = tagName(text, start)
    if (name === undefined) return this.#declaration(start)
    const end = tagEnd(text, start)
    if (end === -1) return this.#cut(`<${name.slice(0, 40)}>`)
    return name.startsWith('/')
      ? this.#endTag(name.slice(1), end)
      : this.#startTag(name, start, end)
  }

  #declaration(start: number): number | Refusal {
    const text = this.#text
    if (text.startsWith('<![CDATA[', start)) return this.#skip(start, '<![CDATA[', ']]>')
    if (text.startsWith('<!--', start)) return this.#skip(start, '<!--', '-->')
    if (text.startsWith('<?', start)) return this.#skip(start, '<?', '?>')
    DOCTYPE.lastIndex = start
    return DOCTYPE.test(text) ? this.#doctype(start) : start + 1
  }

  #skip(start: number, open: string, close: string): number | Refusal {
    const end = this.#text.indexOf(close, start + open.length)
    if (end === -1) return this.#root === undefined ? this.#text.length : this.#cut(open)
    const inside = this.#text.slice(start + open.length, end)
    // CDATA that ends late has eaten the next entry, and with it the next `<![CDATA[`. An article
    // that merely shows how a feed is written has the one without the other.
    // Its `!` is looked for first: an article has many `<`.
    const mayHave = open !== '<?' && inside.includes(open.slice(1))
    if (mayHave && inside.includes(open) && ENTRY_START.test(inside)) {
      return refused('malformed', ['lost-entry', open])
    }
    return end + close.length
  }

  /** Skipped unread, since all it could do is redefine "&lt;" or fetch files (feeds report, 9). */
  #doctype(start: number): number | Refusal {
    const doctype = doctypeAt(this.#text, start)
    if (doctype === undefined) return this.#cut('DOCTYPE')
    if (doctype.subset.includes('<!ENTITY')) {
      return refused('malformed', ['own-entities'])
    }
    return doctype.end
  }

  #startTag(name: string, start: number, end: number): number | Refusal {
    const local = localName(name)
    if (tooManyAttributes(this.#text, start, end)) {
      return refused('malformed', ['attributes', name.slice(0, 40), MAX_ATTRIBUTES])
    }
    const isEmpty = this.#text[end - 1] === '/'
    if (this.#root === undefined) return this.#beforeRoot(name, local, start, end, isEmpty)
    if (local === 'channel' && this.#entries.length === 0)
      this.#around.push(this.#text.slice(start, end + 1))
    if (local !== (this.#root.format === 'atom' ? 'entry' : 'item')) return end + 1
    // `media:item` inside `item` is another thing.
    if (this.#entryName !== undefined && this.#entryName !== name) return end + 1
    if (this.#entryName !== undefined) {
      return refused('malformed', ['open-entry'])
    }
    if (this.#headEnd === -1) this.#headEnd = start
    if (isEmpty) return end + 1
    this.#entryName = name
    this.#entryStart = start
    return end + 1
  }

  /** What stands before the root is somebody's warning: `<br /><b>Warning</b>: …` of PHP. */
  #beforeRoot(
    name: string,
    local: string,
    start: number,
    end: number,
    isEmpty: boolean,
  ): number | Refusal {
    const format = ROOTS.get(local)
    if (local.toLowerCase() === 'html') return refused('not-a-listing', ['page-no-feed'])
    if (format === undefined) return end + 1
    this.#root = { name, format }
    this.#rootEnd = end + 1
    this.#around.push(this.#text.slice(start, end + 1))
    this.#ended = isEmpty
    return end + 1
  }

  #endTag(name: string, end: number): number | Refusal {
    if (name === this.#entryName) {
      this.#entries.push(this.#text.slice(this.#entryStart, end + 1))
      this.#entryName = undefined
      this.#entriesEnd = end + 1
      if (this.#entries.length >= MAX_ENTRIES) return this.#stopEarly(end)
    } else if (name === this.#root?.name) {
      if (this.#entryName !== undefined) return refused('malformed', ['open-last-entry'])
      if (this.#headEnd === -1) this.#headEnd = end
      this.#ended = true
    }
    return end + 1
  }

  #stopEarly(end: number): number {
    this.#more = ENTRY_START.test(this.#text.slice(end))
    this.#ended = this.#text.includes(`</${this.#root?.name ?? ''}`, end)
    return this.#text.length
  }

  #result(): FeedScan | Refusal {
    if (this.#root === undefined) return refused('not-a-listing', ['no-root'])
    if (!this.#ended) return this.#cut()
    if (this.#entries.length === 0 && ENTRY_START.test(this.#text)) {
      return refused('malformed', ['unread-entries'])
    }
    const head = this.#text.slice(this.#rootEnd, Math.max(this.#headEnd, this.#rootEnd))
    const { format } = this.#root
    return {
      kind: 'scanned',
      format,
      around: this.#around,
      head,
      tail: this.#text.slice(this.#entriesEnd, this.#entriesEnd + LONGEST_TAIL),
      entries: this.#entries,
      more: this.#more,
    }
  }

  /** A cut feed is never a list: what it lacks would look withdrawn, or never have been. */
  #cut(inside?: string): Refusal {
    return refused('truncated', inside === undefined ? ['cut'] : ['cut-inside', inside])
  }
}

function tooManyAttributes(text: string, start: number, end: number): boolean {
  return (
    end - start > MAX_ATTRIBUTES * 4 &&
    text.slice(start, end).split(/=\s*["']/).length > MAX_ATTRIBUTES + 1
  )
}
