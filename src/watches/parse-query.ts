import { conceptTerms } from './concept-terms.ts'
import { type Concepts, NO_CONCEPTS } from './concept.ts'
import { groundlessPart } from './groundless-part.ts'
import { DEEPEST, MOST_UNITS } from './query-limits.ts'
import { type Lexeme, type Refused, refused } from './query-lexeme.ts'
import { lexemesOf } from './query-lexemes.ts'
import type { Place, Query, QueryError } from './query.ts'

export type ParsedQuery =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'refused'; readonly error: QueryError }

/**
 * Parses what a watch asks (docs/queries.md).
 *
 * Words and "phrases" (also «…» and “…”), joined by `AND`, `OR`, `NOT` in capitals and grouped by
 * parentheses. Two neighbours without an operator mean AND. NEAR binds closest, then NOT, AND, OR:
 * `a b OR c NOT d` is `(a AND b) OR (c AND NOT d)`. Commas and semicolons, the Arabic ones too,
 * only part words; "و" and "أو" are words, no operators. A word of several tokens (`F-16`) is a
 * phrase.
 *
 * What cannot be meant as typed is refused with its place and a mend in both languages, also what
 * other search languages offer and this one does not: nothing is taken for text in silence.
 */
export function parseQuery(query: string, concepts: Concepts = NO_CONCEPTS): ParsedQuery {
  const whole = { position: 0, length: query.length }
  if (query.length > MOST_UNITS)
    return refused('too-long', { position: MOST_UNITS, length: query.length - MOST_UNITS })
  const lexemes = lexemesOf(query)
  if ('kind' in lexemes) return lexemes
  if (lexemes.length === 0) return refused('empty-query', whole)
  const parsed = new Parser(query, lexemes, concepts).parse()
  if (parsed.kind === 'refused') return parsed
  const groundless = groundlessPart(parsed)
  if (groundless !== undefined)
    return refused(groundless.kind === 'not' ? 'only-not' : 'only-fields', groundless)
  return { kind: 'query', query: parsed }
}

/** Recursive descent: one method a level of binding. */
class Parser {
  readonly #query: string
  readonly #lexemes: readonly Lexeme[]
  readonly #concepts: Concepts
  #at = 0
  #depth = 0
  #field: 'title' | undefined

  constructor(query: string, lexemes: readonly Lexeme[], concepts: Concepts) {
    this.#query = query
    this.#lexemes = lexemes
    this.#concepts = concepts
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
      const part = this.#near()
      if (part.kind === 'refused') return part
      parts.push(part)
    } while (this.#take('and') || this.#beginsOperand())
    return joined('all', parts)
  }

  #near(): Query | Refused {
    const position = this.#lexemes[this.#at]?.position ?? 0
    const left = this.#operand()
    const near = this.#lexemes[this.#at]
    if (left.kind === 'refused' || near?.kind !== 'near') return left
    this.#at += 1
    const right = this.#operand()
    if (right.kind === 'refused') return right
    const second = this.#lexemes[this.#at]
    if (second?.kind === 'near') return refused('near-operand', second)
    if (!mayBeNear(left) || !mayBeNear(right)) return refused('near-operand', near)
    const { distance, ordered } = near
    const place = { position, length: this.#end() - position }
    return { kind: 'near', part: this.#typed(place), left, right, distance, ordered, ...place }
  }

  #operand(): Query | Refused {
    const lexeme = this.#lexemes[this.#at]
    switch (lexeme?.kind) {
      case 'term': {
        this.#at += 1
        const { words, raw, position, length } = lexeme
        const field = this.#field
        return { kind: 'term', part: this.#typed(lexeme), words, field, raw, position, length }
      }
      case 'concept':
        this.#at += 1
        return this.#concept(lexeme.name, lexeme)
      case 'only': {
        this.#at += 1
        const { filter, position, length } = lexeme
        return { kind: 'only', filter, part: this.#typed(lexeme), position, length }
      }
      case 'title':
        return this.#deeper(lexeme, () => this.#title(lexeme))
      case 'not':
        return this.#deeper(lexeme, () => this.#not(lexeme))
      case 'open':
        return this.#deeper(lexeme, () => this.#group(lexeme))
      case 'and':
      case 'or':
      case 'near':
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
    const part = this.#near()
    if (part.kind === 'refused') return part
    return { kind: 'not', part, position, length: this.#end() - position }
  }

  /** `title:` and a word, phrase, concept, or group of them. */
  #title(name: Place): Query | Refused {
    const next = this.#lexemes[this.#at]
    const apart = next?.position !== name.position + name.length
    const canBe = next?.kind === 'term' || next?.kind === 'concept' || next?.kind === 'open'
    if (apart || !canBe) return refused('empty-field', name)
    const before = this.#field
    this.#field = 'title'
    const query = this.#operand()
    this.#field = before
    return query
  }

  #concept(name: string, place: Place): Query | Refused {
    const concept = this.#concepts.find(name)
    if (concept === undefined) return refused('unknown-concept', place)
    const { position, length } = place
    const part = this.#typed(place)
    const field = this.#field
    const terms = conceptTerms(concept, { part, field, position, length })
    return { kind: 'concept', id: concept.id, part, terms, field, position, length }
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
    switch (this.#lexemes[this.#at]?.kind) {
      case 'term':
      case 'concept':
      case 'only':
      case 'title':
      case 'not':
      case 'open':
        return true
      case 'and':
      case 'or':
      case 'near':
      case 'close':
      case undefined:
        return false
    }
  }

  #take(kind: Lexeme['kind']): boolean {
    if (this.#lexemes[this.#at]?.kind !== kind) return false
    this.#at += 1
    return true
  }

  #typed({ position, length }: Place): string {
    return this.#query.slice(position, position + length)
  }

  #end(): number {
    const last = this.#lexemes[this.#at - 1]
    return last === undefined ? 0 : last.position + last.length
  }
}

function mayBeNear(query: Query): boolean {
  switch (query.kind) {
    case 'term':
    case 'concept':
      return true
    case 'any':
      return query.parts.every(mayBeNear)
    case 'all':
    case 'not':
    case 'near':
    case 'only':
      return false
  }
}

function joined(kind: 'all' | 'any', parts: readonly Query[]): Query {
  const [only, second] = parts
  return only !== undefined && second === undefined ? only : { kind, parts }
}
