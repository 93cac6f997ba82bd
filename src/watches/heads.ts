/**
 * What the forms of all words begin with: their first four letters, or all of a shorter form. It
 * takes 20 KB, so that it stays in the processor's nearest cache, and most words of a text, of many
 * more letters than forms begin with, are nobody's by this alone.
 */
export class Heads {
  /** A bit for each three letters that a shorter form may begin, five bits a letter. */
  readonly #short = new Int32Array(1 << 10)
  /** A bit for each `longHead`. */
  readonly #long = new Int32Array(1 << 12)

  add(form: string): void {
    const [first, second, third] = [form.charCodeAt(0), form.charCodeAt(1), form.charCodeAt(2)]
    if (form.length > 3) {
      set(this.#long, longHead(shortHead(first, second, third), form.charCodeAt(3)))
      return
    }
    // Behind the form's end any letter may stand.
    for (const b of form.length < 2 ? ANY : [second])
      for (const c of form.length < 3 ? ANY : [third]) set(this.#short, shortHead(first, b, c))
  }

  /** Whether a form may begin there; what follows the word does no harm. */
  mayBegin(units: Uint16Array, at: number): boolean {
    const head = shortHead(units[at] ?? 0, units[at + 1] ?? 0, units[at + 2] ?? 0)
    const long = longHead(head, units[at + 3] ?? 0)
    const inLong = (this.#long[long >>> 5] ?? 0) >>> (long & 31)
    const inShort = (this.#short[head >>> 5] ?? 0) >>> (head & 31)
    // One branch for both: which of them says no is nobody's guess, and a wrong guess is dear.
    return ((inLong | inShort) & 1) === 1
  }
}

const ANY: readonly number[] = Array.from({ length: 32 }, (_, letter) => letter)

function shortHead(first: number, second: number, third: number): number {
  return (first & 31) | ((second & 31) << 5) | ((third & 31) << 10)
}

/** Seventeen bits for four letters: some share them, and are looked up in vain. */
function longHead(short: number, fourth: number): number {
  return Math.imul(short | ((fourth & 31) << 15), 0x9e3779b1) >>> 15
}

function set(bits: Int32Array, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
}
