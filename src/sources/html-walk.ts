import { VOID_TAGS } from './html-tags-table.ts'

/** An element as HTMLRewriter hands it to us; nothing of it may be kept after the call. */
export type PageElement = Element

/** Calls back at the element's end, real or implied; elements without an end are let be. */
export function whenEnded(element: PageElement, callback: () => void): void {
  if (VOID_TAGS.has(element.tagName)) return
  try {
    element.onEndTag(() => callback())
  } catch {
    // `<path/>` inside svg ends itself: "No end tag".
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
