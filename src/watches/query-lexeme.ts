import type { QueryErrorReason } from './query-error-table.ts'
import type { Filter, Place, QueryError, QueryTerm } from './query.ts'

/** A piece of a query, and its place there. */
export type Lexeme = Place &
  (
    | { readonly kind: 'term'; readonly words: QueryTerm['words']; readonly raw?: string }
    | { readonly kind: 'near'; readonly distance: number; readonly ordered: boolean }
    | { readonly kind: 'concept'; readonly name: string }
    | { readonly kind: 'only'; readonly filter: Filter }
    | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' | 'title' }
  )

export interface Refused {
  readonly kind: 'refused'
  readonly error: QueryError
}

export function refused(reason: QueryErrorReason, { position, length }: Place): Refused {
  return { kind: 'refused', error: { position, length, reason } }
}

/** Word processors turn marks either way, so those of one family close one another. */
const PHRASE = /["“”„]([^"“”„]*)["“”„]|«([^«»]*)»/y

/** The text between quotation marks, and the place with them; refused where a partner lacks. */
export function quotedAt(
  query: string,
  position: number,
): (Place & { readonly kind: 'quoted'; readonly text: string }) | Refused {
  const match = matchAt(PHRASE, query, position)
  if (match === null) return refused('unbalanced-quote', { position, length: 1 })
  return { kind: 'quoted', position, length: match[0].length, text: match[1] ?? match[2] ?? '' }
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
