import { VOID_TAGS } from './html-tags-table.ts'
import { walkFragment } from './html-fragment.ts'

/** An element of a page while it goes by; nothing of it may be kept after the call. */
export interface PageElement {
  readonly tagName: string
  /** Undecoded. */
  readonly getAttribute: (name: string) => string | null
}

export interface PageHandler {
  readonly element: (element: PageElement) => void
  /** Every piece of text inside, undecoded. */
  readonly text?: (raw: string) => void
}

/** Who wants to know when the element that is just opening ends, really or by implication. */
export class ElementEnds {
  #waiting: (() => void)[] = []

  when(callback: () => void): void {
    this.#waiting.push(callback)
  }

  take(): readonly (() => void)[] {
    const taken = this.#waiting
    this.#waiting = []
    return taken
  }
}

interface OpenElement {
  readonly ends: readonly (() => void)[]
  readonly marks: readonly number[]
}

/**
 * A page whose elements are chosen by selectors, as HTMLRewriter's own interface has it.
 *
 * HTMLRewriter knows selectors, and each of its calls from C++ into JavaScript costs 4 to 7 microseconds:
 * a text handler is called twice a text, an end handler once an element. So it is asked for one call
 * a chosen element, in which the element is marked by an attribute; the marked regions of its output are
 * then walked by our own tokeniser, and the rest is never looked at. A list of 140 KB: 5.4 ms by
 * handlers, under 2 so.
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
    const mark = freeMark(html)
    const marked = await this.#marked(html, mark)
    let position = marked.indexOf(mark)
    while (position !== -1) {
      const start = marked.lastIndexOf('<', position)
      const walked = walkFragment(marked.slice(start), this.#visitor(mark))
      const next = start + walked
      position = marked.indexOf(mark, Math.max(next, position + mark.length))
    }
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

  #visitor(mark: string) {
    return {
      isPart: true,
      isDone: () => this.#openMarks === 0,
      open: (tagName: string, getAttribute: PageElement['getAttribute']) =>
        this.#enter({ tagName, getAttribute }, mark),
      close: (opened: OpenElement) => this.#leave(opened),
      text: (raw: string) => {
        for (const [index, { handler }] of this.#selected.entries()) {
          if ((this.#open[index] ?? 0) > 0) handler.text?.(raw)
        }
      },
    }
  }

  /** In the order in which they were given: the one that says "remove" is asked before the one that opens. */
  #enter(element: PageElement, mark: string): OpenElement | undefined {
    const marked = element.getAttribute(mark)
    const marks = marked === null ? NO_MARKS : marked.trim().split(' ').map(Number)
    const within = this.#inside.filter(({ of }) => (this.#open[of] ?? 0) > 0)
    if (marks.length + within.length === 0) return undefined
    for (const [index, { handler }] of this.#selected.entries()) {
      for (const inside of within) if (inside.of === index) inside.handler.element(element)
      if (marks.includes(index)) handler.element(element)
    }
    const ends = this.ends.take()
    if (VOID_TAGS.has(element.tagName)) {
      for (const end of ends) end()
      return undefined
    }
    for (const index of marks) this.#open[index] = (this.#open[index] ?? 0) + 1
    this.#openMarks += marks.length
    return marks.length + ends.length === 0 ? undefined : { ends, marks }
  }

  #leave({ ends, marks }: OpenElement): void {
    for (const index of marks) this.#open[index] = (this.#open[index] ?? 1) - 1
    this.#openMarks -= marks.length
    for (const end of ends) end()
  }
}

const NO_MARKS: readonly number[] = []

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
