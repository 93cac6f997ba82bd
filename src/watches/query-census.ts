import type { Query } from './query.ts'

/** What a query names, and how much it asks for. */
export interface QueryCensus {
  /** Words and phrases of its own; a concept's are counted with the concept. */
  readonly terms: number
  /** By id the terms of each concept that it names. */
  readonly concepts: ReadonlyMap<string, number>
  readonly publishers: ReadonlySet<string>
}

/** Counts what a query names. */
export function censusOf(query: Query): QueryCensus {
  const concepts = new Map<string, number>()
  const publishers = new Set<string>()
  let terms = 0
  const visit = (part: Query): void => {
    switch (part.kind) {
      case 'term':
        terms += 1
        return
      case 'concept':
        concepts.set(part.id, part.terms.length)
        return
      case 'near':
        visit(part.left)
        visit(part.right)
        return
      case 'only':
        if (part.filter.of === 'publisher') publishers.add(part.filter.value)
        return
      case 'not':
        visit(part.part)
        return
      case 'all':
      case 'any':
        part.parts.forEach(visit)
    }
  }
  visit(query)
  return { terms, concepts, publishers }
}
