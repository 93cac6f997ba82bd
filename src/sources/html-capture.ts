import { HtmlRebuild } from './html-rebuild.ts'
import type { ElementEnds, PageElement } from './marked-page.ts'

/**
 * Collects the inside of some elements of a page, rebuilt. Its three events are wired to
 * HTMLRewriter by whoever knows the selectors: `enter` to the elements, `open` to all inside them,
 * `text` to their text.
 */
export class HtmlCapture {
  readonly #rebuild: HtmlRebuild
  readonly #ends: ElementEnds
  #inside = false
  #removeNext = false
  #entered = 0

  constructor(baseUrl: string, ends: ElementEnds) {
    this.#ends = ends
    this.#rebuild = new HtmlRebuild(baseUrl)
  }

  /** How many elements were captured; one inside another counts as one. */
  get entered(): number {
    return this.#entered
  }

  enter(element: PageElement): void {
    if (this.#inside) return
    this.#inside = true
    this.#entered += 1
    // Whatever it is (a cell, a form around the whole page), here it is the page.
    const opened = this.#rebuild.open('div', (name) => element.getAttribute(name))
    this.#ends.when(() => {
      if (opened !== undefined) this.#rebuild.close(opened)
      this.#inside = false
    })
  }

  /** The element that `open` is told of next goes with all that is inside it. */
  removeNext(): void {
    this.#removeNext = this.#inside
  }

  open(element: PageElement): void {
    if (!this.#inside) return
    const opened = this.#removeNext
      ? this.#rebuild.openRemoved()
      : this.#rebuild.open(element.tagName, (name) => element.getAttribute(name))
    this.#removeNext = false
    if (opened !== undefined) this.#ends.when(() => this.#rebuild.close(opened))
  }

  text(raw: string): void {
    if (this.#inside) this.#rebuild.text(raw)
  }

  finish(): string {
    return this.#rebuild.finish()
  }
}
