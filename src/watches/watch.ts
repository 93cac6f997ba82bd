import type { ChangeKind } from '../statements/change.ts'
import type { Language } from '../text/language.ts'

/** A standing question: a query, where it is asked, and whom to tell. */
export interface Watch {
  readonly id: string
  readonly name: string
  readonly query: string
  /** Ids of publishers; empty means all. */
  readonly publishers: readonly string[]
  /** Empty means both. */
  readonly languages: readonly Language[]
  readonly changes: readonly ChangeKind[]
  /** Ids of endpoints. */
  readonly endpoints: readonly string[]
  /** Whether what a machine made of a statement may be evidence too. */
  readonly machine?: boolean | undefined
  /** Whether its feed may be listed publicly. */
  readonly public: boolean
}

/** Where a query hit. Offsets are UTF-16 units in the field's original text, end exclusive. */
export interface Match {
  /** The part of the query that hit, as it was typed. */
  readonly part: string
  readonly field: 'title' | 'text'
  /** The words as they stand in the text: `text.slice(start, end)`. */
  readonly surface: string
  readonly start: number
  readonly end: number
}
