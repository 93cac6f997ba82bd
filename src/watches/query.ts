import type { Language } from '../text/language.ts'
import type { Token } from '../text/tokens.ts'
import type { QueryErrorReason } from './query-error-table.ts'

/**
 * What a watch asks, as a tree. Every `any` branch and the whole have a term that must be there, so
 * that a query is only looked at when one of its words turns up.
 */
export type Query =
  | QueryTerm
  | QueryConcept
  | QueryNear
  | QueryOnly
  | { readonly kind: 'all'; readonly parts: readonly Query[] }
  | { readonly kind: 'any'; readonly parts: readonly Query[] }
  | (Place & { readonly kind: 'not'; readonly part: Query })

/** A stretch of a query, in UTF-16 units. */
export interface Place {
  readonly position: number
  readonly length: number
}

interface Leaf extends Place {
  /** As it was typed, with its quotation marks. */
  readonly part: string
}

/** A word or phrase: its words stand in this order, one beside the other, in one field. */
export interface QueryTerm extends Leaf {
  readonly kind: 'term'
  /** Never empty. One typed word may be several: "F-16". */
  readonly words: readonly QueryWord[]
  /** Given where it may stand in the headline only. */
  readonly field: 'title' | undefined
  /** Given where it must stand so to the letter, case, marks and punctuation included. */
  readonly raw: string | undefined
}

export interface QueryWord {
  readonly token: Token
  /** `usual`: with what may be joined to it. `prefix`: typed `word*`. `fuzzy`: typed `word~1`. */
  readonly mode: 'usual' | 'prefix' | 'fuzzy' | 'exact'
}

/** Any term of a concept. */
export interface QueryConcept extends Leaf {
  readonly kind: 'concept'
  readonly id: string
  readonly terms: readonly QueryTerm[]
  readonly field: 'title' | undefined
}

/** Two words, phrases, concepts or choices of them in one field, at most so many words apart. */
interface QueryNear extends Leaf {
  readonly kind: 'near'
  readonly left: Query
  readonly right: Query
  /** 1: side by side. */
  readonly distance: number
  readonly ordered: boolean
}

/** What must be so of the statement, whatever it says. */
interface QueryOnly extends Leaf {
  readonly kind: 'only'
  readonly filter: Filter
}

export type Filter =
  | { readonly of: 'language'; readonly value: Language }
  | { readonly of: 'publisher'; readonly value: string }

/** Why a query is refused (in words: `query-error-table.ts`), and which stretch is to be mended. */
export interface QueryError extends Place {
  readonly reason: QueryErrorReason
}
