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
  const { singles, ids, parts, plans } = compiled
  let before = -1
  for (const number of candidatePlans(compiled, reading)) {
    // Two branches of one query may be anchored here.
    if (number === before) continue
    before = number
    const matches = matchesOf(number)
    if (matches !== undefined) hits.push({ watchId: ids[number] ?? '', matches })
  }
  return hits

  function matchesOf(number: number): readonly Match[] | undefined {
    const word = singles[number] ?? -1
    if (word >= 0) return reading.matchesOfWord(word, parts[number] ?? '')
    const plan = plans[number]
    if (plan === undefined || !isAskedOf(plan.watch, statement)) return undefined
    return reading.matches(plan.step)
  }
}

/** In order. */
function candidatePlans({ anchored }: CompiledWatches, reading: Reading): number[] {
  const plans: number[] = []
  for (const word of reading.found.keys()) anchored.collect(word, plans)
  return plans.length > 1 ? plans.sort((a, b) => a - b) : plans
}

function isAskedOf({ publishers, languages }: Watch, { publisher, language }: Matchable): boolean {
  if (publishers.length > 0 && !publishers.includes(publisher)) return false
  return languages.length === 0 || language === undefined || languages.includes(language)
}
