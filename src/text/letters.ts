/** What a folded UTF-16 unit is to a reader of words. */
export const BREAK = 0
export const ARABIC = 1
/** A letter of any other script; they stand together, Arabic alone stands apart. */
export const OTHER_LETTER = 2
export const DIGIT = 3
/** Half of a pair outside the basic plane: the pair decides. */
export const SURROGATE = 4

/** Not looked up yet: ask `classOf`. */
export const UNKNOWN = 255

const ARABIC_RANGES: readonly (readonly [number, number])[] = [
  [0x0620, 0x063f],
  [0x0641, 0x064a],
  [0x066e, 0x066f],
  [0x0671, 0x06d3],
  [0x06d5, 0x06d5],
  [0x06ee, 0x06ef],
  [0x06fa, 0x06fc],
  [0x06ff, 0x06ff],
  [0x0750, 0x077f],
  [0x08a0, 0x08c9],
]

let classes: Uint8Array | undefined

/** By folded unit its class, or `UNKNOWN`: for loops that cannot afford a call a letter. */
export function letterClasses(): Uint8Array {
  classes ??= filled()
  return classes
}

/** The class of a folded unit. The wider planes are looked up once each, as they are met. */
export function classOf(unit: number): number {
  const table = letterClasses()
  const known = table[unit] ?? BREAK
  if (known !== UNKNOWN) return known
  const found = classOfText(String.fromCharCode(unit))
  table[unit] = found
  return found
}

/** The class of one character, of one unit or two. */
export function classOfText(character: string): number {
  if (/\p{L}/u.test(character)) return OTHER_LETTER
  return /\p{N}/u.test(character) ? DIGIT : BREAK
}

function filled(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(UNKNOWN)
  table.fill(BREAK, 0, 0x80)
  table.fill(DIGIT, 0x30, 0x3a)
  table.fill(OTHER_LETTER, 0x61, 0x7b)
  table.fill(BREAK, 0x0600, 0x0700)
  for (const [first, last] of ARABIC_RANGES) table.fill(ARABIC, first, last + 1)
  table.fill(SURROGATE, 0xd800, 0xe000)
  return table
}
