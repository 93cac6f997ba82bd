import { DEEPEST, MOST_UNITS } from './query-error-table.ts'
import { type Lexeme, type Place, type Refused, lexemesOf, refused } from './query-lexemes.ts'
import type { Query, QueryError } from './query.ts'

export type ParsedQuery =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'refused'; readonly error: QueryError }

/**
 * Parses what a watch asks.
 *
 * Words and "phrases" (also «…» and “…”), joined by `AND`, `OR`, `NOT` in capitals and grouped by
 * parentheses. Two neighbours without an operator mean AND. NOT binds closest, then AND, then OR:
 * `a b OR c NOT d` is `(a AND b) OR (c AND NOT d)`. Commas and semicolons, the Arabic ones too,
 * only part words; "و" and "أو" are words, no operators. A word of several tokens (`F-16`) is a
 * phrase.
 *
 * What cannot be meant as typed is refused with its place and a mend in both languages, also what
 * other search languages offer and this one does not yet: nothing is taken for text in silence.
 */
export function parseQuery(query: string): ParsedQuery {
  const whole = { position: 0, length: query.length }
  if (query.length > MOST_UNITS)
    return refused('too-long', { position: MOST_UNITS, length: query.length - MOST_UNITS })
  const lexemes = lexemesOf(query)
  if ('kind' in lexemes) return lexemes
  if (lexemes.length === 0) return refused('empty-query', whole)
  const parsed = new Parser(query, lexemes).parse()
  if (parsed.kind === 'refused') return parsed
  const groundless = groundlessPart(parsed)
  if (groundless !== undefined) return refused('only-not', groundless)
  return { kind: 'query', query: parsed }
}

/** Recursive descent: one method a level of binding. */
class Parser {
  readonly #query: string
  readonly #lexemes: readonly Lexeme[]
  #at = 0
  #depth = 0

  constructor(query: string, lexemes: readonly Lexeme[]) {
    this.#query = query
    this.#lexemes = lexemes
  }

  parse(): Query | Refused {
    const query = this.#any()
    const rest = this.#lexemes[this.#at]
    if (query.kind === 'refused' || rest === undefined) return query
    // Only a parenthesis too many ends a query before its end.
    return refused('unbalanced-parenthesis', rest)
  }

  #any(): Query | Refused {
    const parts: Query[] = []
    do {
      const part = this.#all()
      if (part.kind === 'refused') return part
      parts.push(part)
    } while (this.#take('or'))
    return joined('any', parts)
  }

  #all(): Query | Refused {
    const parts: Query[] = []
    do {
      const part = this.#operand()
      if (part.kind === 'refused') return part
      parts.push(part)
    } while (this.#take('and') || this.#beginsOperand())
    return joined('all', parts)
  }

  #operand(): Query | Refused {
    const lexeme = this.#lexemes[this.#at]
    switch (lexeme?.kind) {
      case 'term': {
        this.#at += 1
        const { position, length, words } = lexeme
        return { kind: 'term', part: this.#query.slice(position, position + length), words }
      }
      case 'not':
        return this.#deeper(lexeme, () => this.#not(lexeme))
      case 'open':
        return this.#deeper(lexeme, () => this.#group(lexeme))
      case 'and':
      case 'or':
        return refused('dangling-operator', lexeme)
      case 'close':
      case undefined:
        return this.#missing(lexeme)
    }
  }

  /** A query of two thousand parentheses must not become two thousand calls. */
  #deeper(lexeme: Lexeme, parse: () => Query | Refused): Query | Refused {
    if (this.#depth >= DEEPEST) return refused('too-deep', lexeme)
    this.#at += 1
    this.#depth += 1
    const query = parse()
    this.#depth -= 1
    return query
  }

  #not({ position }: Place): Query | Refused {
    const part = this.#operand()
    if (part.kind === 'refused') return part
    return { kind: 'not', part, position, length: this.#end() - position }
  }

  #group(open: Place): Query | Refused {
    const next = this.#lexemes[this.#at]
    if (next === undefined) return refused('unbalanced-parenthesis', open)
    if (next.kind === 'close') {
      return refused('empty-group', {
        position: open.position,
        length: next.position + 1 - open.position,
      })
    }
    const query = this.#any()
    if (query.kind === 'refused' || this.#take('close')) return query
    return refused('unbalanced-parenthesis', open)
  }

  /** An operand should be here: the operator before it is at fault, or a lone parenthesis. */
  #missing(lexeme: Lexeme | undefined): Refused {
    const before = this.#lexemes[this.#at - 1]
    if (before !== undefined) return refused('dangling-operator', before)
    return refused('unbalanced-parenthesis', lexeme ?? { position: 0, length: 0 })
  }

  #beginsOperand(): boolean {
    const kind = this.#lexemes[this.#at]?.kind
    return kind === 'term' || kind === 'not' || kind === 'open'
  }

  #take(kind: Lexeme['kind']): boolean {
    if (this.#lexemes[this.#at]?.kind !== kind) return false
    this.#at += 1
    return true
  }

  #end(): number {
    const last = this.#lexemes[this.#at - 1]
    return last === undefined ? 0 : last.position + last.length
  }
}

function joined(kind: 'all' | 'any', parts: readonly Query[]): Query {
  const [only, second] = parts
  return only !== undefined && second === undefined ? only : { kind, parts }
}

/** The first part that would hit without any word being there: NOT alone, or a side of OR so. */
function groundlessPart(query: Query): Place | undefined {
  switch (query.kind) {
    case 'term':
      return undefined
    case 'not':
      return query
    case 'any':
      return first(query.parts.map(groundlessPart))
    case 'all': {
      const positive = query.parts.filter(({ kind }) => kind !== 'not')
      if (positive.length === 0) return first(query.parts.map(groundlessPart))
      const negated = query.parts.flatMap((part) => (part.kind === 'not' ? [part.part] : []))
      return first([...positive, ...negated].map(groundlessPart))
    }
  }
}

function first(places: readonly (Place | undefined)[]): Place | undefined {
  return places.find((place) => place !== undefined)
}
