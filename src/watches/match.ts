import type { CompiledWatches } from './compile.ts'
import { type Matchable, Reading } from './reading.ts'
import type { Match, Watch } from './watch.ts'

export interface WatchHit {
  readonly watchId: string
  /** Title before text, each from start to end. */
  readonly matches: readonly Match[]
}

/**
 * The watches that a statement hits, and where, in the order of the watches. A watch's publishers
 * and languages count; which changes it asks for is the caller's business. Words may stand in title
 * and text, a phrase and two words that are near in one of them.
 */
export function matchStatement(compiled: CompiledWatches, statement: Matchable): WatchHit[] {
  const reading = new Reading(compiled.index, statement)
  const hits: WatchHit[] = []
  for (const number of candidatePlans(compiled, reading)) {
    const plan = compiled.plans[number]
    if (plan === undefined || !(plan.ofAll || isAskedOf(plan.watch, statement))) continue
    const matches = reading.matches(plan.step)
    if (matches !== undefined) hits.push({ watchId: plan.watch.id, matches })
  }
  return hits
}

/** In order, each once. */
function candidatePlans({ plansByAnchor }: CompiledWatches, reading: Reading): number[] {
  const plans: number[] = []
  for (const word of reading.found.keys()) {
    const anchored = plansByAnchor[word]
    if (anchored !== undefined) for (const plan of anchored) plans.push(plan)
  }
  return plans.sort((a, b) => a - b).filter((plan, at) => plan !== plans[at - 1])
}

function isAskedOf({ publishers, languages }: Watch, { publisher, language }: Matchable): boolean {
  if (publishers.length > 0 && !publishers.includes(publisher)) return false
  return languages.length === 0 || language === undefined || languages.includes(language)
}
