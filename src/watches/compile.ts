import { type Concept, Concepts } from './concept.ts'
import { parseQuery } from './parse-query.ts'
import type { Filter, Query, QueryError, QueryTerm, QueryWord } from './query.ts'
import type { Watch } from './watch.ts'
import { Anchored } from './anchored.ts'
import { WordIndex, type WordNumber } from './word-index.ts'

/** Watches made ready to be asked of many statements. */
export interface CompiledWatches {
  readonly watches: ReadonlyMap<string, Watch>
  /** Watches whose query is not understood (any more), by id: they hit nothing, and somebody should say so. */
  readonly refused: ReadonlyMap<string, QueryError>
  readonly index: WordIndex
  /** By plan what its watch asks. */
  readonly plans: readonly Step[]
  /** The plans that may hit where a word is found, as `planEntry` has them. */
  readonly anchored: Anchored
  /** By plan the words of which one must be found besides its anchor; none where that is enough. */
  readonly besides: Anchored
  /** By plan the word that is asked for, of a plan that is asked as `SINGLE`. */
  readonly words: Int32Array
  /** By plan two: the id of its watch, and its query's only part where it is asked as `SINGLE`. */
  readonly labels: readonly string[]
}

/** How a plan is asked. Ten thousand watches are in no processor's cache: this spares looking at them. */
export const SINGLE = 0
const OF_ALL = 1
export const OF_SOME = 2

/** A plan and how it is asked, in one number. */
function planEntry(plan: number, { publishers, languages }: Watch, step: Step): number {
  if (publishers.length > 0 || languages.length > 0) return plan * 4 + OF_SOME
  if (step.kind !== 'term' || step.words.length > 1) return plan * 4 + OF_ALL
  return plan * 4 + (step.titleOnly || step.raw !== undefined ? OF_ALL : SINGLE)
}

/** A query with numbers of the index in place of words. */
export type Step =
  | TermStep
  | ChoiceStep
  | NearStep
  | { readonly kind: 'only'; readonly filter: Filter }
  | { readonly kind: 'all'; readonly steps: readonly Step[] }
  | { readonly kind: 'any'; readonly steps: readonly Step[] }
  | { readonly kind: 'not'; readonly step: Step }

export interface TermStep {
  readonly kind: 'term'
  readonly part: string
  readonly words: readonly WordNumber[]
  readonly titleOnly: boolean
  readonly raw: string | undefined
  /** Which of the words is looked for: about the rarest. The others are looked at beside it. */
  readonly anchor: number
  /** How rare that word seems to be: its letters. */
  readonly rarity: number
}

/** Any of a concept's terms: they are one part of the query. */
export interface ChoiceStep {
  readonly kind: 'choice'
  readonly part: string
  readonly steps: readonly TermStep[]
}

export interface NearStep {
  readonly kind: 'near'
  readonly part: string
  readonly left: Step
  readonly right: Step
  readonly distance: number
  readonly ordered: boolean
}

/**
 * Parses and indexes watches, once for a version of them. Every query is found by anchors: of an
 * AND the part with the rarest word, of an OR each branch, of a phrase its rarest word; so a
 * statement costs by what stands in it, not by how many watches there are (report, 1.3).
 */
export function compileWatches(
  watches: readonly Watch[],
  concepts: readonly Concept[] = [],
): CompiledWatches {
  const book = new Concepts(concepts)
  const steps = new Steps()
  const plans: Step[] = []
  const anchored = new Anchored()
  const besides = new Anchored()
  const words = new Int32Array(watches.length)
  const labels: string[] = []
  const refused = new Map<string, QueryError>()
  for (const watch of watches) {
    const parsed = parseQuery(watch.query, book)
    if (parsed.kind === 'refused') {
      refused.set(watch.id, parsed.error)
      continue
    }
    const step = steps.of(parsed.query)
    const plan = plans.push(step) - 1
    const entry = planEntry(plan, watch, step)
    labels.push(watch.id, step.kind === 'term' ? step.part : '')
    const anchors = anchorsOf(step)
    words[plan] = anchors?.words[0] ?? -1
    for (const word of anchors?.words ?? []) anchored.add(word, entry)
    if (step.kind !== 'all') continue
    for (const word of rarest(step.steps, anchors)?.words ?? []) besides.add(plan, word)
  }
  anchored.close()
  besides.close()
  steps.index.close()
  const byId = new Map(watches.map((watch) => [watch.id, watch]))
  return { watches: byId, refused, index: steps.index, plans, anchored, besides, words, labels }
}

/** Makes the steps of a set of queries, and the index of their words; a concept that several name is made once. */
export class Steps {
  readonly index = new WordIndex()
  readonly #concepts = new Map<string, readonly TermStep[]>()

  of(query: Query): Step {
    switch (query.kind) {
      case 'term':
        return this.#term(query)
      case 'concept':
        return { kind: 'choice', part: query.part, steps: this.#concept(query) }
      case 'near': {
        const { part, distance, ordered } = query
        const [left, right] = [this.of(query.left), this.of(query.right)]
        return { kind: 'near', part, left, right, distance, ordered }
      }
      case 'only':
        return { kind: 'only', filter: query.filter }
      case 'all':
      case 'any':
        return { kind: query.kind, steps: query.parts.map((part) => this.of(part)) }
      case 'not':
        return { kind: 'not', step: this.of(query.part) }
    }
  }

  #concept({ id, field, part, terms }: Query & { kind: 'concept' }): readonly TermStep[] {
    const key = `${id} ${field ?? ''} ${part}`
    const known = this.#concepts.get(key)
    if (known !== undefined) return known
    const steps = terms.map((term) => this.#term(term))
    this.#concepts.set(key, steps)
    return steps
  }

  #term({ part, words, field, raw }: QueryTerm): TermStep {
    let anchor = 0
    let rarity = -1
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at]
      if (word === undefined || rarityOf(word) <= rarity) continue
      anchor = at
      rarity = rarityOf(word)
    }
    const numbers = words.map((word) => this.index.add(word))
    this.index.seek(numbers[anchor] ?? 0)
    return { kind: 'term', part, words: numbers, titleOnly: field === 'title', raw, anchor, rarity }
  }
}

function rarityOf({ token, mode }: QueryWord): number {
  return mode === 'prefix' ? token.text.length / 2 : token.text.length
}

/** Words of which at least one must be found, and how rare the most frequent of them seems. */
interface Anchors {
  readonly words: readonly WordNumber[]
  readonly rarity: number
}

/** Undefined where nothing must be found; the parser admits no such query as a whole. */
function anchorsOf(step: Step): Anchors | undefined {
  switch (step.kind) {
    case 'term':
      return { words: [step.words[step.anchor] ?? 0], rarity: step.rarity }
    case 'not':
    case 'only':
      return undefined
    case 'near':
      return rarest([step.left, step.right])
    case 'all':
      return rarest(step.steps)
    case 'choice':
    case 'any': {
      const branches = step.steps.map(anchorsOf)
      // With a branch that needs no word it needs none.
      if (branches.includes(undefined)) return undefined
      const words = branches.flatMap((branch) => branch?.words ?? [])
      return { words, rarity: Math.min(...branches.map((branch) => branch?.rarity ?? 0)) }
    }
  }
}

/**
 * An `any` of nothing but languages has no words, and is no anchor.
 * @param taken the rarest, where the next is asked for; of two with the same words neither is next
 */
function rarest(steps: readonly Step[], taken?: Anchors): Anchors | undefined {
  let best: Anchors | undefined
  for (const step of steps) {
    const anchors = anchorsOf(step)
    if (anchors === undefined || anchors.words.length === 0 || isSame(anchors, taken)) continue
    if (best === undefined || anchors.rarity > best.rarity) best = anchors
  }
  return best
}

function isSame(one: Anchors, other: Anchors | undefined): boolean {
  return other !== undefined && one.words.every((word) => other.words.includes(word))
}
