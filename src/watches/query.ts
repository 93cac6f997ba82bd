import type { Token } from '../text/tokens.ts'
import type { QueryErrorReason } from './query-error-table.ts'

/**
 * What a watch asks, as a tree. Every `any` branch and the whole have a term that must be there, so
 * that a query is only looked at when one of its words turns up.
 */
export type Query =
  | QueryTerm
  | { readonly kind: 'all'; readonly parts: readonly Query[] }
  | { readonly kind: 'any'; readonly parts: readonly Query[] }
  | {
      readonly kind: 'not'
      readonly part: Query
      readonly position: number
      readonly length: number
    }

/** A word or phrase: its words stand in this order, one beside the other, in one field. */
interface QueryTerm {
  readonly kind: 'term'
  /** As it was typed, with its quotation marks. */
  readonly part: string
  /** Never empty. One typed word may be several: "F-16". */
  readonly words: readonly Token[]
}

/** Why a query is refused, and which stretch of it (UTF-16 units) is to be mended. */
export interface QueryError {
  readonly position: number
  readonly length: number
  readonly reason: QueryErrorReason
  readonly message: { readonly ar: string; readonly en: string }
}
