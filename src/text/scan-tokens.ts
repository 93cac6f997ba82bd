import type { Folded } from './fold.ts'
import {
  ARABIC,
  BREAK,
  DIGIT,
  OTHER_LETTER,
  SURROGATE,
  UNKNOWN,
  classOf,
  classOfText,
  letterClasses,
} from './letters.ts'
import { type Token, Tokens } from './tokens.ts'
import { HASH_BASE } from './word-hash.ts'

const APOSTROPHE = 0x27
const DOT = 0x2e
const COMMA = 0x2c
const LATIN_S = 0x73

/**
 * The tokens of a folded text, in order (matching report, 1.4, rule 13): split at everything but
 * letters and digits, hence at `_`, `#`, `-`, `/`, and where Arabic meets another script or a digit
 * ("\u0627\u0644\u0640CIA", "2018\u0645"). Latin letters and digits stay together (`G20`), an
 * apostrophe inside a Latin word stays, letters with dots between are one acronym (`U.N.`).
 * @param into columns to be used again: a statement's are large, and new ones cost as much as the scan
 */
export function scanTokens(folded: Folded, into: Tokens = new Tokens()): Tokens {
  const { units, length } = folded
  const tokens = into.startOn(folded)
  const { hashes } = tokens
  const classes = letterClasses()
  let hash = 0
  let at = 0
  while (at < length) {
    let kind = classes[units[at] ?? 0] ?? BREAK
    if (kind >= SURROGATE) kind = slowKindAt(folded, at)
    if (kind === BREAK) {
      at += 1
      continue
    }
    const from = at
    hashes[from] = hash
    let next = kind
    do {
      hash = (Math.imul(hash, HASH_BASE) + (units[at] ?? 0)) | 0
      at += 1
      hashes[at] = hash
      next = at < length ? (classes[units[at] ?? 0] ?? BREAK) : BREAK
      if (next === kind) continue
      if (next >= SURROGATE) next = slowKindAt(folded, at)
      if (next === kind || kind === ARABIC) continue
      // Letters stand with their number: "5G", "3rd", "G20".
      if (next === OTHER_LETTER) kind = next
      else if (kind === OTHER_LETTER && (next === DIGIT || isInnerApostrophe(folded, at)))
        next = kind
    } while (next === kind)
    at = isPlain(folded, kind, from, at)
      ? tokens.add(kind, from, at, at)
      : put(tokens, kind, from, at)
  }
  return tokens
}

/** Whether a run is a token as it stands, as nearly all are. */
function isPlain({ units, length }: Folded, kind: number, from: number, to: number): boolean {
  const next = to < length ? units[to] : undefined
  if (kind === DIGIT) return next !== DOT && next !== COMMA
  if (to - from === 1) return next !== DOT
  return kind === ARABIC || units[to - 1] !== LATIN_S || units[to - 2] !== APOSTROPHE
}

let scratch: Tokens | undefined

/** All of a text's words, readable. */
export function tokensOf(folded: Folded): Token[] {
  scratch ??= new Tokens()
  const tokens = scanTokens(folded, scratch)
  return Array.from({ length: tokens.length }, (_, number) => tokens.token(number))
}

/** Keeps a run of letters or digits, with what belongs to it; returns where the text goes on. */
function put(tokens: Tokens, kind: number, from: number, to: number): number {
  if (kind === DIGIT) return putNumber(tokens, from, to)
  if (to - from === 1) {
    const acronym = acronymAt(tokens.folded, from, kind)
    return acronym === undefined
      ? tokens.add(kind, from, to, to)
      : putJoined(tokens, kind, from, acronym)
  }
  // The possessive 's is shown and not compared; of "'s" alone nothing would be left.
  return tokens.add(kind, from, to - from > 2 ? to - 2 : to, to)
}

interface Joined {
  readonly text: string
  readonly end: number
}

function putJoined(tokens: Tokens, kind: number, from: number, { text, end }: Joined): number {
  tokens.joined.set(tokens.length, text)
  // No stretch of the text: its place is there, its letters are not.
  return tokens.add(kind, from, from, end)
}

function slowKindAt(folded: Folded, at: number): number {
  const unit = folded.units[at] ?? 0
  const kind = classOf(unit)
  if (kind !== SURROGATE) return kind
  const high = (unit & 0xfc00) === 0xdc00 ? at - 1 : at
  const pair = String.fromCharCode(folded.units[high] ?? 0, folded.units[high + 1] ?? 0)
  return classOfText(String.fromCodePoint(pair.codePointAt(0) ?? 0))
}

function kindAt(folded: Folded, at: number): number {
  if (at >= folded.length) return BREAK
  const kind = classOf(folded.units[at] ?? 0)
  return kind === SURROGATE || kind === UNKNOWN ? slowKindAt(folded, at) : kind
}

function isInnerApostrophe(folded: Folded, at: number): boolean {
  return folded.units[at] === APOSTROPHE && kindAt(folded, at + 1) === OTHER_LETTER
}

/** Two single letters or more with dots between: "U.N.", "\u0645.\u062A.\u0641". */
function acronymAt(folded: Folded, from: number, kind: number): Joined | undefined {
  const isDot = (at: number) => at < folded.length && folded.units[at] === DOT
  let text = ''
  let end = from
  for (let at = from; isSingleLetter(folded, at, kind); at = end + 1) {
    text += String.fromCharCode(folded.units[at] ?? 0)
    end = at + 1
    if (!isDot(end)) break
  }
  if (text.length < 2) return undefined
  return { text, end: isDot(end) ? end + 1 : end }
}

function isSingleLetter(folded: Folded, at: number, kind: number): boolean {
  return (
    kindAt(folded, at) === kind &&
    kindAt(folded, at + 1) === BREAK &&
    folded.units[at + 1] !== APOSTROPHE
  )
}

/** "1,400" and "1\u066C400" are one number, so is "3.5"; "26.11.2018" and "2018,2019" are several. */
const GROUPED = /^(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?![.,]?[0-9])/
/** Longer numbers are none. */
const LONGEST_NUMBER = 40

function putNumber(tokens: Tokens, from: number, to: number): number {
  const { folded } = tokens
  const end = isInsideNumber(folded, from) ? 0 : Math.min(folded.length, from + LONGEST_NUMBER)
  let around = ''
  for (let at = from; at < end; at += 1) around += String.fromCharCode(folded.units[at] ?? 0)
  const grouped = GROUPED.exec(around)?.[0] ?? ''
  if (grouped.length <= to - from) return tokens.add(DIGIT, from, to, to)
  const text = grouped.replaceAll(',', '')
  return putJoined(tokens, DIGIT, from, { text, end: from + grouped.length })
}

/** Behind a digit and a point or comma: a part of a date, or of a list without blanks. */
function isInsideNumber({ units }: Folded, from: number): boolean {
  const before = units[from - 1]
  if (before !== DOT && before !== COMMA) return false
  return classOf(units[from - 2] ?? 0) === DIGIT
}
