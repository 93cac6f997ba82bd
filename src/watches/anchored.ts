/**
 * Numbers by number, as the plans that are anchored at a word, in two columns: a look-up reads two
 * places of memory.
 */
export class Anchored {
  /** While it is made: each and what it is given, in turn. */
  #pairs: number[] = []
  /** By number where its own begin; those of the next begin where they end. */
  #starts = new Int32Array(1)
  #values = new Int32Array(0)

  add(key: number, value: number): void {
    this.#pairs.push(key, value)
  }

  /** Nothing comes any more. */
  close(): void {
    const pairs = this.#pairs
    let keys = 0
    for (let at = 0; at < pairs.length; at += 2) keys = Math.max(keys, (pairs[at] ?? 0) + 1)
    const starts = new Int32Array(keys + 1)
    for (let at = 0; at < pairs.length; at += 2) {
      const key = pairs[at] ?? 0
      starts[key] = (starts[key] ?? 0) + 1
    }
    for (let key = 1; key <= keys; key += 1)
      starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0)
    this.#values = new Int32Array(pairs.length / 2)
    // Backwards, since each start is where its own end until all of them are in.
    for (let at = pairs.length - 2; at >= 0; at -= 2) {
      const key = pairs[at] ?? 0
      const place = (starts[key] ?? 0) - 1
      starts[key] = place
      this.#values[place] = pairs[at + 1] ?? 0
    }
    this.#starts = starts
    this.#pairs = []
  }

  /** Adds those of a number to `values`, in the order in which they came. */
  collect(key: number, values: number[]): void {
    const end = this.#starts[key + 1] ?? 0
    for (let at = this.#starts[key] ?? end; at < end; at += 1) values.push(this.#values[at] ?? 0)
  }

  /** Whether one of a number's own is among these; true of a number that has none. */
  isMet(key: number, by: ReadonlyMap<number, unknown>): boolean {
    const end = this.#starts[key + 1] ?? 0
    const start = this.#starts[key] ?? end
    for (let at = start; at < end; at += 1) if (by.has(this.#values[at] ?? 0)) return true
    return start >= end
  }
}
