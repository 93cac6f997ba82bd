import { type CompiledWatches, OF_SOME, SINGLE } from './compile.ts'
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
  let before = -1
  for (const entry of candidates(compiled, reading)) {
    // Two branches of one query may be anchored here.
    if (entry === before) continue
    before = entry
    const matches = matchesOf(entry, compiled, reading, statement)
    if (matches !== undefined)
      hits.push({ watchId: compiled.labels[(entry >> 2) * 2] ?? '', matches })
  }
  return hits
}

/** Plans as they are anchored, in order. */
function candidates({ anchored }: CompiledWatches, reading: Reading): number[] {
  const entries: number[] = []
  for (const word of reading.found.keys()) anchored.collect(word, entries)
  return entries.length > 1 ? entries.sort((a, b) => a - b) : entries
}

function matchesOf(
  entry: number,
  { besides, labels, plans, watches, words }: CompiledWatches,
  reading: Reading,
  statement: Matchable,
): readonly Match[] | undefined {
  const number = entry >> 2
  const asked = entry & 3
  if (asked === SINGLE)
    return reading.matchesOfWord(words[number] ?? -1, labels[number * 2 + 1] ?? '')
  if (!besides.isMet(number, reading.found)) return undefined
  const watch = asked === OF_SOME ? watches.get(labels[number * 2] ?? '') : undefined
  if (watch !== undefined && !isAskedOf(watch, statement)) return undefined
  const step = plans[number]
  return step === undefined ? undefined : reading.matches(step)
}

function isAskedOf({ publishers, languages }: Watch, { publisher, language }: Matchable): boolean {
  if (publishers.length > 0 && !publishers.includes(publisher)) return false
  return languages.length === 0 || language === undefined || languages.includes(language)
}
