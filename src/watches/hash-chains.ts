/**
 * Numbers found by hash, many for one hash: what a dictionary of words would do, without keeping the
 * words. Who finds a number checks whether it is the right one.
 */
export class HashChains {
  /**
   * By slot two: a hash, and its number plus one, where 0 is nothing. What finds its slot taken
   * stands in the next free one: nearly always the processor has fetched it with the first.
   */
  #slots = new Int32Array(64)
  /** Three bits of one word for each hash that is there: most look-ups end here. */
  #bits = new Int32Array(16)
  #length = 0

  add(hash: number, value: number): void {
    // Half of the slots stay free, so that runs of taken ones are short.
    if (this.#length * 4 >= this.#slots.length) this.#grow()
    this.#length += 1
    this.#put(hash, value + 1)
  }

  /** For loops that ask `mayHold` themselves. */
  get bits(): Int32Array {
    return this.#bits
  }

  /** Adds the numbers under a hash to `found`, each once. */
  collect(hash: number, found: number[]): void {
    if (!mayHold(this.#bits, hash)) return
    const slots = this.#slots
    const last = slots.length - 1
    for (let at = (spread(hash) * 2) & last; ; at = (at + 2) & last) {
      const number = slots[at + 1] ?? 0
      if (number === 0) return
      if (slots[at] === hash && !found.includes(number - 1)) found.push(number - 1)
    }
  }

  get isEmpty(): boolean {
    return this.#length === 0
  }

  #put(hash: number, number: number): void {
    const mixed = spread(hash)
    const last = this.#slots.length - 1
    let at = (mixed * 2) & last
    while (this.#slots[at + 1] !== 0) at = (at + 2) & last
    this.#slots[at] = hash
    this.#slots[at + 1] = number
    const word = wordOf(this.#bits, mixed)
    this.#bits[word] = (this.#bits[word] ?? 0) | bitsOf(mixed)
  }

  #grow(): void {
    const before = this.#slots
    this.#slots = new Int32Array(before.length * 2)
    this.#bits = new Int32Array(before.length / 4)
    for (let at = 0; at < before.length; at += 2) {
      const number = before[at + 1] ?? 0
      if (number !== 0) this.#put(before[at] ?? 0, number)
    }
  }
}

/** Whether a hash may be among those that set the bits; mostly it is not, and this ends the look. */
export function mayHold(bits: Int32Array, hash: number): boolean {
  const mixed = spread(hash)
  return (bitsOf(mixed) & ~(bits[wordOf(bits, mixed)] ?? 0)) === 0
}

function wordOf(bits: Int32Array, mixed: number): number {
  return (mixed >>> 15) & (bits.length - 1)
}

function bitsOf(mixed: number): number {
  return (1 << (mixed & 31)) | (1 << ((mixed >>> 5) & 31)) | (1 << ((mixed >>> 10) & 31))
}

/** Neighbouring words have neighbouring hashes; the bits that are used must not. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1)
  return mixed ^ (mixed >>> 13)
}
