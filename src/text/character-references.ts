import { inPieces } from './in-pieces.ts'
import { LATIN_NAMES, NAME_RUNS, WINDOWS_LETTERS } from './character-references-table.ts'

const REFERENCE = /&(?:#(?:[xX]([\da-fA-F]+)|(\d+));?|([A-Za-z][A-Za-z\d]{1,31})(;?))/g

/** Built at the first name that is none of the common ones. */
let names: ReadonlyMap<string, string> | undefined
/** Those that HTML knows without a semicolon. */
let legacyNames: ReadonlySet<string> | undefined

const COMMON_NAMES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['AMP', '&'],
  ['LT', '<'],
  ['GT', '>'],
  ['QUOT', '"'],
  ['COPY', '\u00A9'],
  ['REG', '\u00AE'],
])

/**
 * Decodes HTML's character references once: numbers, the names of HTML 4, and the punctuation of
 * HTML 5. The whole table of HTML 5 (2,231 names, among them all of mathematics) would be a tenth of
 * the worker; a name that is not known stays as it is written.
 *
 * References that name no character (NUL, halves of surrogate pairs, beyond Unicode) vanish; the HTML
 * Standard would put U+FFFD there, which we never publish unless the publisher did.
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return inPieces(text, decoded)
}

function decoded(piece: string): string {
  return UNCOMMON.test(piece) ? piece.replace(REFERENCE, inText) : decodeCommon(piece)
}

const UNCOMMON = /&(?!(?:amp|lt|gt|quot|#39);)/

/** What our own escaping writes, without a call for each: `&amp;` last, so that nothing is decoded twice. */
function decodeCommon(piece: string): string {
  return piece
    .split('&lt;')
    .join('<')
    .split('&gt;')
    .join('>')
    .split('&quot;')
    .join('"')
    .split('&#39;')
    .join("'")
    .split('&amp;')
    .join('&')
}

/** The same inside an attribute: "&copy=3" of an address that nobody escaped is a parameter there. */
export function decodeAttribute(value: string): string {
  return value.includes('&') ? value.replace(REFERENCE, inAttribute) : value
}

type Found = [
  whole: string,
  hex: string | undefined,
  decimal: string | undefined,
  name: string | undefined,
  semicolon: string | undefined,
  offset: number,
  text: string,
]

function inText(...[whole, hex, decimal, name, semicolon]: Found): string {
  if (hex !== undefined) return characterOf(Number.parseInt(hex, 16))
  if (decimal !== undefined) return characterOf(Number(decimal))
  return nameOf(whole, name ?? '', semicolon ?? '', undefined)
}

function inAttribute(...[whole, hex, decimal, name, semicolon, offset, text]: Found): string {
  if (name === undefined) return inText(whole, hex, decimal, name, semicolon, offset, text)
  return nameOf(whole, name, semicolon ?? '', text[offset + whole.length] ?? '')
}

/** `next`: what stands behind, in an attribute; undefined in a text. */
function nameOf(whole: string, name: string, semicolon: string, next: string | undefined): string {
  const known = semicolon === ';' ? named(name) : undefined
  if (known !== undefined) return known
  const prefix = legacyPrefix(name)
  if (prefix === undefined) return whole
  const behind = name.slice(prefix.length) + semicolon
  if (next !== undefined && /^[=\da-zA-Z]/.test(behind + next)) return whole
  return `${named(prefix) ?? ''}${behind}`
}

function characterOf(code: number): string {
  if (!(code > 0) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return ''
  if (code >= 0x80 && code < 0xa0) return WINDOWS_LETTERS[code - 0x80] ?? ''
  return String.fromCodePoint(code)
}

function named(name: string): string | undefined {
  return COMMON_NAMES.get(name) ?? allNames().get(name)
}

function allNames(): ReadonlyMap<string, string> {
  names ??= new Map(
    [[0xa0, LATIN_NAMES] as const, ...NAME_RUNS].flatMap(([first, run]) =>
      run.split(' ').map((name, index) => [name, String.fromCodePoint(first + index)] as const),
    ),
  )
  return names
}

const LONGEST_LEGACY = 6

function legacyPrefix(name: string): string | undefined {
  legacyNames ??= new Set([...COMMON_NAMES.keys(), ...LATIN_NAMES.split(' ')])
  for (let length = Math.min(name.length, LONGEST_LEGACY); length > 1; length -= 1) {
    const prefix = name.slice(0, length)
    if (legacyNames.has(prefix)) return prefix
  }
  return undefined
}
