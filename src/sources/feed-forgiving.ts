import { cutForgiving } from './entry-cutter-forgiving.ts'
import { withoutDoctype } from './doctype-entities.ts'
import { ForwardFinder } from './forward-finder.ts'
import { MAX_ENTRIES, type FeedFormat } from './feed-scan.ts'
import type { RawEntry } from './entry-cutter.ts'

/** A broken feed, cut into what can be told apart. */
export interface ForgivenFeed {
  readonly format: FeedFormat
  readonly around: readonly string[]
  readonly head: string
  readonly tail: string
  readonly entries: readonly ForgivenEntry[]
  readonly more: boolean
  /** True where the document ends before its root does: what it lacks is not missing. */
  readonly partial: boolean
}

interface ForgivenEntry {
  readonly raw: string
  readonly cut: RawEntry
}

/** A statement is cut at 300,000 letters; an entry of this length has lost its end tag. */
const LONGEST_ENTRY = 1_000_000

/** What decides where entries stand; everything else is skipped unseen. */
const EVENT = /<!\[CDATA\[|<!--|<\?|<(\/?)((?:[\w.-]+:)?(?:item|entry))(?=[\s/>])/gi
const ENTRY_START = /<(?:[\w.-]+:)?(?:item|entry)[\s/>]/i
/** Up to the next `<`: tags that never end would else each be followed to the end of the text. */
const ROOT = /<(?:[\w.-]+:)?(rss|rdf|feed)(?=[\s/>])[^<>]*>/i
const CHANNEL = /<(?:[\w.-]+:)?channel(?=[\s/>])[^<>]*>/i
const ROOT_END = /<\/(?:[\w.-]+:)?(?:rss|rdf|feed)\s*>/i

/**
 * The second path: cuts a feed that the strict one refused. An entry ends at its end tag, at the next
 * entry's start tag, or with the document; CDATA that never closes ends with its element; names
 * may be written in any case, and the root may be missing.
 *
 * Linear: every pattern goes forward only, and what was looked for in vain is not looked for again.
 * Undefined where the text holds no entry.
 */
export function forgiveFeed(document: string): ForgivenFeed | undefined {
  const text = withoutDoctype(document)
  if (text === undefined) return undefined
  const spans = new EntrySpans(text).find()
  const [first] = spans
  if (first === undefined) return undefined
  const head = text.slice(0, first.start)
  const root = ROOT.exec(head)
  // A page that shows how a feed is written is a page.
  if (root === null && /<html[\s>]/i.test(head)) return undefined
  const channel = CHANNEL.exec(head)
  const kept = spans.slice(0, MAX_ENTRIES)
  const entries = kept.flatMap(({ start, end, isOpen }): ForgivenEntry[] => {
    // Half of a text is no wording that anybody published; it will be whole at another poll.
    if (isOpen && end === text.length && !hasRootEnd(text.slice(start))) return []
    const raw = text.slice(start, Math.min(end, start + LONGEST_ENTRY))
    const cut = cutForgiving(raw)
    return cut === undefined || cut.children.length === 0 ? [] : [{ raw, cut }]
  })
  if (entries.length === 0) return undefined
  return {
    format: formatOf(root?.[1], first.name),
    around: [root?.[0], channel?.[0]].filter((tag) => tag !== undefined),
    head: head.slice(root === null ? 0 : root.index + root[0].length),
    entries,
    more: spans.length > MAX_ENTRIES,
    tail: text.slice(kept.at(-1)?.end ?? 0).slice(0, 20_000),
    partial: !hasRootEnd(text.slice(kept.at(-1)?.start ?? 0)),
  }
}

function formatOf(root: string | undefined, entry: string): FeedFormat {
  if (root?.toLowerCase() === 'rdf') return 'rdf'
  return /entry$/i.test(entry) && root?.toLowerCase() !== 'rss' ? 'atom' : 'rss'
}

function hasRootEnd(text: string): boolean {
  return ROOT_END.test(text)
}

interface Span {
  readonly name: string
  readonly start: number
  readonly end: number
  /** No end tag of its own. */
  readonly isOpen: boolean
}

class EntrySpans {
  readonly #text: string
  readonly #spans: Span[] = []
  /** The name of the first entry: `media:item` inside `item` is another thing. */
  #name = ''
  #start = -1
  readonly #finder: ForwardFinder

  constructor(text: string) {
    this.#text = text
    this.#finder = new ForwardFinder(text)
  }

  find(): readonly Span[] {
    EVENT.lastIndex = 0
    for (;;) {
      const event = EVENT.exec(this.#text)
      if (event === null || this.#spans.length > MAX_ENTRIES) break
      const [whole, slash = '', name] = event
      if (name === undefined) EVENT.lastIndex = this.#behindHidden(event.index, whole)
      else this.#tag(event.index, slash === '/', name.toLowerCase())
    }
    this.#close(this.#text.length, true)
    return this.#spans
  }

  #tag(at: number, isEnd: boolean, name: string): void {
    if (this.#name === '' && !isEnd) this.#name = name
    if (name !== this.#name) return
    if (isEnd) {
      const end = this.#text.indexOf('>', at)
      this.#close(end === -1 ? this.#text.length : end + 1, false)
      return
    }
    this.#close(at, true)
    this.#start = at
  }

  #close(end: number, isOpen: boolean): void {
    if (this.#start === -1) return
    this.#spans.push({ name: this.#name, start: this.#start, end, isOpen })
    this.#start = -1
  }

  #behindHidden(at: number, open: string): number {
    if (open === '<?') {
      const end = this.#finder.find('?>', at)
      return end === -1 ? at + 2 : end + 2
    }
    if (open === '<!--') {
      const end = this.#finder.find('-->', at + 4)
      // A comment that never ends hides nothing: its mark is passed over.
      return end === -1 || this.#hasEaten(at, open, end) ? at + 4 : end + 3
    }
    const end = this.#finder.find(']]>', at)
    return end === -1 || this.#hasEaten(at, open, end) ? this.#endOfElement(at) : end + 3
  }

  /** What ends late has begun twice, with an entry between. */
  #hasEaten(at: number, open: string, end: number): boolean {
    const next = this.#text.indexOf(open, at + open.length)
    return next !== -1 && next < end && ENTRY_START.test(this.#text.slice(at, next))
  }

  /** Unclosed CDATA ends where the element around it does. */
  #endOfElement(at: number): number {
    const name = /<([\w.:-]+)[^<>]*>\s*$/.exec(this.#text.slice(Math.max(0, at - 300), at))?.[1]
    const end = name === undefined ? -1 : this.#finder.find(`</${name}`, at)
    return end === -1 ? at + 9 : end
  }
}
