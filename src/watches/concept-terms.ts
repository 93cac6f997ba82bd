import type { Concept } from './concept.ts'
import { conceptWords } from './query-words.ts'
import type { QueryConcept, QueryTerm } from './query.ts'

/** A concept was admitted before it was saved; a term that is not understood is passed over. */
export function conceptTerms(
  concept: Concept,
  leaf: Pick<QueryConcept, 'part' | 'field' | 'position' | 'length'>,
): QueryTerm[] {
  return concept.terms.flatMap((term): QueryTerm[] => {
    const words = conceptWords(term)
    return typeof words === 'string' ? [] : [{ kind: 'term', words, raw: undefined, ...leaf }]
  })
}
