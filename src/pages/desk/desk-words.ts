import type table from '../../../public/words/desk.json'
import type { Language } from '../../text/language.ts'

/** The name of something that the desk says. */
export type DeskWord = keyof typeof table

export type DeskWords = (word: DeskWord) => string

/** For each word its English and its Arabic. */
let known: Readonly<Record<string, readonly string[]>> | undefined

/**
 * Gives an isolate the words. They lie beside the worker and not in it: one operator reads them, and
 * every alarm and every feed would pay for them at its cold start.
 */
export function learnDeskWords(words: Readonly<Record<string, readonly string[]>>): void {
  known = words
}

/** Whether the words are still to be learnt. */
export function lacksDeskWords(): boolean {
  return known === undefined
}

/** The desk's words in one language. */
export function deskWords(lang: Language): DeskWords {
  return (word) => said(word, lang) ?? word
}

/** What is expected in a field of this name, where there is anything to say: the word and `Hint`. */
export function deskHint(word: DeskWord, lang: Language): string | undefined {
  return said(`${word}Hint`, lang)
}

function said(word: string, lang: Language): string | undefined {
  return known?.[word]?.[lang === 'en' ? 0 : 1]
}
