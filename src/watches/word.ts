import type { Token } from '../text/tokens.ts'
import { type ArabicTerm, acceptsArabic, arabicTerm } from './arabic-term.ts'
import { type EnglishTerm, acceptsEnglish, englishTerm } from './english-term.ts'

/** One typed word of a query, with the rule by which it is looked for. */
export type Word = ArabicTerm | EnglishTerm | NumberWord

/** A number is found whole or not at all: "14" is not in "140". */
interface NumberWord {
  readonly kind: 'number'
  readonly text: string
}

export function wordOf(typed: Token): Word {
  switch (typed.script) {
    case 'arabic':
      return arabicTerm(typed)
    case 'other':
      return englishTerm(typed)
    case 'number':
      return { kind: 'number', text: typed.text }
  }
}

/** The rule itself: whether a word of a text is one that the typed word asks for. */
export function accepts(word: Word, token: Token): boolean {
  switch (word.kind) {
    case 'arabic':
      return acceptsArabic(word, token)
    case 'english':
      return acceptsEnglish(word, token)
    case 'number':
      return token.script === 'number' && token.text === word.text
  }
}
