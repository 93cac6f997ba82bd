import { Folded } from './fold.ts'
import { TRAIT } from './fold-table.ts'
import { ARABIC, DIGIT } from './letters.ts'

/** One word or number of a text, folded, with its place in the original. */
export interface Token {
  /** Folded; a possessive 's, the dots of an acronym and the commas of thousands are cut. */
  readonly text: string
  readonly script: 'arabic' | 'other' | 'number'
  /** UTF-16 units of the original, end exclusive, with the marks and controls that follow. */
  readonly start: number
  readonly end: number
  /** Bits of `TRAIT` as far as they decide: tanwin, ta marbuta and maksura only at the word's end; and of `alefHamzaAt`. */
  readonly traits: number
  /** How many of the letters were capitals. */
  readonly capitals: number
}

/**
 * The words of a text, in order, as numbers in columns: a statement has hundreds, and of nearly all
 * of them nothing is asked but whether a query knows their letters. `token` makes one readable.
 */
export class Tokens {
  folded = new Folded()
  length = 0
  /** By token its first folded unit. */
  from = new Uint32Array(0)
  /** By token the folded unit after its word, which a possessive 's is not part of; `from` of `joined`. */
  to = this.from
  /** By token the folded unit after all of it. */
  end = this.from
  /** By token its class of letters. */
  kinds = new Uint8Array(0)
  /** By unit of a token, and the one after: the running hash of all words up to it; see `wordHash`. */
  hashes = new Int32Array(0)
  /** Words that are no stretch of the text: "U.N.", "1,400". */
  readonly joined = new Map<number, string>()

  /** Forgets what it held, and makes room for another text. */
  startOn(folded: Folded): this {
    const units = folded.length
    this.folded = folded
    this.length = 0
    if (this.joined.size > 0) this.joined.clear()
    if (this.hashes.length > units) return this
    const most = (units >> 1) + 1
    this.from = new Uint32Array(most)
    this.to = new Uint32Array(most)
    this.end = new Uint32Array(most)
    this.kinds = new Uint8Array(most)
    this.hashes = new Int32Array(units + 1)
    return this
  }

  /** Takes a token in; returns its end. */
  add(kind: number, from: number, to: number, end: number): number {
    const number = this.length
    this.length = number + 1
    this.from[number] = from
    this.to[number] = to
    this.end[number] = end
    this.kinds[number] = kind
    return end
  }

  /** The folded word. */
  text(number: number): string {
    const joined = this.joined.size === 0 ? undefined : this.joined.get(number)
    if (joined !== undefined) return joined
    const from = this.from[number] ?? 0
    const to = this.to[number] ?? 0
    const { original, starts, units } = this.folded
    // Most words are written as they are folded, and cutting is quicker than spelling.
    const start = starts[from] ?? 0
    let at = from
    while (at < to && original.charCodeAt(start + at - from) === units[at]) at += 1
    if (at === to) return original.slice(start, start + to - from)
    let text = ''
    for (at = from; at < to; at += 1) text += String.fromCharCode(units[at] ?? 0)
    return text
  }

  /** The `letterMaskOf` a token's word; all bits for one that is no stretch of the text. */
  letterMask(number: number): number {
    const from = this.from[number] ?? 0
    const to = this.to[number] ?? 0
    if (from === to) return -1
    let mask = 0
    for (let at = from; at < to; at += 1) mask |= 1 << ((this.folded.units[at] ?? 0) & 31)
    return mask
  }

  /** Where a token begins in the original, in UTF-16 units. */
  startOf(number: number): number {
    return this.folded.starts[this.from[number] ?? 0] ?? 0
  }

  /**
   * Where a token ends in the original: at the start of the next unit that folding kept, since all
   * between (marks, tatweel, joiners) belongs to the letter before and must not be torn from it.
   */
  endOf(number: number): number {
    const { original, length, starts } = this.folded
    const end = this.end[number] ?? 0
    const last = starts[end - 1] ?? 0
    const wide = (original.codePointAt(last) ?? 0) > 0xffff
    const least = last + (wide ? 2 : 1)
    const next = end < length ? (starts[end] ?? least) : original.length
    return Math.max(least, next)
  }

  script(number: number): Token['script'] {
    const kind = this.kinds[number]
    return kind === ARABIC ? 'arabic' : kind === DIGIT ? 'number' : 'other'
  }

  token(number: number): Token {
    const facts = this.#facts(number)
    return {
      text: this.text(number),
      script: this.script(number),
      start: this.startOf(number),
      end: this.endOf(number),
      traits: facts & 0xffff,
      capitals: facts >>> 16,
    }
  }

  /** The traits, and above them how many capitals. */
  #facts(number: number): number {
    const end = this.end[number] ?? 0
    let traits = 0
    let capitals = 0
    const from = this.from[number] ?? 0
    for (let at = from; at < end; at += 1) {
      const trait = this.folded.traits[at] ?? 0
      if (trait === 0) continue
      if ((trait & TRAIT.capital) !== 0) capitals += 1
      traits |= trait & TRAIT.hamzaSeat
      if (at === end - 1) traits |= trait & AT_THE_END
      if (at === end - 2) traits |= trait & BEFORE_THE_END
      if ((trait & TRAIT.alefHamza) !== 0) traits |= alefHamzaAt(at - from)
    }
    return traits | (capitals << 16)
  }
}

/** Which letters a word has, a bit each of 32; letters that share a bit are taken for one another. */
export function letterMaskOf(text: string): number {
  let mask = 0
  for (let at = 0; at < text.length; at += 1) mask |= 1 << (text.charCodeAt(at) & 31)
  return mask
}

/**
 * Of a token's traits: an alef with hamza or madda is its letter of that place, of the first five.
 * There a word begins, and no article: clitics have none.
 */
export function alefHamzaAt(place: number): number {
  return place < 5 ? 256 << place : 0
}

const AT_THE_END = TRAIT.taMarbuta | TRAIT.maksura | TRAIT.tanwin
/** Tanwin is written on the final alef or on the letter before it. */
const BEFORE_THE_END = TRAIT.tanwin
