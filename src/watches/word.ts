import { type Token, letterMaskOf } from '../text/tokens.ts'
import {
  type ArabicTerm,
  acceptsArabic,
  acceptsBehindClitic,
  arabicTerm,
  stemTexts,
} from './arabic-term.ts'
import { isOneEditAway } from './edit-distance.ts'
import { type EnglishTerm, acceptsEnglish, englishTerm } from './english-term.ts'
import type { QueryWord } from './query.ts'

/** One typed word of a query, with the rule by which it is looked for. */
export type Word = UsualWord | PrefixWord | FuzzyWord | ExactWord

type UsualWord = ArabicTerm | EnglishTerm | ExactWord

/** Typed `word*`: the words that begin so, behind an article or other clitics too. */
interface PrefixWord {
  readonly kind: 'prefix'
  readonly text: string
  readonly script: Token['script']
  readonly term: UsualWord
}

/** Typed `word~1`: what the word itself finds, and words of one letter more, less or other. */
interface FuzzyWord {
  readonly kind: 'fuzzy'
  readonly text: string
  readonly script: Token['script']
  readonly term: UsualWord
}

/** Found whole or not at all: a number ("14" is not in "140"), or what was asked to the letter. */
interface ExactWord {
  readonly kind: 'exact'
  readonly text: string
  readonly script: Token['script']
}

/** An article takes two letters; a misread word behind one must still be long enough. */
export const SHORTEST_FUZZY_BASE = 5

export function wordOf({ token, mode }: QueryWord): Word {
  const { text, script } = token
  const term = mode === 'exact' ? { kind: 'exact' as const, text, script } : usualWord(token)
  switch (mode) {
    case 'usual':
    case 'exact':
      return term
    case 'prefix':
      return { kind: 'prefix', text: baseOf(term), script, term }
    case 'fuzzy':
      return { kind: 'fuzzy', text, script, term }
  }
}

function usualWord(typed: Token): UsualWord {
  switch (typed.script) {
    case 'arabic':
      return arabicTerm(typed)
    case 'other':
      return englishTerm(typed)
    case 'number':
      return { kind: 'exact', text: typed.text, script: 'number' }
  }
}

/** The letters that must be there: an Arabic word without its article. */
function baseOf(term: UsualWord): string {
  return term.kind === 'arabic' ? term.base : term.text
}

/** The rule itself: whether a word of a text is one that the typed word asks for. */
export function accepts(word: Word, token: Token): boolean {
  switch (word.kind) {
    case 'arabic':
      return acceptsArabic(word, token)
    case 'english':
      return acceptsEnglish(word, token)
    case 'exact':
      return token.script === word.script && token.text === word.text
    case 'prefix':
      return acceptsPrefix(word, token)
    case 'fuzzy':
      return acceptsFuzzy(word, token)
  }
}

function acceptsPrefix({ text, script, term }: PrefixWord, token: Token): boolean {
  if (token.script !== script) return false
  if (term.kind !== 'arabic') return token.text.startsWith(text)
  return acceptsBehindClitic(term, token, (rest) => rest.startsWith(text))
}

function acceptsFuzzy({ text, script, term }: FuzzyWord, token: Token): boolean {
  if (token.script !== script) return false
  if (accepts(term, token) || isOneEditAway(text, token.text)) return true
  if (term.kind !== 'arabic' || term.base.length < SHORTEST_FUZZY_BASE) return false
  return acceptsBehindClitic(term, token, (rest) => isOneEditAway(term.base, rest))
}

/** The letters that every form of a word has, as `letterMaskOf` has them: without them it is none. */
export function letterMask(word: Word): number {
  switch (word.kind) {
    case 'arabic': {
      let mask = -1
      for (const text of stemTexts(word)) mask &= letterMaskOf(text)
      return mask
    }
    case 'english':
      // "dying" has two letters of "die" no more.
      return letterMaskOf(word.inflected ? word.text.slice(0, -2) : word.text)
    case 'exact':
    case 'prefix':
      return letterMaskOf(word.text)
    case 'fuzzy':
      return 0
  }
}

/** How many letters a form of a word has at least: an ending may take the place of one. */
export function leastLetters(word: Word): number {
  switch (word.kind) {
    case 'arabic':
      return word.base.length - 1
    case 'english':
    case 'exact':
    case 'prefix':
      return word.text.length - 1
    case 'fuzzy':
      return 0
  }
}

/** Whether two words of queries are one and the same word. */
export function isTypedAlike(one: QueryWord | undefined, other: QueryWord): boolean {
  if (one === undefined || one.mode !== other.mode) return false
  const { token: a } = one
  const { token: b } = other
  return a.script === b.script && a.traits === b.traits && a.capitals === b.capitals
}
