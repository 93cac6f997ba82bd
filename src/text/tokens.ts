import type { Folded } from './fold.ts'
import { TRAIT } from './fold-table.ts'
import { ARABIC, BREAK, DIGIT, OTHER_LETTER, SURROGATE, classOf, classOfText } from './letters.ts'

/** One word or number of a text, folded, with its place in the original. */
export interface Token {
  /** Folded; a possessive 's, the dots of an acronym and the commas of thousands are cut. */
  readonly text: string
  readonly script: 'arabic' | 'other' | 'number'
  /** UTF-16 units of the original, end exclusive, with the marks and controls that follow. */
  readonly start: number
  readonly end: number
  /** Bits of `TRAIT` as far as they decide: tanwin, ta marbuta and maksura only at the word's end. */
  readonly traits: number
  /** How many of the letters were capitals. */
  readonly capitals: number
}

/**
 * The tokens of a folded text, in order (matching report, 1.4, rule 13): split at everything but
 * letters and digits, hence at `_`, `#`, `-`, `/`, and where Arabic meets another script or a digit
 * ("\u0627\u0644\u0640CIA", "2018\u0645"). Latin letters and digits stay together (`G20`), an
 * apostrophe inside a Latin word stays, letters with dots between are one acronym (`U.N.`).
 */
export function tokensOf(folded: Folded): Token[] {
  const { text } = folded
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const kind = kindAt(text, at)
    if (kind === BREAK) {
      at += 1
      continue
    }
    const token =
      kind === DIGIT
        ? numberAt(folded, at)
        : (acronymAt(folded, at, kind) ?? wordAt(folded, at, kind))
    tokens.push(token.token)
    at = token.next
  }
  return tokens
}

/** A token, and the folded unit after it. */
interface Read {
  readonly token: Token
  readonly next: number
}

function kindAt(text: string, at: number): number {
  const kind = classOf(text.charCodeAt(at))
  if (kind !== SURROGATE) return kind
  const low = isLowSurrogate(text, at)
  return classOfText(String.fromCodePoint(text.codePointAt(low ? at - 1 : at) ?? 0))
}

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00
}

function wordAt(folded: Folded, from: number, kind: number): Read {
  const { text } = folded
  let end = from + 1
  while (end < text.length && continues(text, end, kind)) end += 1
  const possessive = kind === OTHER_LETTER && end - from > 2 && text.endsWith("'s", end)
  const word = text.slice(from, possessive ? end - 2 : end)
  return {
    token: tokenOf(folded, word, kind === ARABIC ? 'arabic' : 'other', from, end),
    next: end,
  }
}

function continues(text: string, at: number, kind: number): boolean {
  const next = kindAt(text, at)
  if (next === kind) return true
  if (kind === ARABIC) return false
  if (next === DIGIT) return true
  // "don't", "Sana'a"; but not the quotation mark after a word.
  return (
    text.charCodeAt(at) === APOSTROPHE &&
    at + 1 < text.length &&
    kindAt(text, at + 1) === OTHER_LETTER
  )
}

const APOSTROPHE = 0x27
const DOT = 0x2e

/** Two single letters or more with dots between: "U.N.", "\u0645.\u062A.\u0641". */
function acronymAt(folded: Folded, from: number, kind: number): Read | undefined {
  const { text } = folded
  if (text.charCodeAt(from + 1) !== DOT) return undefined
  let letters = ''
  let end = from
  let at = from
  while (isSingleLetter(text, at, kind)) {
    letters += text.charAt(at)
    end = at + 1
    if (text.charCodeAt(end) !== DOT) break
    at = end + 1
  }
  if (letters.length < 2) return undefined
  if (text.charCodeAt(end) === DOT) end += 1
  const script = kind === ARABIC ? 'arabic' : 'other'
  return { token: tokenOf(folded, letters, script, from, end), next: end }
}

function isSingleLetter(text: string, at: number, kind: number): boolean {
  if (at >= text.length || classOf(text.charCodeAt(at)) !== kind) return false
  const next = at + 1 < text.length ? kindAt(text, at + 1) : BREAK
  return next === BREAK && text.charCodeAt(at + 1) !== APOSTROPHE
}

/** "1,400" and "1\u066C400" are one number, so is "3.5"; "26.11.2018" and "2018,2019" are several. */
const GROUPED = /(?<![0-9][.,])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?![.,]?[0-9])/y

function numberAt(folded: Folded, from: number): Read {
  const { text } = folded
  GROUPED.lastIndex = from
  const grouped = GROUPED.exec(text)?.[0]
  let end = from + (grouped?.length ?? 1)
  if (grouped === undefined) while (end < text.length && kindAt(text, end) === DIGIT) end += 1
  // Letters stand with their number: "5G", "3rd". A decimal is never part of a name.
  if (end < text.length && kindAt(text, end) === OTHER_LETTER)
    return wordAt(folded, from, OTHER_LETTER)
  const number = text.slice(from, end).replaceAll(',', '')
  return { token: tokenOf(folded, number, 'number', from, end), next: end }
}

const AT_THE_END = TRAIT.taMarbuta | TRAIT.maksura | TRAIT.tanwin
/** Tanwin is written on the final alef or on the letter before it. */
const BEFORE_THE_END = TRAIT.tanwin

function tokenOf(
  folded: Folded,
  text: string,
  script: Token['script'],
  from: number,
  end: number,
): Token {
  let traits = 0
  let capitals = 0
  for (let at = from; at < end; at += 1) {
    const trait = folded.traits[at] ?? 0
    if (trait === 0) continue
    if ((trait & TRAIT.capital) !== 0) capitals += 1
    traits |= trait & TRAIT.hamzaSeat
    if (at === end - 1) traits |= trait & AT_THE_END
    if (at === end - 2) traits |= trait & BEFORE_THE_END
  }
  return {
    text,
    script,
    start: folded.starts[from] ?? 0,
    end: endIn(folded, end),
    traits,
    capitals,
  }
}

/**
 * Where a token ends in the original: at the start of the next unit that folding kept, since all
 * between (marks, tatweel, joiners) belongs to the letter before and must not be torn from it.
 */
function endIn({ original, text, starts }: Folded, end: number): number {
  const last = starts[end - 1] ?? 0
  const wide = (original.codePointAt(last) ?? 0) > 0xffff
  const least = last + (wide ? 2 : 1)
  const next = end < text.length ? (starts[end] ?? least) : original.length
  return Math.max(least, next)
}
