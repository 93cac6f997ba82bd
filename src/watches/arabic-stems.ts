import { TRAIT } from '../text/fold-table.ts'
import type { Token } from '../text/tokens.ts'
import { ENDINGS } from './arabic-affixes-table.ts'

/** A written form of the word, and what may follow it. */
export interface Stem {
  readonly text: string
  /** Bits of `ENDINGS`. */
  readonly endings: number
  /** Only where the text has a hamza on waw or ya: مسؤول is مسئول, but سؤال is not سيال. */
  readonly needsSeat: boolean
}

const YA = 'ي'
const WAW = 'و'
const TA = 'ت'
const HAMZA = 'ء'
const FEMININE_PLURAL = 'ات'

/** Two letters with a clitic are mostly another word: "يد" (hand) in "بيد" (but), "ليد". */
export function isShort(base: string): boolean {
  return base.length <= 2
}

/** The forms in which a typed word, without its article, may be written. */
export function stemsOf(base: string, typed: Token): Stem[] {
  const spellings = [
    { text: base, needsSeat: false },
    ...otherSeats(base, typed).map((text) => ({ text, needsSeat: true })),
  ]
  return spellings.flatMap(({ text, needsSeat }) => formsOf(text, typed, needsSeat))
}

function formsOf(base: string, typed: Token, needsSeat: boolean): Stem[] {
  const stem = (text: string, endings: number, seat = needsSeat): Stem => ({
    text,
    endings,
    needsSeat: seat,
  })
  if (isShort(base)) return [stem(base, ENDINGS.none)]
  const short = base.slice(0, -1)
  if (has(typed, TRAIT.taMarbuta)) {
    return [
      stem(base, ENDINGS.none),
      stem(short + TA, ENDINGS.afterTa),
      stem(short, ENDINGS.inPlaceOfTa),
    ]
  }
  const plain = stem(base, base.endsWith(FEMININE_PLURAL) ? ENDINGS.plural : ENDINGS.plain)
  if (base.endsWith(HAMZA)) {
    // Before a pronoun the hamza takes a seat by its vowel: أعضاؤها، أعضائها.
    return [
      plain,
      stem(short + WAW, ENDINGS.pronoun, true),
      stem(short + YA, ENDINGS.pronoun, true),
    ]
  }
  // Before a pronoun alef maksura is written alef: مستشفى، مستشفاها.
  return has(typed, TRAIT.maksura) ? [plain, stem(`${short}ا`, ENDINGS.pronoun)] : [plain]
}

/**
 * The spellings with hamza on the other seat: مسؤول and مسئول are one word in two countries.
 * Only a seat may change: where the hamza was typed is no longer known, so each waw and ya that may
 * have carried it is tried, and the text must show a seat.
 */
function otherSeats(base: string, typed: Token): string[] {
  if (!has(typed, TRAIT.hamzaSeat)) return []
  const spellings: string[] = []
  for (let at = 1; at < base.length; at += 1) {
    const letter = base.charAt(at)
    if (letter !== WAW && letter !== YA) continue
    spellings.push(base.slice(0, at) + (letter === WAW ? YA : WAW) + base.slice(at + 1))
  }
  return spellings
}

function has({ traits }: Token, trait: number): boolean {
  return (traits & trait) !== 0
}
