import { type Concept, Concepts } from './concept.ts'
import { parseQuery } from './parse-query.ts'
import { type QueryCensus, censusOf } from './query-census.ts'
import type { QueryError } from './query.ts'
import type { Watch } from './watch.ts'

/** All watches of a version, and the concepts that their queries name. */
export interface WatchSet {
  readonly concepts: readonly Concept[]
  readonly watches: readonly Watch[]
}

/** Both kinds in one list, as a set is handed over in pieces. */
export type WatchSetItem = Concept | Watch

export const NO_WATCHES: WatchSet = { concepts: [], watches: [] }

export function watchSetItems({ concepts, watches }: WatchSet): WatchSetItem[] {
  return [...concepts, ...watches]
}

export function watchSetOf(items: readonly WatchSetItem[]): WatchSet {
  return {
    concepts: items.filter((item) => 'terms' in item),
    watches: items.filter((item) => 'query' in item),
  }
}

/** What a watch's query names; or why it is not understood with these concepts. */
export type WatchCensus =
  | { readonly kind: 'understood'; readonly watch: Watch; readonly census: QueryCensus }
  | { readonly kind: 'refused'; readonly watch: Watch; readonly error: QueryError }

/**
 * The censuses of all watches of a set. Each save asks for them, so what a query says is remembered
 * where no concept has a say in it.
 */
export function censusesOf({ concepts, watches }: WatchSet): WatchCensus[] {
  const book = new Concepts(concepts)
  return watches.map((watch): WatchCensus => {
    const known = remembered.get(watch.query)
    if (known !== undefined) return { kind: 'understood', watch, census: known }
    const parsed = parseQuery(watch.query, book)
    if (parsed.kind === 'refused') return { kind: 'refused', watch, error: parsed.error }
    const census = censusOf(parsed.query)
    if (census.concepts.size === 0) remember(watch.query, census)
    return { kind: 'understood', watch, census }
  })
}

const remembered = new Map<string, QueryCensus>()
const MOST_REMEMBERED = 10_000

function remember(query: string, census: QueryCensus): void {
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(query, census)
}

/** The concepts that watches of a set name, and no others. */
export function conceptsNamed(set: WatchSet): Concept[] {
  const named = new Set(
    censusesOf(set).flatMap((one) =>
      one.kind === 'understood' ? [...one.census.concepts.keys()] : [],
    ),
  )
  return set.concepts.filter(({ id }) => named.has(id))
}

/** The terms that a set is compiled to: a concept that many watches name is there once. */
export function termsOf(censuses: readonly WatchCensus[]): number {
  const concepts = new Map<string, number>()
  let terms = 0
  for (const one of censuses) {
    if (one.kind === 'refused') continue
    terms += one.census.terms
    for (const [id, count] of one.census.concepts) concepts.set(id, count)
  }
  return [...concepts.values()].reduce((sum, count) => sum + count, terms)
}

export function watchesNaming(concept: string, set: WatchSet): Watch[] {
  return censusesOf(set).flatMap((one) =>
    one.kind === 'understood' && one.census.concepts.has(concept) ? [one.watch] : [],
  )
}
