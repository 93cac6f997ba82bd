/** Which plans are anchored at which word, in two columns: a look-up reads two places of memory. */
export class Anchored {
  /** While it is made: word and plan, in turn. */
  #pairs: number[] = []
  /** By word where its plans begin; those of the next word begin where they end. */
  #starts = new Int32Array(1)
  #plans = new Int32Array(0)

  add(word: number, plan: number): void {
    this.#pairs.push(word, plan)
  }

  /** Nothing comes any more. */
  close(): void {
    const pairs = this.#pairs
    let words = 0
    for (let at = 0; at < pairs.length; at += 2) words = Math.max(words, (pairs[at] ?? 0) + 1)
    const starts = new Int32Array(words + 1)
    for (let at = 0; at < pairs.length; at += 2) {
      const word = pairs[at] ?? 0
      starts[word] = (starts[word] ?? 0) + 1
    }
    for (let word = 1; word <= words; word += 1)
      starts[word] = (starts[word] ?? 0) + (starts[word - 1] ?? 0)
    this.#plans = new Int32Array(pairs.length / 2)
    // Backwards, since each start is where the word's plans end until all of them are in.
    for (let at = pairs.length - 2; at >= 0; at -= 2) {
      const word = pairs[at] ?? 0
      const place = (starts[word] ?? 0) - 1
      starts[word] = place
      this.#plans[place] = pairs[at + 1] ?? 0
    }
    this.#starts = starts
    this.#pairs = []
  }

  /** Adds the plans of a word to `plans`. */
  collect(word: number, plans: number[]): void {
    const end = this.#starts[word + 1] ?? 0
    for (let at = this.#starts[word] ?? end; at < end; at += 1) plans.push(this.#plans[at] ?? 0)
  }
}
