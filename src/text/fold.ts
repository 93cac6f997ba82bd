import {
  DROPPED,
  type FoldTable,
  LAST_SPECIAL,
  PAIR,
  SEVERAL,
  TA_MARBUTA,
  TRAIT,
  UNRESOLVED,
  foldTable,
  resolve,
} from './fold-table.ts'
import { ARABIC, classOf } from './letters.ts'

/**
 * Folding: the form in which two texts are compared, never shown.
 *
 * Arabic writes one word many ways: vowel marks are optional, the tatweel only stretches a line,
 * alef carries a hamza or not by habit, and a pasted text brings Persian letters, presentation
 * forms and invisible controls along. The rules and their order: matching report, 1.4.
 */
export class Folded {
  original = ''
  /** How many units the columns hold; they may have room for more. */
  length = 0
  /** The folded text, unit by unit. */
  units = new Uint16Array(0)
  /** By unit: where in `original` the character it came from starts; never decreasing. */
  starts = new Uint32Array(0)
  /** By unit: what folding took away, bits of `TRAIT`. */
  traits = new Uint8Array(0)
  #text: string | undefined

  /** The folded text as a string: most of a text is never asked for as one. */
  get text(): string {
    this.#text ??= UTF_16.decode(this.units.subarray(0, this.length))
    return this.#text
  }

  /** Forgets what it held, and makes room for another text. */
  startOn(original: string): this {
    this.original = original
    this.length = 0
    this.#text = undefined
    if (this.units.length < original.length) this.#resize(original.length)
    return this
  }

  put(unit: number, start: number, trait: number): void {
    this.units[this.length] = unit
    this.starts[this.length] = start
    this.traits[this.length] = trait
    this.length += 1
  }

  /** What is dropped may still say something of the letter before. */
  remark(unit: number, trait: number): void {
    const last = this.length - 1
    if (last < 0) return
    const before = this.units[last]
    let more = 0
    if (unit === HAMZA_ABOVE && (before === WAW || before === YA)) more = TRAIT.hamzaSeat
    if (unit >= MADDA && unit <= HAMZA_BELOW && before === ALEF) more = TRAIT.alefHamza
    this.traits[last] = (this.traits[last] ?? 0) | trait | more
  }

  /** A ligature may be eighteen letters. */
  makeRoom(more: number): void {
    const needed = this.length + more
    if (needed > this.units.length) this.#resize(needed * 2)
  }

  #resize(capacity: number): void {
    const { units, starts, traits } = this
    this.units = new Uint16Array(capacity)
    this.starts = new Uint32Array(capacity)
    this.traits = new Uint8Array(capacity)
    if (this.length === 0) return
    this.units.set(units)
    this.starts.set(starts)
    this.traits.set(traits)
  }
}

const HA = 0x0647
const WAW = 0x0648
const YA = 0x064a
const ALEF = 0x0627
const MADDA = 0x0653
const HAMZA_ABOVE = 0x0654
const HAMZA_BELOW = 0x0655
const TA_MARBUTA_UNIT = 0x0629

/** Thirty times as fast as `String.fromCharCode(...)`; half a pair becomes one U+FFFD. */
const UTF_16 = new TextDecoder('utf-16le', { fatal: false, ignoreBOM: true })

/**
 * Folds a text; every unit of the result knows its place in the original.
 * The loop keeps to table look-ups: called for each character, `normalize` alone would make it
 * fifty times slower.
 * @param into columns to be used again: new ones for each statement would keep the collector busy
 */
export function fold(text: string, into: Folded = new Folded()): Folded {
  const table = foldTable()
  const out = into.startOn(text)
  for (let at = putPlain(out, text, 0, table); at < text.length;) {
    const unit = text.charCodeAt(at)
    putSpecial(out, unit, { text, at, table })
    // The second half of a pair was folded with the first.
    const width = table.entries[unit] === PAIR && isPair(text, at) ? 2 : 1
    at = putPlain(out, text, at + width, table)
  }
  return out
}

/** Folds what one look at the table decides, nearly all of a text; returns where it ends. */
function putPlain(out: Folded, text: string, from: number, table: FoldTable): number {
  const { units, starts, traits } = out
  const { entries, traits: traitOf } = table
  let { length } = out
  let at = from
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const entry = entries[unit] ?? UNRESOLVED
    if (entry <= LAST_SPECIAL) break
    units[length] = entry
    starts[length] = at
    traits[length] = traitOf[unit] ?? 0
    length += 1
  }
  out.length = length
  return at
}

/** What is being folded, where we are in it, and by which table. */
interface Place {
  readonly text: string
  readonly at: number
  readonly table: FoldTable
}

function putSpecial(out: Folded, unit: number, place: Place): void {
  const { text, at, table } = place
  const entry = table.entries[unit] || resolve(unit, table)
  const trait = table.traits[unit] ?? 0
  if (entry === DROPPED) out.remark(unit, trait)
  else if (entry === SEVERAL) putSeveral(out, table.several.get(unit) ?? '', place)
  else if (entry === PAIR) putPair(out, place)
  else if (entry === TA_MARBUTA)
    out.put(endsWord(text, at, table) ? HA : TA_MARBUTA_UNIT, at, trait)
  else out.put(entry, at, trait)
}

function putSeveral(out: Folded, parts: string, place: Place): void {
  out.makeRoom(place.text.length - place.at + parts.length)
  for (let part = 0; part < parts.length; part += 1) {
    putSpecial(out, parts.charCodeAt(part), place)
  }
}

/** Beyond the basic plane: mathematical letters become plain ones, all else stays. */
function putPair(out: Folded, place: Place): void {
  const { text, at } = place
  if (!isPair(text, at)) return out.put(text.charCodeAt(at), at, 0)
  const lower = text
    .slice(at, at + 2)
    .normalize('NFKD')
    .toLowerCase()
  if (!/[\uD800-\uDFFF]/.test(lower)) return putSeveral(out, lower, place)
  out.makeRoom(text.length - at + lower.length)
  for (let half = 0; half < lower.length; half += 1) out.put(lower.charCodeAt(half), at, 0)
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
}

/** Only at a word's end is a ta marbuta often written ha; inside, a word lacks its blank. */
function endsWord(text: string, at: number, table: FoldTable): boolean {
  for (let next = at + 1; next < text.length; next += 1) {
    const unit = text.charCodeAt(next)
    const entry = table.entries[unit] || resolve(unit, table)
    if (entry === DROPPED) continue
    if (entry === TA_MARBUTA) return false
    const first = entry === SEVERAL ? (table.several.get(unit) ?? '').charCodeAt(0) : entry
    return classOf(first) !== ARABIC
  }
  return true
}
