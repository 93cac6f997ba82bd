import { powerOf, stretchHash, wordHash } from '../text/word-hash.ts'
import { HashChains } from './hash-chains.ts'
import { SHORTEST_FUZZY_BASE } from './word.ts'

/** Misread words, by their letters without one of them: two words so met are about one edit apart. */
export class Misread {
  readonly #chains = new HashChains()
  #longest = 0

  get isEmpty(): boolean {
    return this.#chains.isEmpty
  }

  add(text: string, number: number): void {
    this.#longest = Math.max(this.#longest, text.length)
    this.#chains.add(wordHash(text), number)
    for (let left = 0; left < text.length; left += 1)
      this.#chains.add(wordHash(text.slice(0, left) + text.slice(left + 1)), number)
  }

  /** Adds to `found` the numbers of what a stretch may be a slip of, by its running hashes. */
  collect(hashes: Int32Array, start: number, end: number, found: number[]): void {
    // A word of ten thousand letters is nobody's slip, and would take their square in time.
    const length = end - start
    if (length < SHORTEST_FUZZY_BASE - 1 || length > this.#longest + 1) return
    this.#chains.collect(stretchHash(hashes, start, end), found)
    for (let left = start; left < end; left += 1) {
      const head = Math.imul(stretchHash(hashes, start, left), powerOf(end - left - 1))
      this.#chains.collect((head + stretchHash(hashes, left + 1, end)) | 0, found)
    }
  }
}
