/**
 * Looks for marks in a text, ever further on. What was found behind the asked place, or nowhere, is
 * not looked for again: so a mark that never comes costs one pass, however often it is asked for.
 */
export class ForwardFinder {
  readonly #text: string
  readonly #found = new Map<string, number>()

  constructor(text: string) {
    this.#text = text
  }

  /** Where `mark` stands at `from` or later, or -1. `from` may not go back. */
  find(mark: string, from: number): number {
    const known = this.#found.get(mark)
    if (known !== undefined && (known === -1 || known >= from)) return known
    const at = this.#text.indexOf(mark, from)
    this.#found.set(mark, at)
    return at
  }
}
