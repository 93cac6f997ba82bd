import type { Token } from '../text/tokens.ts'
import { NOT_INFLECTED, WORDS_LIKE_ACRONYMS } from './english-words-table.ts'

/**
 * A typed word of another script than Arabic, by the rules of English (matching report, 1.5).
 * How it was typed decides: "coalition" takes plural, -ed and -ing; "Coalition" is a name and takes
 * the possessive alone, which tokens have lost already; "IDP" also the plural of an acronym.
 */
export interface EnglishTerm {
  readonly kind: 'english'
  readonly text: string
  /** Typed in small letters: its plural and verb forms are meant too. */
  readonly inflected: boolean
  /** Of an acronym its letters, which must be capitals before the s of its plural: "IDPs". Else 0. */
  readonly acronym: number
  /** Spelt like an everyday word ("US", "WHO"): then only capitals are meant. */
  readonly capitalsOnly: boolean
}

export function englishTerm({ text, capitals }: Token): EnglishTerm {
  const acronym = capitals >= 2 && capitals === lettersIn(text) ? capitals : 0
  return {
    kind: 'english',
    text,
    inflected: capitals === 0,
    acronym,
    capitalsOnly: acronym > 0 && WORDS_LIKE_ACRONYMS.has(text),
  }
}

/** Whether a word of the text is the term or one of its forms. */
export function acceptsEnglish(term: EnglishTerm, { script, text, capitals }: Token): boolean {
  if (script !== 'other') return false
  if (text === term.text) return !term.capitalsOnly || capitals >= term.acronym
  if (term.acronym > 0) return text === `${term.text}s` && capitals >= term.acronym
  return term.inflected && !NOT_INFLECTED.has(text) && inflections(term.text).includes(text)
}

/** What forms end in: words of a text are looked up without them. */
export const ENGLISH_ENDINGS: readonly string[] = ['s', 'es', 'd', 'ed', 'ing', 'ies', 'ied']

/**
 * Letters by which every form is found once an ending is taken off: attack for "attacking", stat
 * for "stating", famil for "families", plann for "planned", dy for "dying".
 */
export function englishStems({ text, inflected }: EnglishTerm): string[] {
  if (!inflected || text.length < 3) return [text]
  const last = text.charAt(text.length - 1)
  if (last !== 'e') return [text, last === 'y' ? text.slice(0, -1) : text + last]
  const short = text.slice(0, -1)
  return short.endsWith('i') ? [text, short, `${short.slice(0, -1)}y`] : [text, short]
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}

const SIBILANT = /(?:s|x|z|ch|sh|o)$/
const CONSONANT_Y = /[^aeiou]y$/
/** "ban", "plan", "transfer": a single vowel and one consonant that is doubled. */
const DOUBLING = /[^aeiou][aeiou][bcdfgklmnprtvz]$/
const VOWEL_GROUPS = /[aeiouy]+/g

function inflections(word: string): string[] {
  // Two letters and an ending are another word: "us" is no plural of "u", "king" no form of "k".
  if (word.length < 3 || !/^[\p{L}']+$/u.test(word)) return []
  return [...plurals(word), ...verbForms(word)]
}

function plurals(word: string): string[] {
  if (CONSONANT_Y.test(word)) return [`${word.slice(0, -1)}ies`]
  return SIBILANT.test(word)
    ? [`${word}es`, ...(word.endsWith('o') ? [`${word}s`] : [])]
    : [`${word}s`]
}

function verbForms(word: string): string[] {
  const without = word.slice(0, -1)
  // "free, freed" but "fee" is not "feed".
  if (word.endsWith('ee')) return word.length > 3 ? [`${word}d`, `${word}ing`] : [`${word}ing`]
  if (word.endsWith('ie')) return [`${word}d`, `${word.slice(0, -2)}ying`]
  if (word.endsWith('e')) return [`${word}d`, `${without}ing`]
  if (CONSONANT_Y.test(word)) return [`${without}ied`, `${word}ing`]
  const doubled = word + word.slice(-1)
  const both = [`${doubled}ed`, `${doubled}ing`]
  const plain = [`${word}ed`, `${word}ing`]
  if (!DOUBLING.test(word)) return plain
  // One syllable must double ("star" is not "staring"), a longer word may ("transferred").
  return (word.match(VOWEL_GROUPS)?.length ?? 0) === 1 ? both : [...plain, ...both]
}
