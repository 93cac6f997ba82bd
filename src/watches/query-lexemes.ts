import { fold } from '../text/fold.ts'
import { type Token, tokensOf } from '../text/tokens.ts'
import type { QueryError } from './query.ts'
import { MOST_TERMS, QUERY_ERRORS, type QueryErrorReason } from './query-error-table.ts'

/** A piece of a query, and its place there in UTF-16 units. */
export type Lexeme = Place &
  (
    | { readonly kind: 'term'; readonly words: readonly Token[] }
    | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' }
  )

export interface Place {
  readonly position: number
  readonly length: number
}

export interface Refused {
  readonly kind: 'refused'
  readonly error: QueryError
}

export function refused(reason: QueryErrorReason, { position, length }: Place): Refused {
  return { kind: 'refused', error: { position, length, reason, message: QUERY_ERRORS[reason] } }
}

/** Blanks and the commas between words, but not those between digits. */
const GAP = /[\s،؛;]|(?<![0-9٠-٩۰-۹]),|,(?![0-9٠-٩۰-۹])/
const GAP_START = new RegExp(`(?:${GAP.source})+`, 'y')
const WORD = new RegExp(`(?:(?!${GAP.source}|[()"“”„«»])[\\s\\S])+`, 'y')
/** Word processors turn marks either way, so those of one family close one another. */
const PHRASE = /["“”„]([^"“”„]*)["“”„]|«([^«»]*)»/y
/** Controls that a paste brings along; inside a word they part nothing. */
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/** Takes a query apart; punctuation that stands alone is nobody's word and is left out. */
export function lexemesOf(query: string): Lexeme[] | Refused {
  const lexemes: Lexeme[] = []
  let terms = 0
  let at = 0
  while (at < query.length) {
    at += matchAt(GAP_START, query, at)?.[0].length ?? 0
    if (at >= query.length) break
    const lexeme = lexemeAt(query, at)
    if (lexeme.kind === 'refused') return lexeme
    at += lexeme.length
    if (lexeme.kind === 'nothing') continue
    if (lexeme.kind === 'term') terms += 1
    if (terms > MOST_TERMS) return refused('too-many-terms', lexeme)
    lexemes.push(lexeme)
  }
  return lexemes
}

type Nothing = Place & { readonly kind: 'nothing' }

function lexemeAt(query: string, position: number): Lexeme | Nothing | Refused {
  switch (query.charAt(position)) {
    case '(':
      return { kind: 'open', position, length: 1 }
    case ')':
      return { kind: 'close', position, length: 1 }
    case '"':
    case '“':
    case '”':
    case '„':
    case '«':
    case '»':
      return phraseAt(query, position)
    default:
      return wordAt(query, position)
  }
}

function phraseAt(query: string, position: number): Lexeme | Refused {
  const match = matchAt(PHRASE, query, position)
  if (match === null) return refused('unbalanced-quote', { position, length: 1 })
  const place = { position, length: match[0].length }
  const inside = match[1] ?? match[2] ?? ''
  if (inside.includes('*')) return refused('wildcard-not-offered', place)
  const words = tokensOf(fold(inside))
  if (words.length === 0) return refused('empty-phrase', place)
  return isOneLetter(words) ? refused('one-letter', place) : { kind: 'term', words, ...place }
}

const OPERATORS = { AND: 'and', OR: 'or', NOT: 'not' } as const

function wordAt(query: string, position: number): Lexeme | Nothing | Refused {
  const typed = matchAt(WORD, query, position)?.[0] ?? query.charAt(position)
  const place = { position, length: typed.length }
  const word = typed.replace(INVISIBLE, '')
  if (word === 'AND' || word === 'OR' || word === 'NOT') return { kind: OPERATORS[word], ...place }
  const next = query.charAt(position + typed.length)
  const reason = NOT_WORDS.find(({ looks }) => looks.test(word + opener(next)))?.reason
  if (reason !== undefined) return refused(reason, place)
  const words = tokensOf(fold(word))
  if (words.length === 0) return { kind: 'nothing', ...place }
  return isOneLetter(words) ? refused('one-letter', place) : { kind: 'term', words, ...place }
}

/** What follows a sign without a blank, so that `-"a phrase"` is seen for what it is meant as. */
function opener(next: string): string {
  return /["“”„«(]/.test(next) ? next : ''
}

/** What other search languages write, and would be read as plain text here: never in silence. */
const NOT_WORDS: readonly { readonly looks: RegExp; readonly reason: QueryErrorReason }[] = [
  { looks: /^(?:and|or|not)$/i, reason: 'lower-case-operator' },
  { looks: /^NEAR(?:\/.*)?$/, reason: 'near-not-offered' },
  { looks: /~/, reason: 'fuzzy-not-offered' },
  // A question mark at the end is mostly punctuation.
  { looks: /\*|\p{L}\?\p{L}/u, reason: 'wildcard-not-offered' },
  { looks: /^[a-z]+:/i, reason: 'field-not-offered' },
  { looks: /^@/, reason: 'concept-not-offered' },
  { looks: /^[-+!](?=[\p{L}"“”„«(])|^[&|]+$|&&|\|\|/u, reason: 'unknown-operator' },
]

function isOneLetter(words: readonly Token[]): boolean {
  const [only, second] = words
  return second === undefined && only !== undefined && only.text.length === 1
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
