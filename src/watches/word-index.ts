import { fold } from '../text/fold.ts'
import { ARABIC, DIGIT, OTHER_LETTER } from '../text/letters.ts'
import { scanTokens } from '../text/scan-tokens.ts'
import type { Token, Tokens } from '../text/tokens.ts'
import { KEPT_POWERS, hashPowers, powerOf, stretchHash, wordHash } from '../text/word-hash.ts'
import { AffixTrie } from './affix-trie.ts'
import { PROCLITICS, arabicEndings } from './arabic-affixes-table.ts'
import { HashChains, mayHold } from './hash-chains.ts'
import { ENGLISH_ENDINGS, englishStems } from './english-term.ts'
import type { QueryWord } from './query.ts'
import { SHORTEST_FUZZY_BASE, type Word, accepts, letterMask, wordOf } from './word.ts'

/** The place of a word in a `WordIndex`. */
export type WordNumber = number

function isTypedAlike(one: QueryWord | undefined, other: QueryWord): boolean {
  if (one === undefined || one.mode !== other.mode) return false
  const { token: a } = one
  const { token: b } = other
  return a.script === b.script && a.traits === b.traits && a.capitals === b.capitals
}

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
  readonly #prefixes = new HashChains()
  readonly #prefixLengths: number[] = []
  /** By a misread word's letters without one of them: two words so met are about one edit apart. */
  readonly #misread = new HashChains()
  #longestMisread = 0

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
   * The first token from `at` on that may be one of the words, by its letters alone; the number of
   * tokens where there is none. Which words they are is added to `found`, which must be empty.
   * Most tokens of a statement are none, and this loop is nearly all that they cost.
   */
  next(tokens: Tokens, at: number, found: WordNumber[]): number {
    const { from, to, kinds, hashes, length } = tokens
    const { units } = tokens.folded
    const { bits } = this.#forms
    const powers = hashPowers()
    const shortest = this.#shortestForm
    const special = !this.#prefixes.isEmpty || !this.#misread.isEmpty
    for (let number = at; number < length; number += 1) {
      const start = from[number] ?? 0
      const end = to[number] ?? 0
      const most = end - start - 2
      if (special || most >= LONG || most === JOINED) {
        this.#look(tokens, number, found)
        if (found.length > 0) return number
        continue
      }
      if (end - start < shortest) continue
      let before = 1
      let after = 1
      if (kinds[number] === ARABIC) {
        before = proclitics().walk(units, start, 1, most, BEFORE)
        after = arabicEndingTrie().walk(units, end - 1, -1, most, AFTER)
      } else if (kinds[number] === OTHER_LETTER) {
        after = englishEndingTrie().walk(units, end - 1, -1, most, AFTER)
      }
      for (let b = 0; b < before; b += 1) {
        const stem = start + (BEFORE[b] ?? 0)
        const hash = hashes[stem] ?? 0
        for (let a = 0; a < after; a += 1) {
          const stop = end - (AFTER[a] ?? 0)
          if (stop <= stem) break
          const whole = ((hashes[stop] ?? 0) - Math.imul(hash, powers[stop - stem] ?? 1)) | 0
          if (mayHold(bits, whole)) this.#forms.collect(whole, found)
        }
      }
      if (found.length > 0) return number
    }
    return length
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
        for (const { text } of word.stems) this.#addForm(text, number)
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
        this.#longestMisread = Math.max(this.#longestMisread, word.text.length)
        for (const text of new Set(spellings)) {
          this.#misread.add(wordHash(text), number)
          for (let left = 0; left < text.length; left += 1)
            this.#misread.add(wordHash(text.slice(0, left) + text.slice(left + 1)), number)
        }
      }
    }
  }

  #addForm(form: string, number: WordNumber): void {
    this.#shortestForm = Math.min(this.#shortestForm, form.length)
    this.#forms.add(wordHash(form), number)
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
      after = arabicEndingTrie().walk(units, end - 1, -1, most, AFTER)
    } else if (kinds[at] === OTHER_LETTER) {
      after = englishEndingTrie().walk(units, end - 1, -1, most, AFTER)
    }
    for (let b = 0; b < before; b += 1) {
      const stem = start + (BEFORE[b] ?? 0)
      for (let a = 0; a < after; a += 1) {
        const stop = end - (AFTER[a] ?? 0)
        if (stop > stem) this.#forms.collect(stretchHash(hashes, stem, stop), found)
      }
      if (!this.#prefixes.isEmpty) this.#lookForPrefixes(hashes, stem, end, found)
      if (!this.#misread.isEmpty) this.#lookForMisread(hashes, stem, end, found)
    }
  }

  #lookForPrefixes(hashes: Int32Array, start: number, end: number, found: WordNumber[]): void {
    for (const length of this.#prefixLengths) {
      if (length <= end - start)
        this.#prefixes.collect(stretchHash(hashes, start, start + length), found)
    }
  }

  #lookForMisread(hashes: Int32Array, start: number, end: number, found: WordNumber[]): void {
    // A word of ten thousand letters is nobody's slip, and would take their square in time.
    const length = end - start
    if (length < SHORTEST_FUZZY_BASE - 1 || length > this.#longestMisread + 1) return
    this.#misread.collect(stretchHash(hashes, start, end), found)
    for (let left = start; left < end; left += 1) {
      const head = Math.imul(stretchHash(hashes, start, left), powerOf(end - left - 1))
      this.#misread.collect((head + stretchHash(hashes, left + 1, end)) | 0, found)
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

const ARABIC_LETTERS = 0x0620
const LATIN_LETTERS = 0x0060

let procliticTrie: AffixTrie | undefined
let arabicTrie: AffixTrie | undefined
let englishTrie: AffixTrie | undefined

function proclitics(): AffixTrie {
  procliticTrie ??= new AffixTrie(
    PROCLITICS.map(({ text }) => text),
    ARABIC_LETTERS,
  )
  return procliticTrie
}

function arabicEndingTrie(): AffixTrie {
  arabicTrie ??= new AffixTrie([...arabicEndings().keys()].map(backwards), ARABIC_LETTERS)
  return arabicTrie
}

function englishEndingTrie(): AffixTrie {
  englishTrie ??= new AffixTrie(ENGLISH_ENDINGS.map(backwards), LATIN_LETTERS)
  return englishTrie
}

function backwards(text: string): string {
  return text.split('').toReversed().join('')
}
