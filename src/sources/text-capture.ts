import { decodeReferences } from '../text/character-references.ts'
import { plainLine } from '../text/plain-letters.ts'
import type { ElementEnds, PageElement } from './marked-page.ts'

/** The text of the first element that it is shown, as one line, or what an attribute says better. */
export class TextCapture {
  readonly #attributes: readonly string[]
  readonly #ends: ElementEnds
  #raw = ''
  #attribute = ''
  #state: 'waiting' | 'inside' | 'done' = 'waiting'

  /** `attributes` are asked in turn: `datetime` of a time, `content` of a meta. */
  constructor(ends: ElementEnds, ...attributes: string[]) {
    this.#ends = ends
    this.#attributes = attributes
  }

  get found(): boolean {
    return this.#state !== 'waiting'
  }

  enter(element: PageElement): void {
    if (this.#state === 'done') return
    // The `time` inside a date's frame says it better than the frame.
    if (this.#attribute === '') this.#attribute = this.#attributeOf(element)
    if (this.#state === 'inside') return
    this.#state = 'inside'
    this.#ends.when(() => {
      this.#state = 'done'
    })
  }

  #attributeOf(element: PageElement): string {
    const values = this.#attributes.map((name) => element.getAttribute(name) ?? '')
    return values.find((value) => value !== '') ?? ''
  }

  text(raw: string): void {
    if (this.#state === 'inside') this.#raw += raw
  }

  /** What the attribute says. */
  get attribute(): string {
    return oneLine(this.#attribute)
  }

  /** What the page shows. */
  get shown(): string {
    return oneLine(this.#raw)
  }
}

function oneLine(raw: string): string {
  return plainLine(decodeReferences(raw))
}
