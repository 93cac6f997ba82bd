/** Entries with a meaning of their own; every greater one is the unit that takes the place. */
export const UNRESOLVED = 0
export const DROPPED = 1
/** Becomes several units, to be found in `several`. */
export const SEVERAL = 2
/** The first half of a character beyond the basic plane. */
export const PAIR = 3
/** A ta marbuta: what follows decides. */
export const TA_MARBUTA = 4
export const LAST_SPECIAL = 4

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
  /** Was an alef with hamza or madda, which the article never has. */
  alefHamza: 32,
} as const

const BLANK = 0x20

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

/** Where capitals, accents and presentation forms are. */
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
  [TRAIT.alefHamza, '\u0622\u0623\u0625'],
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

/**
 * The table. Filled at first use with the little that is written here; each other unit is decided
 * when it is first met, since a text uses a hundred of them, and an isolate starts often.
 */
export function foldTable(): FoldTable {
  table ??= filled()
  return table
}

function filled(): FoldTable {
  const entries = new Uint16Array(0x10000)
  const traits = new Uint8Array(0x10000)
  entries.fill(PAIR, 0xd800, 0xdc00)
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
 * Decides an entry that was left open and returns it: by compatibility decomposition (Unicode,
 * UAX 15: NFKD) where that may change anything; accents and marks then fall with all others.
 */
export function resolve(unit: number, table: FoldTable): number {
  const entry = isIn(TO_DECOMPOSE, unit) ? decomposed(unit, table) : itself(unit)
  table.entries[unit] = entry
  return entry
}

function isIn(ranges: Ranges, unit: number): boolean {
  return ranges.some(([first, last]) => unit >= first && unit <= last)
}

/** The lowest control characters cannot be entries; nobody misses them in a text. */
function itself(unit: number): number {
  return unit > LAST_SPECIAL ? unit : BLANK
}

function decomposed(unit: number, { entries, traits, several }: FoldTable): number {
  const character = String.fromCharCode(unit)
  const lower = character.normalize('NFKD').toLowerCase().normalize('NFKD')
  const capital = character.toLowerCase() === character ? 0 : TRAIT.capital
  if (lower === character) return itself(unit)
  let left = ''
  let kept: number = capital
  for (const part of lower) {
    const code = part.charCodeAt(0)
    const dropped = part.length === 1 && entries[code] === DROPPED
    if (!dropped) left += part
    // The forms of hamza on waw and ya decompose to the letter and a hamza above.
    if (code === 0x0654 && (left === '\u0648' || left === '\u064A')) kept |= TRAIT.hamzaSeat
    if (code >= 0x0653 && code <= 0x0655 && left === '\u0627') kept |= TRAIT.alefHamza
    if (dropped || left.length === 1) kept |= traits[code] ?? 0
  }
  if (left === '') return DROPPED
  if (left.length > 1) {
    several.set(unit, lower)
    return SEVERAL
  }
  traits[unit] = kept
  const code = left.charCodeAt(0)
  // A form of ta marbuta is one: what follows decides there, too.
  return (entries[code] ?? UNRESOLVED) > SEVERAL ? (entries[code] ?? code) : itself(code)
}
