import { fold } from '../text/fold.ts'
import type { Language } from '../text/language.ts'
import { type Token, tokensOf } from '../text/tokens.ts'
import type { CompiledWatches, Step, TermStep } from './compile.ts'
import type { Match, Watch } from './watch.ts'
import type { WordNumber } from './word-index.ts'

/** What is matched of a statement. */
export interface Matchable {
  readonly title: string
  readonly text: string
  readonly language?: Language | undefined
  readonly publisher: string
}

export interface WatchHit {
  readonly watchId: string
  /** Title before text, each from start to end; never empty. */
  readonly matches: readonly Match[]
}

/** Hits of one part that are shown: a word may stand in each line of a long text. */
const MOST_MATCHES_OF_PART = 20

/**
 * The watches that a statement hits, and where, in the order of the watches. A watch's publishers
 * and languages count; which changes it asks for is the caller's business. Words may stand in title
 * and text, a phrase in one of them.
 */
export function matchStatement(compiled: CompiledWatches, statement: Matchable): WatchHit[] {
  const reading = new Reading(compiled, statement)
  const hits: WatchHit[] = []
  for (const number of candidatePlans(compiled, reading)) {
    const plan = compiled.plans[number]
    if (plan === undefined || !isAskedOf(plan.watch, statement)) continue
    const matches = reading.evaluate(plan.step)
    if (matches === undefined) continue
    hits.push({ watchId: plan.watch.id, matches: matches.toSorted(inReadingOrder) })
  }
  return hits
}

function candidatePlans({ plansByAnchor }: CompiledWatches, reading: Reading): number[] {
  const plans = new Set<number>()
  for (const word of reading.found.keys()) {
    for (const plan of plansByAnchor.get(word) ?? []) plans.add(plan)
  }
  return [...plans].toSorted((a, b) => a - b)
}

function isAskedOf({ publishers, languages }: Watch, { publisher, language }: Matchable): boolean {
  if (publishers.length > 0 && !publishers.includes(publisher)) return false
  return languages.length === 0 || language === undefined || languages.includes(language)
}

function inReadingOrder(a: Match, b: Match): number {
  if (a.field !== b.field) return a.field === 'title' ? -1 : 1
  return a.start - b.start || a.end - b.end
}

interface Field {
  readonly name: Match['field']
  readonly text: string
  readonly tokens: readonly Token[]
  /** By position of a token: the words of queries that it is. */
  readonly words: ReadonlyMap<number, readonly WordNumber[]>
}

interface Occurrence {
  readonly field: Field
  /** Of the token in its field. */
  readonly position: number
}

/** A statement with the words of the queries found in it. */
class Reading {
  readonly found = new Map<WordNumber, Occurrence[]>()

  constructor({ index }: CompiledWatches, { title, text }: Matchable) {
    // Each distinct word is peeled and looked up once; how it was written is verified each time.
    const memo = new Map<string, readonly WordNumber[]>()
    for (const [name, content] of [
      ['title', title],
      ['text', text],
    ] as const) {
      const words = new Map<number, readonly WordNumber[]>()
      const tokens = tokensOf(fold(content))
      const field: Field = { name, text: content, tokens, words }
      for (const [position, token] of tokens.entries()) {
        const known = memo.get(token.text)
        const candidates = known ?? index.candidates(token)
        if (known === undefined) memo.set(token.text, candidates)
        if (candidates.length === 0) continue
        const accepted = candidates.filter((word) => index.accepts(word, token))
        if (accepted.length === 0) continue
        words.set(position, accepted)
        for (const word of accepted) this.#remember(word, { field, position })
      }
    }
  }

  /** Where the parts of a query that made it true were found; undefined where it is not true. */
  evaluate(step: Step): readonly Match[] | undefined {
    switch (step.kind) {
      case 'term': {
        const matches = this.#term(step)
        return matches.length === 0 ? undefined : matches
      }
      case 'all': {
        const all = step.steps.map((part) => this.evaluate(part))
        return all.includes(undefined) ? undefined : all.flatMap((matches) => matches ?? [])
      }
      case 'any': {
        const hits = step.steps.flatMap((part) => this.evaluate(part) ?? [])
        const isTrue = hits.length > 0
        return isTrue ? hits : undefined
      }
      case 'not':
        return this.evaluate(step.step) === undefined ? [] : undefined
    }
  }

  #term({ part, words, anchor }: TermStep): Match[] {
    const offset = words.indexOf(anchor.word)
    const matches: Match[] = []
    for (const { field, position } of this.found.get(anchor.word) ?? []) {
      if (matches.length === MOST_MATCHES_OF_PART) break
      const first = position - offset
      if (!words.every((word, at) => field.words.get(first + at)?.includes(word) ?? false)) continue
      const start = field.tokens[first]?.start ?? 0
      const end = field.tokens[first + words.length - 1]?.end ?? start
      matches.push({ part, field: field.name, surface: field.text.slice(start, end), start, end })
    }
    return matches
  }

  #remember(word: WordNumber, occurrence: Occurrence): void {
    const others = this.found.get(word)
    if (others === undefined) this.found.set(word, [occurrence])
    else others.push(occurrence)
  }
}
