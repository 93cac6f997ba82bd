import type { Place, Query } from './query.ts'

/**
 * The first part that would hit without any word being there: NOT alone, a language or publisher
 * alone, or a side of OR so. Undefined where the query has a ground to stand on.
 */
export function groundlessPart(
  query: Query,
): (Place & { readonly kind: 'not' | 'only' }) | undefined {
  switch (query.kind) {
    case 'term':
    case 'concept':
    case 'near':
      return undefined
    case 'not':
    case 'only':
      return query
    case 'any':
      return firstGroundless(query.parts)
    case 'all': {
      // A language or publisher narrows what the other parts find.
      const parts = query.parts.filter((part) => !isFilter(part))
      const positive = parts.filter(({ kind }) => kind !== 'not')
      if (positive.length === 0) return firstGroundless(query.parts)
      const negated = parts.flatMap((part) => (part.kind === 'not' ? [part.part] : []))
      return firstGroundless([...positive, ...negated])
    }
  }
}

function firstGroundless(parts: readonly Query[]): ReturnType<typeof groundlessPart> {
  for (const part of parts) {
    const groundless = groundlessPart(part)
    if (groundless !== undefined) return groundless
  }
  return undefined
}

/** Languages and publishers, joined in whatever way. */
function isFilter(query: Query): boolean {
  switch (query.kind) {
    case 'only':
      return true
    case 'not':
      return isFilter(query.part)
    case 'any':
    case 'all':
      return query.parts.every(isFilter)
    case 'term':
    case 'concept':
    case 'near':
      return false
  }
}
