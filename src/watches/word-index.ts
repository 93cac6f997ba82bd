import { fold } from '../text/fold.ts'
import { ARABIC, DIGIT, OTHER_LETTER } from '../text/letters.ts'
import { scanTokens } from '../text/scan-tokens.ts'
import type { Token, Tokens } from '../text/tokens.ts'
import { KEPT_POWERS, hashPowers, stretchHash, wordHash } from '../text/word-hash.ts'
import { arabicEndings, englishEndings, proclitics } from './affix-tries.ts'
import { stemTexts } from './arabic-term.ts'
import { HashChains, mayHold } from './hash-chains.ts'
import { englishStems } from './english-term.ts'
import { Heads } from './heads.ts'
import { Misread } from './misread.ts'
import { Peeled } from './peeled.ts'
import type { QueryWord } from './query.ts'
import { type Word, accepts, isTypedAlike, leastLetters, letterMask, wordOf } from './word.ts'

/** The place of a word in a `WordIndex`. */
export type WordNumber = number

/**
 * The words of all queries, found by what may stand in a text: each token is peeled of the clitics
 * and endings it seems to have, what is left is looked up by its hash, and what is found is verified
 * by the rule. Ten thousand words so cost hardly more than ten.
 */
export class WordIndex {
  readonly #words: Word[] = []
  /** By word its `letterMask`. */
  readonly #masks: number[] = []
  /** While it is made: how each word was typed, and by folded word the numbers typed so. */
  #typed: QueryWord[] = []
  readonly #numbers = new Map<string, WordNumber | WordNumber[]>()
  readonly #isSought: boolean[] = []
  /** By Arabic stem, English form or number. */
  readonly #forms = new HashChains()
  #shortestForm = Infinity
  readonly #heads = new Heads()
  readonly #prefixes = new HashChains()
  readonly #prefixLengths: number[] = []
  readonly #misread = new Misread()

  /** The number of a typed word; one and the same for words typed alike. */
  add(typed: QueryWord): WordNumber {
    const { text } = typed.token
    const alike = this.#numbers.get(text)
    const known =
      typeof alike === 'number'
        ? [alike].find((number) => isTypedAlike(this.#typed[number], typed))
        : alike?.find((number) => isTypedAlike(this.#typed[number], typed))
    if (known !== undefined) return known
    const word = wordOf(typed)
    const number = this.#words.push(word) - 1
    this.#masks.push(letterMask(word))
    this.#typed[number] = typed
    if (alike === undefined) this.#numbers.set(text, number)
    else if (typeof alike === 'number') this.#numbers.set(text, [alike, number])
    else alike.push(number)
    return number
  }

  /** No word comes any more: what was only needed for that is let go. */
  close(): void {
    this.#typed = []
    this.#numbers.clear()
  }

  /** Lets a word be found; the others of a phrase are only looked at beside one that was. */
  seek(number: WordNumber): void {
    const word = this.#words[number]
    if (word === undefined || this.#isSought[number] === true) return
    this.#isSought[number] = true
    this.#seek(word, number)
  }

  /**
   * Adds to `found` each token that may be one of the words, by its letters alone, and the number of
   * the word, in turn and in the order of the tokens.
   */
  find(tokens: Tokens, found: number[]): void {
    this.#peel(tokens)
    const words: WordNumber[] = []
    // All look-ups follow one another: each waits for memory, and so they wait together.
    for (let n = 0; n < peeled.length; n += 1) {
      const at = peeled.token(n)
      if (peeled.isWhole(n)) this.#look(tokens, at, words)
      else this.#forms.collect(peeled.hash(n), words)
      if (words.length === 0 || (n + 1 < peeled.length && peeled.token(n + 1) === at)) continue
      for (const word of words) found.push(at, word)
      words.length = 0
    }
  }

  /**
   * Writes tokens, with the hashes of what is left of them without clitics and endings where that may
   * be a form. Most tokens are nobody's, and this loop is nearly all that they cost.
   */
  #peel(tokens: Tokens): void {
    peeled.clear()
    const { from, to, kinds, hashes, length } = tokens
    const { units } = tokens.folded
    const { bits } = this.#forms
    const powers = hashPowers()
    const shortest = this.#shortestForm
    const heads = this.#heads
    const [clitics, arabicEnds, englishEnds] = [proclitics(), arabicEndings(), englishEndings()]
    const special = !this.#prefixes.isEmpty || !this.#misread.isEmpty
    for (let number = 0; number < length; number += 1) {
      const start = from[number] ?? 0
      const end = to[number] ?? 0
      const most = end - start - 2
      if (special || most >= LONG || most === JOINED) {
        peeled.putWhole(number)
        continue
      }
      if (end - start < shortest) continue
      const kind = kinds[number] ?? 0
      const before = kind === ARABIC ? clitics.walk(units, start, 1, most, BEFORE) : 1
      let after = 0
      for (let b = 0; b < before; b += 1) {
        const stem = start + (BEFORE[b] ?? 0)
        if (!heads.mayBegin(units, stem)) continue
        if (after === 0) {
          if (kind === ARABIC) after = arabicEnds.walk(units, end - 1, -1, most, AFTER)
          else if (kind === OTHER_LETTER) after = englishEnds.walk(units, end - 1, -1, most, AFTER)
          else after = 1
        }
        const hash = hashes[stem] ?? 0
        for (let a = 0; a < after; a += 1) {
          const stop = end - (AFTER[a] ?? 0)
          if (stop <= stem) break
          const whole = ((hashes[stop] ?? 0) - Math.imul(hash, powers[stop - stem] ?? 1)) | 0
          if (mayHold(bits, whole)) peeled.put(number, whole)
        }
      }
    }
  }

  /** Whether a token has letters enough for a word. */
  mayBe(number: WordNumber, tokens: Tokens, at: number): boolean {
    const word = this.#words[number]
    if (word === undefined) return false
    const letters = (tokens.to[at] ?? 0) - (tokens.from[at] ?? 0)
    return letters === 0 || leastLetters(word) <= letters
  }

  accepts(number: WordNumber, token: Token): boolean {
    const word = this.#words[number]
    return word !== undefined && accepts(word, token)
  }

  /** The same of a token that is not readable yet: mostly its letters alone say no. */
  acceptsAt(number: WordNumber, tokens: Tokens, at: number): boolean {
    const mask = this.#masks[number] ?? 0
    return (mask & ~tokens.letterMask(at)) === 0 && this.accepts(number, tokens.token(at))
  }

  #seek(word: Word, number: WordNumber): void {
    switch (word.kind) {
      case 'arabic':
        for (const text of stemTexts(word)) this.#addForm(text, number)
        return
      case 'english':
        for (const stem of englishStems(word)) this.#addForm(stem, number)
        return
      case 'exact':
        this.#addForm(word.text, number)
        return
      case 'prefix':
        this.#prefixes.add(wordHash(word.text), number)
        if (!this.#prefixLengths.includes(word.text.length))
          this.#prefixLengths.push(word.text.length)
        return
      case 'fuzzy': {
        this.#seek(word.term, number)
        const spellings = [word.text]
        if (word.term.kind === 'arabic') spellings.push(word.term.base)
        for (const text of new Set(spellings)) this.#misread.add(text, number)
      }
    }
  }

  #addForm(form: string, number: WordNumber): void {
    this.#shortestForm = Math.min(this.#shortestForm, form.length)
    this.#forms.add(wordHash(form), number)
    this.#heads.add(form)
  }

  /** The same for one token, whatever it is, and for beginnings and misread words. */
  #look(tokens: Tokens, at: number, found: WordNumber[]): void {
    const joined = tokens.joined.get(at)
    if (joined !== undefined) {
      // A number with its commas cut is found whole; an acronym is a word like others.
      if (tokens.kinds[at] === DIGIT) this.#forms.collect(wordHash(joined), found)
      else this.#look(scanTokens(fold(joined)), 0, found)
      return
    }
    const { hashes, kinds } = tokens
    const { units } = tokens.folded
    const start = tokens.from[at] ?? 0
    const end = tokens.to[at] ?? 0
    const most = end - start - 2
    let before = 1
    let after = 1
    if (kinds[at] === ARABIC) {
      before = proclitics().walk(units, start, 1, most, BEFORE)
      after = arabicEndings().walk(units, end - 1, -1, most, AFTER)
    } else if (kinds[at] === OTHER_LETTER) {
      after = englishEndings().walk(units, end - 1, -1, most, AFTER)
    }
    for (let b = 0; b < before; b += 1) {
      const stem = start + (BEFORE[b] ?? 0)
      for (let a = 0; a < after; a += 1) {
        const stop = end - (AFTER[a] ?? 0)
        if (stop > stem) this.#forms.collect(stretchHash(hashes, stem, stop), found)
      }
      if (!this.#prefixes.isEmpty) this.#lookForPrefixes(hashes, stem, end, found)
      if (!this.#misread.isEmpty) this.#misread.collect(hashes, stem, end, found)
    }
  }

  #lookForPrefixes(hashes: Int32Array, start: number, end: number, found: WordNumber[]): void {
    for (const length of this.#prefixLengths) {
      if (length <= end - start)
        this.#prefixes.collect(stretchHash(hashes, start, start + length), found)
    }
  }
}

/** What is left of a word of no letters: one that is no stretch of the text. */
const JOINED = -2

/** Longer words are rare, and looked at one by one. */
const LONG = KEPT_POWERS - 3

/** Lengths of what a token begins and ends with; the first is nothing. */
const BEFORE = new Uint8Array(8)
const AFTER = new Uint8Array(8)

/** What `#peel` wrote last. */
const peeled = new Peeled()
