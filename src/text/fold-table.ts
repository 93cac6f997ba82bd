/** Entries with a meaning of their own; every other entry is the unit that takes the place. */
export const SAME = 0
export const DROPPED = 1
/** Decomposed when it is first met: the presentation blocks hold a thousand forms, a text few. */
export const UNRESOLVED = 2
/** Becomes several units, to be found in `several`. */
export const SEVERAL = 3
/** The first half of a character beyond the basic plane. */
export const PAIR = 4
/** A ta marbuta: what follows decides. */
export const TA_MARBUTA = 5
/** Greater entries are units. */
export const LAST_SPECIAL = 5

/** What folding takes away and the rules for words still ask for; bits of one number. */
export const TRAIT = {
  /** Tanwin fath was written: it licenses a final alef ("\u0634\u0643\u0631\u0627\u064B"). */
  tanwin: 1,
  /** Was a ta marbuta, not a ha. */
  taMarbuta: 2,
  /** Was a hamza on waw or ya. */
  hamzaSeat: 4,
  /** Was an alef maksura, not a ya. */
  maksura: 8,
  capital: 16,
} as const

type Ranges = readonly (readonly [number, number])[]

/** Soft hyphen, Arabic letter mark, zero-width and bidi controls, joiners, variation selectors. */
const INVISIBLE: Ranges = [
  [0x00ad, 0x00ad],
  [0x061c, 0x061c],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
]

/** Tatweel, vowel marks, Quranic signs, combining accents. */
const MARKS: Ranges = [
  [0x0300, 0x036f],
  [0x0610, 0x061a],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e8],
  [0x06ea, 0x06ed],
  [0x08ca, 0x08e1],
  [0x08e3, 0x08ff],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
  // Isolated forms of marks: NFKC makes them a blank and a mark, which would split the word.
  [0xfc5e, 0xfc63],
  [0xfe70, 0xfe7f],
]

const TO_DECOMPOSE: Ranges = [
  [0x00a0, 0x024f],
  [0x02b0, 0x02ff],
  [0x0370, 0x052f],
  [0x1d00, 0x1dbf],
  [0x1e00, 0x218f],
  [0x2460, 0x24ff],
  [0x3000, 0x33ff],
  [0xfb00, 0xfdff],
  [0xfe10, 0xfe6f],
  [0xfe80, 0xfefc],
  [0xff00, 0xffef],
]

const REPLACED: readonly (readonly [number, string])[] = [
  // Alef with madda, with hamza above and below, wasla, wavy hamzas, high hamza.
  [0x0627, '\u0622\u0623\u0625\u0671\u0672\u0673\u0675'],
  [0x0648, '\u0624\u0676\u0677'],
  [0x064a, '\u0626\u0678\u0649\u06CC\u06CD\u06D0\u06D2'],
  [0x0643, '\u06A9\u06AA'],
  [0x0647, '\u06BE\u06C0\u06C1\u06C2\u06D5'],
  // Curly and modifier apostrophes, primes, accents that stand for one, ayn and hamza of scholars.
  [0x0027, '\u2018\u2019\u201B\u2032\u00B4\u0060\u02B9\u02BB\u02BC\u02BE\u02BF\u02C8\uFF07'],
  [0x002e, '\u066B'],
  [0x002c, '\u066C'],
]

const TRAITS: readonly (readonly [number, string])[] = [
  // Beside the mark its isolated forms, which are dropped before they could be decomposed.
  [TRAIT.tanwin, '\u064B\uFE70\uFE71'],
  [TRAIT.taMarbuta, '\u0629\u06C3'],
  [TRAIT.hamzaSeat, '\u0624\u0626'],
  [TRAIT.maksura, '\u0649'],
]

export interface FoldTable {
  /** By UTF-16 unit: one of the entries above, or the unit that takes its place. */
  readonly entries: Uint16Array
  /** By UTF-16 unit: bits of `TRAIT`. Of a dropped mark: what it says of the letter before. */
  readonly traits: Uint8Array
  /** What a unit marked `SEVERAL` decomposes to; its units have entries of their own. */
  readonly several: Map<number, string>
}

let table: FoldTable | undefined

/** The table, filled at first use: a module that is only imported costs nothing. */
export function foldTable(): FoldTable {
  table ??= filled()
  return table
}

function filled(): FoldTable {
  const entries = new Uint16Array(0x10000)
  const traits = new Uint8Array(0x10000)
  entries.fill(PAIR, 0xd800, 0xdc00)
  for (const [first, last] of TO_DECOMPOSE) entries.fill(UNRESOLVED, first, last + 1)
  for (const [first, last] of INVISIBLE) entries.fill(DROPPED, first, last + 1)
  for (const [first, last] of MARKS) entries.fill(DROPPED, first, last + 1)
  for (let digit = 0; digit < 10; digit += 1) {
    entries[0x0660 + digit] = 0x30 + digit
    entries[0x06f0 + digit] = 0x30 + digit
  }
  for (let letter = 0x41; letter <= 0x5a; letter += 1) {
    entries[letter] = letter + 0x20
    traits[letter] = TRAIT.capital
  }
  for (const [unit, forms] of REPLACED) for (const form of forms) entries[form.charCodeAt(0)] = unit
  for (const [trait, forms] of TRAITS) for (const form of forms) traits[form.charCodeAt(0)] = trait
  entries[0x0629] = TA_MARBUTA
  entries[0x06c3] = TA_MARBUTA
  return { entries, traits, several: new Map() }
}

/**
 * Decides an entry that was left open, by compatibility decomposition (Unicode, UAX 15: NFKD;
 * accents and marks then fall with all others), and returns it.
 */
export function resolve(unit: number, { entries, traits, several }: FoldTable): number {
  const character = String.fromCharCode(unit)
  const lower = character.normalize('NFKD').toLowerCase().normalize('NFKD')
  const capital = character.toLowerCase() === character ? 0 : TRAIT.capital
  // Nothing to decompose: marked first, so that a unit which is its own form ends here.
  entries[unit] = SAME
  if (lower === character) return SAME
  let left = ''
  let kept = capital
  for (const part of lower) {
    const code = part.charCodeAt(0)
    const dropped = part.length === 1 && entries[code] === DROPPED
    if (!dropped) left += part
    // The forms of hamza on waw and ya decompose to the letter and a hamza above.
    if (code === 0x0654 && (left === '\u0648' || left === '\u064A')) kept |= TRAIT.hamzaSeat
    if (dropped || lower.length === 1 || left.length === 1) kept |= traits[code] ?? 0
  }
  const entry = left === '' ? DROPPED : left.length > 1 ? SEVERAL : target(left, entries)
  if (entry === SEVERAL) several.set(unit, lower)
  else traits[unit] = kept
  entries[unit] = entry
  return entry
}

function target(character: string, entries: Uint16Array): number {
  const code = character.charCodeAt(0)
  const entry = entries[code] ?? SAME
  return entry > SEVERAL ? entry : code
}
