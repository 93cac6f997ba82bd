import type { READING_DETAILS } from './reading-details-table.ts'
import type { REFUSAL_DETAILS } from './refusal-details-table.ts'

type Table = typeof REFUSAL_DETAILS & typeof READING_DETAILS

/** How many facts the English sentence has places for; `said` has a sentence a language. */
type Places<Sentence extends string> = Sentence extends '{0}'
  ? 'said'
  : Sentence extends `${string}{1}${string}`
    ? 2
    : Sentence extends `${string}{0}${string}`
      ? 1
      : 0

type Named<Count> = {
  [Name in keyof Table]: Places<Table[Name][0]> extends Count ? Name : never
}[keyof Table]

type DetailOf<Fact> =
  | readonly [BareDetail]
  | readonly [Named<1>, Fact]
  | readonly [Named<2>, Fact, Fact]
  | readonly [Named<'said'>, en: string, ar: string]

/** The name of a detail that has no facts. */
export type BareDetail = Named<0>

/** A detail whose facts are no details. */
export type PlainDetail = DetailOf<string | number>

/**
 * What exactly was refused, as a name and its facts. Told in both languages by `detailWords`, which most polls
 * do without: a refusal is made where it is met, and its words are loaded where somebody reads them.
 */
export type Detail = DetailOf<string | number | PlainDetail>
