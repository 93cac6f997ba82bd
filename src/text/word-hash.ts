/** An odd number whose powers spread letters well over 32 bits. */
export const HASH_BASE = 0x01000193

/** Words are short; the power for a longer one is worked out each time. */
export const KEPT_POWERS = 64

let powers: Int32Array | undefined

/** By length, `HASH_BASE` to the power of it, in 32 bits. */
export function hashPowers(): Int32Array {
  if (powers !== undefined) return powers
  powers = new Int32Array(KEPT_POWERS)
  let power = 1
  for (let length = 0; length < KEPT_POWERS; length += 1) {
    powers[length] = power
    power = Math.imul(power, HASH_BASE)
  }
  return powers
}

/** The hash of the units from one place in a word up to another, from its running hashes. */
export function stretchHash(hashes: Int32Array, from: number, to: number): number {
  return ((hashes[to] ?? 0) - Math.imul(hashes[from] ?? 0, powerOf(to - from))) | 0
}

export function powerOf(length: number): number {
  if (length < KEPT_POWERS) return hashPowers()[length] ?? 1
  let power = hashPowers()[KEPT_POWERS - 1] ?? 1
  for (let n = KEPT_POWERS; n <= length; n += 1) power = Math.imul(power, HASH_BASE)
  return power
}

/**
 * The hash of a word: the same as that of an equal stretch inside a longer word, which the running
 * hashes of `Tokens` give without cutting it out (Rabin and Karp). Equal hashes prove nothing.
 */
export function wordHash(text: string): number {
  let hash = 0
  for (let at = 0; at < text.length; at += 1) {
    hash = (Math.imul(hash, HASH_BASE) + text.charCodeAt(at)) | 0
  }
  return hash
}
