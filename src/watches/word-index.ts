import type { Token } from '../text/tokens.ts'
import {
  AFTER_TA,
  IN_PLACE_OF_TA,
  PLURAL_ENDINGS,
  PROCLITICS,
  PRONOUN_ENDINGS,
} from './arabic-affixes-table.ts'
import { type Word, accepts, wordOf } from './word.ts'

/** The place of a word in a `WordIndex`. */
export type WordNumber = number

const NONE: readonly WordNumber[] = []

/**
 * All words of all queries, found by what may stand in a text: each distinct token is peeled of the
 * clitics and endings it seems to have, the bases left are looked up, and what is found is verified
 * by the rule. Ten thousand words so cost no more than ten.
 */
export class WordIndex {
  readonly #words: Word[] = []
  readonly #numbers = new Map<string, WordNumber>()
  /** By Arabic stem, English form or number. */
  readonly #byForm = new Map<string, WordNumber[]>()

  /** The number of a typed word; one and the same for words typed alike. */
  add(typed: Token): WordNumber {
    const { text, script, traits, capitals } = typed
    const key = [text, script, traits, capitals].join(' ')
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const word = wordOf(typed)
    const number = this.#words.push(word) - 1
    this.#numbers.set(key, number)
    for (const form of formsOf(word)) {
      const others = this.#byForm.get(form)
      if (others === undefined) this.#byForm.set(form, [number])
      else others.push(number)
    }
    return number
  }

  /** The words that a token may be, by its letters alone; few, and mostly none. */
  candidates({ text, script }: Pick<Token, 'text' | 'script'>): readonly WordNumber[] {
    const found = script === 'arabic' && text.length > 1 ? this.#peel(text) : this.#byForm.get(text)
    return found ?? NONE
  }

  accepts(number: WordNumber, token: Token): boolean {
    const word = this.#words[number]
    return word !== undefined && accepts(word, token)
  }

  #peel(text: string): readonly WordNumber[] | undefined {
    let found: Set<WordNumber> | undefined
    const endings = ENDINGS_BY_LAST.get(text.charAt(text.length - 1)) ?? BARE
    for (const before of PROCLITICS_BY_FIRST.get(text.charAt(0)) ?? BARE) {
      if (text.length < before.length + 2 || !text.startsWith(before)) continue
      for (const after of endings) {
        const end = text.length - after.length
        if (end < before.length + 2 || !text.endsWith(after)) continue
        const numbers = this.#byForm.get(text.slice(before.length, end))
        if (numbers === undefined) continue
        found ??= new Set()
        for (const number of numbers) found.add(number)
      }
    }
    return found === undefined ? undefined : [...found]
  }
}

function formsOf(word: Word): ReadonlySet<string> {
  switch (word.kind) {
    case 'arabic':
      return new Set(word.stems.map(({ text }) => text))
    case 'english':
      return word.acronymPlural === undefined
        ? word.forms
        : new Set([...word.forms, word.acronymPlural])
    case 'number':
      return new Set([word.text])
  }
}

const BARE: readonly string[] = ['']

const PROCLITICS_BY_FIRST = grouped(
  PROCLITICS.map(({ text }) => text),
  (text) => text.charAt(0),
)

const ENDINGS_BY_LAST = grouped(
  [...PLURAL_ENDINGS, ...AFTER_TA, ...IN_PLACE_OF_TA, ...PRONOUN_ENDINGS],
  (text) => text.charAt(text.length - 1),
)

/** By a letter; each group begins with nothing, since the letter may as well be the word's. */
function grouped(
  affixes: readonly string[],
  letterOf: (affix: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const affix of new Set(affixes)) {
    if (affix === '') continue
    const group = groups.get(letterOf(affix)) ?? ['']
    group.push(affix)
    groups.set(letterOf(affix), group)
  }
  return groups
}
