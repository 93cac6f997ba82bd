import { Steps } from './compile.ts'
import { type NearMiss, nearMisses } from './near-miss.ts'
import type { Query } from './query.ts'
import { type Matchable, Reading } from './reading.ts'
import type { Match } from './watch.ts'

/** What a query says to one statement, part by part. */
export interface Explanation {
  readonly matched: boolean
  readonly matches: readonly Match[]
  readonly parts: readonly PartVerdict[]
}

/** One term, concept, NEAR or field of a query: whether it is there, and if not, what comes near. */
interface PartVerdict {
  readonly part: string
  /** Asked not to be there, by NOT. */
  readonly negated: boolean
  readonly found: boolean
  readonly matches: readonly Match[]
  readonly nearMisses: readonly NearMiss[]
}

type Leaf = Extract<Query, { readonly part: string }>

/** Why a query hits a statement, or why not: every part by itself, and what looks like it. */
export function explainQuery(query: Query, statement: Matchable): Explanation {
  const steps = new Steps()
  const whole = steps.of(query)
  const leaves = leavesOf(query, false).map(({ leaf, negated }) => ({
    leaf,
    negated,
    step: steps.of(leaf),
  }))
  const reading = new Reading(steps.index, statement)
  const matches = reading.matches(whole)
  const parts = leaves.map(({ leaf, negated, step }): PartVerdict => {
    const hits = reading.matches(step)
    return {
      part: leaf.part,
      negated,
      found: hits !== undefined,
      matches: hits ?? [],
      nearMisses: hits === undefined ? missesOf(leaf, statement) : [],
    }
  })
  return { matched: matches !== undefined, matches: matches ?? [], parts }
}

/** The parts of NEAR stand for themselves too: each may be there, and too far from the other. */
function leavesOf(query: Query, negated: boolean): { leaf: Leaf; negated: boolean }[] {
  switch (query.kind) {
    case 'term':
    case 'concept':
    case 'only':
      return [{ leaf: query, negated }]
    case 'near':
      return [
        { leaf: query, negated },
        ...leavesOf(query.left, negated),
        ...leavesOf(query.right, negated),
      ]
    case 'not':
      return leavesOf(query.part, !negated)
    case 'all':
    case 'any':
      return query.parts.flatMap((part) => leavesOf(part, negated))
  }
}

function missesOf(leaf: Leaf, statement: Matchable): NearMiss[] {
  switch (leaf.kind) {
    case 'term':
      return nearMisses(leaf, statement)
    case 'concept':
      return leaf.terms.flatMap((term) => nearMisses(term, statement)).slice(0, 3)
    case 'near':
    case 'only':
      return []
  }
}
