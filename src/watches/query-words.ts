import { Folded, fold } from '../text/fold.ts'
import { tokensOf } from '../text/scan-tokens.ts'
import type { Token } from '../text/tokens.ts'
import type { QueryErrorReason } from './query-error-table.ts'
import type { QueryTerm, QueryWord } from './query.ts'

/** Letters before a `*`: fewer would hit everything. */
const SHORTEST_PREFIX = 3
/** Letters of a word with `~1`: in a shorter one, one letter more or less is another word. */
const SHORTEST_FUZZY = 5

type Words = QueryTerm['words'] | QueryErrorReason

/** Queries are many and short; their columns are needed only until they are tokens. */
const folded = new Folded()

/**
 * A typed text, and the words of any stretch of it. It is folded once and whole: cut into words
 * first, each would be folded by itself, and ten thousand watches take twice as long.
 */
export class TypedText {
  readonly text: string
  readonly #tokens: readonly Token[]

  constructor(text: string) {
    this.text = text
    this.#tokens = tokensOf(fold(text, folded))
  }

  /** The words of what was typed without a blank: mostly one. Empty for punctuation alone. */
  wordsIn(from: number, to: number): Words {
    const tilde = this.#find('~', from, to)
    if (tilde >= 0) return this.#fuzzyWord(from, tilde, this.text.slice(tilde + 1, to))
    const words = this.#starred(from, to)
    return typeof words !== 'string' && isOneLetter(words) ? 'one-letter' : words
  }

  /** The words of a phrase. Never empty. */
  phraseIn(from: number, to: number): Words {
    if (this.#find('~', from, to) >= 0) return 'fuzzy-phrase'
    const words: QueryWord[] = []
    let at = from
    while (at < to) {
      const star = this.#find('*', at, to)
      if (star < 0) break
      const blank = this.text.slice(star, to).search(/\s/)
      const end = blank < 0 ? to : star + blank
      const some = this.#starred(at, end)
      if (typeof some === 'string') return some
      words.push(...some)
      at = end
    }
    words.push(...this.#words(at, to, 'usual'))
    return checked(words)
  }

  /** Words that are found as they stand, for what is asked to the letter. */
  exactIn(from: number, to: number): Words {
    return checked(this.#words(from, to, 'exact'))
  }

  #find(sign: string, from: number, to: number): number {
    const at = this.text.indexOf(sign, from)
    return at < to ? at : -1
  }

  #words(from: number, to: number, mode: QueryWord['mode']): QueryWord[] {
    const words: QueryWord[] = []
    for (const token of this.#tokens) {
      if (token.start >= to) break
      if (token.start >= from) words.push({ token, mode })
    }
    return words
  }

  #starred(from: number, to: number): Words {
    const star = this.#find('*', from, to)
    if (star < 0) return this.#words(from, to, 'usual')
    // After the star only what closes a sentence may stand.
    if (/[\p{L}\p{N}*]/u.test(this.text.slice(star + 1, to))) return 'wildcard-place'
    const words = this.#words(from, star, 'usual')
    const last = words.at(-1)
    if (last === undefined || lettersOf(last.token) < SHORTEST_PREFIX) return 'wildcard-short'
    return [...words.slice(0, -1), { token: last.token, mode: 'prefix' }]
  }

  #fuzzyWord(from: number, to: number, edits: string): Words {
    if (!/^[1١۱]?[\u200B-\u200F]*$/.test(edits)) return 'fuzzy-number'
    if (this.#find('*', from, to) >= 0) return 'wildcard-place'
    const words = this.#words(from, to, 'fuzzy')
    const [only, second] = words
    if (only === undefined || second !== undefined || only.token.script === 'number')
      return 'fuzzy-phrase'
    return only.token.text.length < SHORTEST_FUZZY ? 'fuzzy-short' : words
  }
}

/** One term of a concept: a word with `*` or `~1`, or a phrase. */
export function conceptWords(term: string): Words {
  const typed = new TypedText(term.trim())
  const { length } = typed.text
  const words = /\s/.test(typed.text) ? typed.phraseIn(0, length) : typed.wordsIn(0, length)
  return typeof words === 'string' ? words : checked(words)
}

function checked(words: readonly QueryWord[]): Words {
  if (words.length === 0) return 'empty-phrase'
  return isOneLetter(words) ? 'one-letter' : words
}

/** An article is no part of what a prefix says. */
function lettersOf({ text, script }: Token): number {
  return script === 'arabic' && text.startsWith('ال') ? text.length - 2 : text.length
}

function isOneLetter(words: readonly QueryWord[]): boolean {
  const [only, second] = words
  return second === undefined && only !== undefined && only.token.text.length === 1
}
