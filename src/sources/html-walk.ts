import { VOID_TAGS } from './html-tags-table.ts'

/** An element as HTMLRewriter hands it to us; nothing of it may be kept after the call. */
export type PageElement = Element

/** Marks an element while its page goes by; the rewritten page itself is thrown away. */
const MARK = 'data-bayan-ends'

/**
 * Who wants to know when an element of one page ends, really or by implication.
 *
 * HTMLRewriter keeps one end-tag handler an element: a second `onEndTag` replaces the first without
 * a word, and hands each handler another wrapper of the same element. So the first who asks leaves a
 * mark on the element, and those who come after find the list by it. Only the newest mark counts,
 * since the handlers of one element run before those of the next; a page that guesses it makes its
 * own emphasis end late, and nothing else.
 */
export class ElementEnds {
  #newest: { readonly mark: string; readonly callbacks: (() => void)[] } | undefined
  #count = 0

  /** Elements without an end are let be. */
  when(element: PageElement, callback: () => void): void {
    if (VOID_TAGS.has(element.tagName)) return
    const mark = element.getAttribute(MARK)
    if (mark !== null && mark === this.#newest?.mark) this.#newest.callbacks.push(callback)
    else this.#watch(element, callback)
  }

  #watch(element: PageElement, callback: () => void): void {
    const mark = String((this.#count += 1))
    const callbacks = [callback]
    try {
      element.onEndTag(() => {
        for (const waiting of callbacks) waiting()
      })
      element.setAttribute(MARK, mark)
      this.#newest = { mark, callbacks }
    } catch {
      // `<path/>` inside svg ends itself: "No end tag".
    }
  }
}

/**
 * Runs a page through HTMLRewriter handlers. They are attached by `attach`, which is called anew for
 * a second try: HTMLRewriter gives up on a script inside a select ("ambiguous"), and so on a whole
 * page for the sake of its search form.
 *
 * @throws TypeError where the page cannot be tokenised even without its select elements.
 */
export async function walkPage(html: string, attach: () => HTMLRewriter): Promise<void> {
  try {
    await drain(attach(), html)
  } catch (error) {
    const lighter = html.replace(/<select[\s>][\s\S]*?<\/select\s*>/gi, ' ')
    if (lighter === html) throw error
    await drain(attach(), lighter)
  }
}

/** `arrayBuffer` keeps the output inside the runtime; a JS reader costs five times as much. */
async function drain(rewriter: HTMLRewriter, html: string): Promise<void> {
  await rewriter.transform(new Response(html)).arrayBuffer()
}
