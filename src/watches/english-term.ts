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
  return term.inflected && isInflection(text, term.text) && !NOT_INFLECTED.has(text)
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
const LETTERS = /^[\p{L}']+$/u

/** Whether a text is a plural or verb form of a word. No form is spelt out: a hit would pay for all. */
function isInflection(text: string, word: string): boolean {
  const { length } = word
  // Two letters and an ending are another word: "us" is no plural of "u", "king" no form of "k".
  if (length < 3 || !text.startsWith(word.slice(0, -2)) || !LETTERS.test(word)) return false
  if (text.startsWith(word)) return mayFollow(text.slice(length), word)
  if (word.endsWith('ie')) return text === `${word.slice(0, -2)}ying`
  const without = word.slice(0, -1)
  if (CONSONANT_Y.test(word)) return text === `${without}ies` || text === `${without}ied`
  return word.endsWith('e') && !word.endsWith('ee') && text === `${without}ing`
}

/** Of the endings that leave the word as it is, or double its last letter. */
function mayFollow(ending: string, word: string): boolean {
  switch (ending) {
    case 's':
      return word.endsWith('o') || !(SIBILANT.test(word) || CONSONANT_Y.test(word))
    case 'es':
      return SIBILANT.test(word)
    case 'd':
      // "free, freed" but "fee" is not "feed".
      return word.endsWith('e') && (!word.endsWith('ee') || word.length > 3)
    case 'ed':
      return !word.endsWith('e') && !CONSONANT_Y.test(word) && !mustDouble(word)
    case 'ing':
      return word.endsWith('ee') || !(word.endsWith('e') || mustDouble(word))
  }
  const last = word.charAt(word.length - 1)
  return (ending === `${last}ed` || ending === `${last}ing`) && DOUBLING.test(word)
}

/** One syllable must double ("star" is not "staring"), a longer word may ("transferred"). */
function mustDouble(word: string): boolean {
  return DOUBLING.test(word) && (word.match(VOWEL_GROUPS)?.length ?? 0) === 1
}
