import { parseQuery } from './parse-query.ts'
import type { Query, QueryError } from './query.ts'
import type { Watch } from './watch.ts'
import { WordIndex, type WordNumber } from './word-index.ts'

/** Watches made ready to be asked of many statements. */
export interface CompiledWatches {
  readonly watches: ReadonlyMap<string, Watch>
  /** Watches whose query is not understood (any more), by id: they hit nothing, and somebody should say so. */
  readonly refused: ReadonlyMap<string, QueryError>
  readonly index: WordIndex
  readonly plans: readonly Plan[]
  /** By anchor: the plans that may hit where that word is found. */
  readonly plansByAnchor: ReadonlyMap<WordNumber, readonly number[]>
}

interface Plan {
  readonly watch: Watch
  readonly step: Step
}

/** A query with numbers of the index in place of words. */
export type Step =
  | TermStep
  | { readonly kind: 'all'; readonly steps: readonly Step[] }
  | { readonly kind: 'any'; readonly steps: readonly Step[] }
  | { readonly kind: 'not'; readonly step: Step }

export interface TermStep {
  readonly kind: 'term'
  readonly part: string
  readonly words: readonly WordNumber[]
  /** The longest word: about the rarest, and the one by which a query is found. */
  readonly anchor: { readonly word: WordNumber; readonly length: number }
}

/**
 * Parses and indexes watches, once for a version of them. Every query is found by anchors: of an
 * AND the part with the longest word, of an OR each branch, of a phrase its longest word; so a
 * statement costs by what stands in it, not by how many watches there are (report, 1.3).
 */
export function compileWatches(watches: readonly Watch[]): CompiledWatches {
  const index = new WordIndex()
  const plans: Plan[] = []
  const plansByAnchor = new Map<WordNumber, number[]>()
  const refused = new Map<string, QueryError>()
  for (const watch of watches) {
    const parsed = parseQuery(watch.query)
    if (parsed.kind === 'refused') {
      refused.set(watch.id, parsed.error)
      continue
    }
    const step = stepOf(parsed.query, index)
    const plan = plans.push({ watch, step }) - 1
    for (const word of new Set(anchorsOf(step)?.words)) {
      const others = plansByAnchor.get(word)
      if (others === undefined) plansByAnchor.set(word, [plan])
      else others.push(plan)
    }
  }
  return {
    watches: new Map(watches.map((watch) => [watch.id, watch])),
    refused,
    index,
    plans,
    plansByAnchor,
  }
}

function stepOf(query: Query, index: WordIndex): Step {
  switch (query.kind) {
    case 'term': {
      const words = query.words.map((word) => ({ word: index.add(word), length: word.text.length }))
      const anchor = words.reduce((longest, one) => (one.length > longest.length ? one : longest))
      return { kind: 'term', part: query.part, words: words.map(({ word }) => word), anchor }
    }
    case 'all':
    case 'any':
      return { kind: query.kind, steps: query.parts.map((part) => stepOf(part, index)) }
    case 'not':
      return { kind: 'not', step: stepOf(query.part, index) }
  }
}

/** Words of which at least one must be found, and the length of the shortest. */
interface Anchors {
  readonly words: readonly WordNumber[]
  readonly shortest: number
}

/** Undefined where nothing must be found; the parser admits no such query as a whole. */
function anchorsOf(step: Step): Anchors | undefined {
  switch (step.kind) {
    case 'term':
      return { words: [step.anchor.word], shortest: step.anchor.length }
    case 'not':
      return undefined
    case 'all': {
      const parts = step.steps.flatMap((part) => anchorsOf(part) ?? [])
      return parts.toSorted((a, b) => b.shortest - a.shortest)[0]
    }
    case 'any': {
      const branches = step.steps.map(anchorsOf)
      const words = branches.flatMap((branch) => branch?.words ?? [])
      return { words, shortest: Math.min(...branches.map((branch) => branch?.shortest ?? 0)) }
    }
  }
}
