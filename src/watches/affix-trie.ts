/** Letters of one script in so many columns. */
const COLUMNS = 64

/**
 * Affixes as a tree of letters, so that all those at a word's edge are found in one walk of three
 * or four steps.
 */
export class AffixTrie {
  /** By node and letter the next node; 0 where no affix goes on so. */
  readonly #next: Uint16Array
  /** By node 1 where an affix ends. */
  readonly #ends: Uint8Array
  readonly #firstLetter: number

  /**
   * @param affixes in the order in which the walk meets their letters; an empty one is left out
   * @param firstLetter the unit of the first column; all letters lie in the 64 from there on
   */
  constructor(affixes: readonly string[], firstLetter: number) {
    const most = affixes.join('').length + 1
    this.#firstLetter = firstLetter
    this.#next = new Uint16Array(most * COLUMNS)
    this.#ends = new Uint8Array(most)
    let nodes = 1
    for (const affix of affixes) {
      let node = 0
      for (let at = 0; at < affix.length; at += 1) {
        const cell = node * COLUMNS + affix.charCodeAt(at) - firstLetter
        if (this.#next[cell] === 0) {
          this.#next[cell] = nodes
          nodes += 1
        }
        node = this.#next[cell] ?? 0
      }
      if (node !== 0) this.#ends[node] = 1
    }
  }

  /**
   * Writes the lengths of all affixes met from `at` on, of at most `most` letters, into `lengths`
   * behind its first; returns how many stand there. The first is the affix of no letters.
   * @param step 1 for what stands before a word, -1 for what follows it
   */
  walk(units: Uint16Array, at: number, step: 1 | -1, most: number, lengths: Uint8Array): number {
    let node = 0
    let count = 1
    for (let length = 1; length <= most; length += 1) {
      const column = (units[at] ?? 0) - this.#firstLetter
      if (column < 0 || column >= COLUMNS) break
      node = this.#next[node * COLUMNS + column] ?? 0
      if (node === 0) break
      if (this.#ends[node] === 1) {
        lengths[count] = length
        count += 1
      }
      at += step
    }
    return count
  }
}
