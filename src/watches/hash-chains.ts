/**
 * Numbers found by hash, many for one hash: what a dictionary of words would do, without keeping the
 * words. Who finds a number checks whether it is the right one.
 */
export class HashChains {
  /** By entry its hash, its value, and the entry before it in its slot, plus one; 0 ends. */
  #entries = new Int32Array(16 * WIDTH)
  #slots = new Int32Array(32)
  /** A bit for each hash that is there, many times more bits than entries: most look-ups end here. */
  #bits = new Int32Array(128)
  #length = 0

  add(hash: number, value: number): void {
    if (this.#length * WIDTH === this.#entries.length) this.#grow()
    const at = this.#length * WIDTH
    this.#length += 1
    this.#entries[at] = hash
    this.#entries[at + VALUE] = value
    this.#link(at)
  }

  /** For loops that ask `mayHold` themselves. */
  get bits(): Int32Array {
    return this.#bits
  }

  /** Adds the numbers under a hash to `found`, each once. */
  collect(hash: number, found: number[]): void {
    if (!mayHold(this.#bits, hash)) return
    const entries = this.#entries
    let next = this.#slots[spread(hash) & (this.#slots.length - 1)] ?? 0
    while (next !== 0) {
      const at = next - 1
      const value = entries[at + VALUE] ?? 0
      if (entries[at] === hash && !found.includes(value)) found.push(value)
      next = entries[at + BEFORE] ?? 0
    }
  }

  get isEmpty(): boolean {
    return this.#length === 0
  }

  #link(at: number): void {
    const mixed = spread(this.#entries[at] ?? 0)
    const slot = mixed & (this.#slots.length - 1)
    this.#entries[at + BEFORE] = this.#slots[slot] ?? 0
    this.#slots[slot] = at + 1
    const bit = mixed & (this.#bits.length * 32 - 1)
    this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }

  #grow(): void {
    const capacity = this.#length * 2
    const entries = new Int32Array(capacity * WIDTH)
    entries.set(this.#entries)
    this.#entries = entries
    this.#slots = new Int32Array(capacity * 2)
    this.#bits = new Int32Array(Math.max(128, capacity))
    for (let entry = 0; entry < this.#length; entry += 1) this.#link(entry * WIDTH)
  }
}

/** An entry's columns lie side by side, so that they come into the processor's cache at once. */
const WIDTH = 4
const VALUE = 1
const BEFORE = 2

/** Whether a hash may be among those that set the bits; mostly it is not, and this ends the look. */
export function mayHold(bits: Int32Array, hash: number): boolean {
  const bit = spread(hash) & (bits.length * 32 - 1)
  return ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0
}

/** Neighbouring words have neighbouring hashes; the low bits that are used must not. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1)
  return mixed ^ (mixed >>> 13)
}
