import { VOID_TAGS } from './html-tags-table.ts'
import { walkFragment } from './html-fragment.ts'
import { OUTSIDE, SelectorSet, type Standing } from './selector-set.ts'

/** An element of a page while it goes by; nothing of it may be kept after the call. */
export interface PageElement {
  readonly tagName: string
  /** Undecoded. */
  readonly getAttribute: (name: string) => string | null
  /** Where its start tag begins in the page; undefined where a marked copy of the page is read. */
  readonly start: number | undefined
}

export interface PageHandler {
  readonly element: (element: PageElement) => void
  /** Every piece of text inside, undecoded. */
  readonly text?: (raw: string) => void
}

/** What is called when an element ends. `end`: where its content does, counted as its `start` is. */
type AtEnd = (end: number) => void

/** Who wants to know when the element that is just opening ends, really or by implication. */
export class ElementEnds {
  #waiting: AtEnd[] = []

  when(callback: AtEnd): void {
    this.#waiting.push(callback)
  }

  take(): readonly AtEnd[] {
    const taken = this.#waiting
    this.#waiting = []
    return taken
  }
}

interface OpenElement {
  readonly ends: readonly AtEnd[]
  readonly marks: readonly number[]
}

/** An open element of a page that is read by our own selectors. */
interface StandingElement extends OpenElement {
  readonly standing: Standing
}

/** Real pages nest some thirty deep; one that never ends its items has a list of them. */
const MAX_OPEN = 20_000

/**
 * A page whose elements are chosen by selectors.
 *
 * Selectors as operators write them are asked by our own tokeniser, in its one pass. What only HTMLRewriter
 * knows (`:nth-child()`) is asked of HTMLRewriter, each of whose calls from C++ into JavaScript costs
 * 4 to 7 microseconds: a text handler is called twice a text, an end handler once an element. So it is
 * asked for one call a chosen element, in which the element is marked by an attribute; its output is then
 * walked by the same tokeniser (decisions 15 and 20).
 */
export class MarkedPage {
  readonly ends = new ElementEnds()
  readonly #selected: { readonly selector: string; readonly handler: PageHandler }[] = []
  /** Called for every element inside those of a selector. */
  readonly #inside: { readonly of: number; readonly handler: PageHandler }[] = []
  readonly #open: number[] = []
  #openMarks = 0

  on(selector: string, handler: PageHandler): this {
    this.#selected.push({ selector, handler })
    this.#open.push(0)
    return this
  }

  /** `handler.element` is told of all that is inside the elements of the selector that is given next. */
  insideNext(handler: PageHandler): this {
    this.#inside.push({ of: this.#selected.length, handler })
    return this
  }

  /** @throws TypeError where the page cannot be tokenised even without its select elements. */
  async walk(html: string): Promise<void> {
    const selectors = SelectorSet.of(this.#selected.map(({ selector }) => selector))
    if (selectors === undefined) await this.#walkMarked(html)
    else this.#walkWhole(html, selectors)
  }

  #walkWhole(html: string, selectors: SelectorSet): void {
    const matcher = selectors.over(html)
    const path: StandingElement[] = []
    walkFragment<StandingElement>(html, {
      maxOpen: MAX_OPEN,
      open: (tag, attributeOf, start, end) => {
        const parent = path[path.length - 1] ?? PAGE
        const standing = matcher.at(tag, attributeOf, start, end, parent.standing)
        const opened = this.#enter(tag, attributeOf, matcher.found, start)
        if (VOID_TAGS.has(tag)) return undefined
        // Read flat: nobody tells when it ends.
        if (path.length >= MAX_OPEN) {
          if (opened !== undefined) this.#leave(opened, end)
          return undefined
        }
        const element = standingElement(opened, standing, parent)
        path.push(element)
        return element
      },
      close: (element, end) => {
        while (path.length > 0 && path.pop() !== element);
        this.#leave(element, end)
      },
      text: (raw) => this.#text(raw),
    })
  }

  async #walkMarked(html: string): Promise<void> {
    const mark = freeMark(html)
    walkFragment<OpenElement>(await this.#marked(html, mark), {
      maxOpen: MAX_OPEN,
      open: (tag, attributeOf) => {
        const marked = attributeOf(mark)
        const marks = marked === null ? NO_MARKS : marked.trim().split(' ').map(Number)
        return this.#enter(tag, attributeOf, marks, undefined)
      },
      close: (opened, end) => this.#leave(opened, end),
      text: (raw) => this.#text(raw),
    })
  }

  /**
   * HTMLRewriter gives up on a script inside a select ("ambiguous"), and so on a whole page for the
   * sake of its search form.
   */
  async #marked(html: string, mark: string): Promise<string> {
    try {
      return await this.#rewritten(html, mark)
    } catch (error) {
      const lighter = withoutSelects(html)
      if (lighter === html) throw error
      return await this.#rewritten(lighter, mark)
    }
  }

  async #rewritten(html: string, mark: string): Promise<string> {
    const rewriter = new HTMLRewriter()
    for (const [index, { selector }] of this.#selected.entries()) {
      rewriter.on(selector, {
        element: (element) => {
          element.setAttribute(mark, `${element.getAttribute(mark) ?? ''}${index} `)
        },
      })
    }
    return await rewriter.transform(new Response(html)).text()
  }

  #text(raw: string): void {
    if (this.#openMarks === 0) return
    for (const [index, { handler }] of this.#selected.entries()) {
      if ((this.#open[index] ?? 0) > 0) handler.text?.(raw)
    }
  }

  /** In the order in which they were given: the one that says "remove" is asked before the one that opens. */
  #enter(
    tagName: string,
    getAttribute: PageElement['getAttribute'],
    marks: readonly number[],
    start: number | undefined,
  ): OpenElement | undefined {
    if (marks.length === 0 && this.#openMarks === 0) return undefined
    const element = { tagName, getAttribute, start }
    const within = this.#inside.filter(({ of }) => (this.#open[of] ?? 0) > 0)
    if (marks.length + within.length === 0) return undefined
    for (const [index, { handler }] of this.#selected.entries()) {
      for (const inside of within) if (inside.of === index) inside.handler.element(element)
      if (marks.includes(index)) handler.element(element)
    }
    const ends = this.ends.take()
    if (VOID_TAGS.has(element.tagName)) {
      for (const end of ends) end(start ?? 0)
      return undefined
    }
    for (const index of marks) this.#open[index] = (this.#open[index] ?? 0) + 1
    this.#openMarks += marks.length
    return marks.length + ends.length === 0 ? undefined : { ends, marks }
  }

  #leave({ ends, marks }: OpenElement, at: number): void {
    for (const index of marks) this.#open[index] = (this.#open[index] ?? 1) - 1
    this.#openMarks -= marks.length
    for (const end of ends) end(at)
  }
}

const NO_MARKS: readonly number[] = []
const PAGE: StandingElement = { standing: OUTSIDE, ends: [], marks: NO_MARKS }

/** Most elements say nothing new: they stand as their parent does. */
function standingElement(
  opened: OpenElement | undefined,
  standing: Standing,
  parent: StandingElement,
): StandingElement {
  if (opened !== undefined) return { ...opened, standing }
  const isQuiet = standing === parent.standing && parent.marks.length + parent.ends.length === 0
  return isQuiet ? parent : { standing, ends: [], marks: NO_MARKS }
}

/** Behind the last end tag nothing is tried: there each of a thousand starts would be, to the end of the page. */
function withoutSelects(html: string): string {
  const last = [...html.matchAll(/<\/select\s*>/gi)].at(-1)
  if (last === undefined) return html
  const end = last.index + last[0].length
  return html.slice(0, end).replace(/<select[\s>][\s\S]*?<\/select\s*>/gi, ' ') + html.slice(end)
}

/** An attribute's name that the page does not have: found in one pass, however many it has. */
function freeMark(html: string): string {
  const taken = new Set(Array.from(html.matchAll(/data-bayan(\d{1,9})x/g), ([, number]) => number))
  let number = 0
  while (taken.has(String(number))) number += 1
  return `data-bayan${number}x`
}
