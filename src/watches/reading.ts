import { Folded, fold } from '../text/fold.ts'
import type { Language } from '../text/language.ts'
import { scanTokens } from '../text/scan-tokens.ts'
import { Tokens } from '../text/tokens.ts'
import type { ChoiceStep, NearStep, Step, TermStep } from './compile.ts'
import type { Filter } from './query.ts'
import { type Span, inOrder, nearSpans } from './spans.ts'
import { isWrittenRaw } from './raw-text.ts'
import type { Match } from './watch.ts'
import type { WordIndex, WordNumber } from './word-index.ts'

/** What is matched of a statement. */
export interface Matchable {
  readonly title: string
  readonly text: string
  readonly language?: Language | undefined
  readonly publisher: string
}

/** Hits of one part that are shown: a word may stand in each line of a long text. */
const MOST_MATCHES_OF_PART = 20

const NOWHERE: readonly number[] = []

/** Columns of tokens that one statement after another is read into; nobody keeps them. */
const columns = { title: new Tokens(), text: new Tokens() }
const folded = { title: new Folded(), text: new Folded() }
/** A text of megabytes would keep them large for ever. */
const MOST_UNITS_KEPT = 100_000

function read(content: string, field: 'title' | 'text'): Tokens {
  if (content.length > MOST_UNITS_KEPT) return scanTokens(fold(content))
  return scanTokens(fold(content, folded[field]), columns[field])
}

/** A statement with the words of queries found in it. */
export class Reading {
  /** By word the tokens that it is, in order; those of the title are counted first. */
  readonly found = new Map<WordNumber, number[]>()
  readonly #index: WordIndex
  readonly #statement: Matchable
  readonly #title: Tokens
  readonly #text: Tokens

  /** Of two readings at the same time the first is no longer to be asked. */
  constructor(index: WordIndex, statement: Matchable) {
    const { title, text } = statement
    this.#index = index
    this.#statement = statement
    this.#title = read(title, 'title')
    this.#text = read(text, 'text')
    this.#find(this.#title, 0)
    this.#find(this.#text, this.#title.length)
  }

  /** Where the parts of a query that made it true stand; undefined where it is not true. */
  matches(step: Step): readonly Match[] | undefined {
    const spans = this.#evaluate(step)
    if (spans === undefined) return undefined
    // A term's places are in order already.
    if (step.kind !== 'term') spans.sort((a, b) => a.first - b.first || a.last - b.last)
    return spans.map(({ part, first, last }) => this.#match(part, first, last))
  }

  /** Where a word of the index stands; undefined where it does not. */
  matchesOfWord(word: WordNumber, part: string): readonly Match[] | undefined {
    const places = this.found.get(word)
    if (places === undefined) return undefined
    const matches: Match[] = []
    for (const place of places) {
      if (matches.length === MOST_MATCHES_OF_PART) break
      matches.push(this.#match(part, place, place))
    }
    return matches
  }

  #find(tokens: Tokens, offset: number): void {
    const index = this.#index
    const candidates: number[] = []
    index.find(tokens, candidates)
    // Each is asked a little before the first is judged: then memory fetches them all at once.
    let kept = 0
    for (let n = 0; n < candidates.length; n += 2) {
      const at = candidates[n] ?? 0
      const word = candidates[n + 1] ?? -1
      if (!index.mayBe(word, tokens, at)) continue
      candidates[kept] = at
      candidates[kept + 1] = word
      kept += 2
    }
    for (let n = 0; n < kept; n += 2) {
      const at = candidates[n] ?? 0
      const word = candidates[n + 1] ?? -1
      if (!index.accepts(word, tokens.token(at))) continue
      const others = this.found.get(word)
      if (others === undefined) this.found.set(word, [at + offset])
      else others.push(at + offset)
    }
  }

  #evaluate(step: Step): Span[] | undefined {
    switch (step.kind) {
      case 'term':
      case 'choice':
        return shown(this.#spans(step))
      case 'near':
        return this.#near(step)
      case 'only':
        return truth(isOf(this.#statement, step.filter))
      case 'all':
        return this.#all(step.steps)
      case 'any':
        return this.#any(step.steps)
      case 'not':
        return truth(this.#evaluate(step.step) === undefined)
    }
  }

  #all(steps: readonly Step[]): Span[] | undefined {
    const all: Span[] = []
    for (const step of steps) {
      const spans = this.#evaluate(step)
      if (spans === undefined) return undefined
      all.push(...spans)
    }
    return all
  }

  #any(steps: readonly Step[]): Span[] | undefined {
    let all: Span[] | undefined
    for (const step of steps) {
      const spans = this.#evaluate(step)
      if (spans === undefined) continue
      all ??= []
      all.push(...spans)
    }
    return all
  }

  /** Every place of a term, of a concept, or of a choice of them, in order. */
  #spans(step: Step): Span[] {
    switch (step.kind) {
      case 'term':
        return this.#places(step)
      case 'choice':
        return this.#choice(step)
      case 'any':
        return inOrder(step.steps.flatMap((part) => this.#spans(part)))
      case 'near':
      case 'only':
      case 'all':
      case 'not':
        return []
    }
  }

  #places({ part, words, titleOnly, raw, anchor }: TermStep): Span[] {
    const spans: Span[] = []
    const titles = this.#title.length
    for (const place of this.found.get(words[anchor] ?? -1) ?? NOWHERE) {
      const first = place - anchor
      const last = first + words.length - 1
      // A phrase stands in one field.
      if (first < 0 || (first < titles && last >= titles)) continue
      if (titleOnly && first >= titles) break
      if (!this.#isPhrase(words, first, anchor)) continue
      const span = { part, first, last }
      if (raw === undefined || this.#isRaw(raw, span)) spans.push(span)
    }
    return spans
  }

  #isPhrase(words: readonly WordNumber[], first: number, anchor: number): boolean {
    for (let at = 0; at < words.length; at += 1) {
      if (at === anchor) continue
      const word = words[at] ?? -1
      const titles = this.#title.length
      const place = first + at
      const tokens = place < titles ? this.#title : this.#text
      const number = place < titles ? place : place - titles
      if (number >= tokens.length || !this.#index.acceptsAt(word, tokens, number)) return false
    }
    return true
  }

  #isRaw(raw: string, { part, first, last }: Span): boolean {
    const { start, end, field } = this.#match(part, first, last)
    return isWrittenRaw(raw, this.#statement[field], start, end)
  }

  /** The terms of a concept may overlap ("chlorine" and "chlorine gas"): the longest is shown. */
  #choice({ steps }: ChoiceStep): Span[] {
    const spans = inOrder(steps.flatMap((step) => this.#places(step)))
    let until = -1
    return spans.filter(({ last }) => {
      const isNew = last > until
      if (isNew) until = last
      return isNew
    })
  }

  #near({ left, right, distance, ordered }: NearStep): Span[] | undefined {
    const apart = { distance, ordered, titles: this.#title.length }
    const met = nearSpans(this.#spans(left), this.#spans(right), apart)
    return met.length === 0 ? undefined : capped(met)
  }

  #match(part: string, first: number, last: number): Match {
    const titles = this.#title.length
    const field = first < titles ? 'title' : 'text'
    const tokens = field === 'title' ? this.#title : this.#text
    const offset = field === 'title' ? 0 : titles
    const start = tokens.startOf(first - offset)
    const end = tokens.endOf(last - offset)
    return { part, field, surface: this.#statement[field].slice(start, end), start, end }
  }
}

/** A text that is only tried may be nobody's, and of no language: then it is everybody's. */
function isOf({ language, publisher }: Matchable, { of, value }: Filter): boolean {
  switch (of) {
    case 'language':
      return language === undefined || language === value
    case 'publisher':
      return publisher === '' || publisher === value
  }
}

function truth(isTrue: boolean): Span[] | undefined {
  return isTrue ? [] : undefined
}

function shown(spans: Span[]): Span[] | undefined {
  if (spans.length === 0) return undefined
  return spans.length > MOST_MATCHES_OF_PART ? spans.slice(0, MOST_MATCHES_OF_PART) : spans
}

/** At most so many of each part. */
function capped(spans: readonly Span[]): Span[] {
  const counts = new Map<string, number>()
  return inOrder(spans).filter(({ part }) => {
    const count = (counts.get(part) ?? 0) + 1
    counts.set(part, count)
    return count <= MOST_MATCHES_OF_PART
  })
}
