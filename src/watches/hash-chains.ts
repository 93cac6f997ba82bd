/**
 * Numbers found by hash, many for one hash: what a dictionary of words would do, without keeping the
 * words. Who finds a number checks whether it is the right one.
 */
export class HashChains {
  #hashes = new Int32Array(16)
  #values = new Int32Array(16)
  /** By entry the one before it in its slot, plus one; 0 ends. */
  #before = new Int32Array(16)
  #slots = new Int32Array(32)
  /** A bit for each hash that is there, many times more bits than entries: most look-ups end here. */
  #bits = new Int32Array(128)
  #length = 0

  add(hash: number, value: number): void {
    if (this.#length === this.#hashes.length) this.#grow()
    const entry = this.#length
    this.#length += 1
    this.#hashes[entry] = hash
    this.#values[entry] = value
    this.#link(entry)
  }

  /** For loops that ask `mayHold` themselves. */
  get bits(): Int32Array {
    return this.#bits
  }

  /** Adds the numbers under a hash to `found`, each once. */
  collect(hash: number, found: number[]): void {
    if (!mayHold(this.#bits, hash)) return
    let entry = this.#slots[spread(hash) & (this.#slots.length - 1)] ?? 0
    for (; entry !== 0; entry = this.#before[entry - 1] ?? 0) {
      const value = this.#values[entry - 1] ?? 0
      if (this.#hashes[entry - 1] === hash && !found.includes(value)) found.push(value)
    }
  }

  get isEmpty(): boolean {
    return this.#length === 0
  }

  #link(entry: number): void {
    const mixed = spread(this.#hashes[entry] ?? 0)
    const slot = mixed & (this.#slots.length - 1)
    this.#before[entry] = this.#slots[slot] ?? 0
    this.#slots[slot] = entry + 1
    const bit = mixed & (this.#bits.length * 32 - 1)
    this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }

  #grow(): void {
    const capacity = this.#hashes.length * 2
    const copy = (from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(capacity)
      to.set(from)
      return to
    }
    this.#hashes = copy(this.#hashes)
    this.#values = copy(this.#values)
    this.#before = copy(this.#before)
    this.#slots = new Int32Array(capacity * 2)
    this.#bits = new Int32Array(Math.max(128, capacity))
    for (let entry = 0; entry < this.#length; entry += 1) this.#link(entry)
  }
}

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
