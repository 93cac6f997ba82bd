import type { QueryError } from '../watches/query.ts'

/**
 * What is wrong with a parameter of a feed's address. The words for it are told elsewhere
 * (`tell-mistake.ts`), so that a feed's request need not load them.
 */
export type Mistake =
  | { readonly field: string; readonly word: string }
  | { readonly field: string; readonly error: QueryError }

/** A mistake by the name that `admission-words-table.ts` has for it: its field's, mostly. */
export function wrong(field: string, word = field): Mistake {
  return { field, word }
}
