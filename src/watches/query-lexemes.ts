import { INVISIBLE } from '../text/unseen.ts'
import type { QueryErrorReason } from './query-error-table.ts'
import { DEEPEST, MOST_TERMS } from './query-limits.ts'
import { namedLexeme } from './query-fields.ts'
import { type Lexeme, type Refused, matchAt, quotedAt, refused } from './query-lexeme.ts'
import { TypedText } from './query-words.ts'
import type { Place } from './query.ts'

type Nothing = Place & { readonly kind: 'nothing' }

/** Blanks and the commas between words, but not those between digits. */
const GAP = /[\s،؛;]|(?<![0-9٠-٩۰-۹]),|,(?![0-9٠-٩۰-۹])/
const GAP_START = new RegExp(`(?:${GAP.source})+`, 'y')
const WORD = new RegExp(`(?:(?!${GAP.source}|[()"“”„«»])[\\s\\S])+`, 'y')

/** Takes a query apart; punctuation that stands alone is nobody's word and is left out. */
export function lexemesOf(query: string): Lexeme[] | Refused {
  const typed = new TypedText(query)
  const lexemes: Lexeme[] = []
  let terms = 0
  let depth = 0
  let at = 0
  while (at < query.length) {
    at += matchAt(GAP_START, query, at)?.[0].length ?? 0
    if (at >= query.length) break
    const lexeme = lexemeAt(typed, at)
    if (lexeme.kind === 'refused') return lexeme
    at += lexeme.length
    if (lexeme.kind === 'nothing') continue
    // Read again from each of them, hundreds would take their square in time.
    if (lexeme.kind === 'title' && lexemes.at(-1)?.kind === 'title')
      return refused('empty-field', lexeme)
    if (lexeme.kind === 'open') depth += 1
    if (lexeme.kind === 'close') depth -= 1
    // Here, since a thousand parentheses need not be read before they are refused.
    if (depth > DEEPEST) return refused('too-deep', lexeme)
    if (lexeme.kind === 'term' || lexeme.kind === 'concept') terms += 1
    if (terms > MOST_TERMS) return refused('too-many-terms', lexeme)
    lexemes.push(lexeme)
  }
  return lexemes
}

function lexemeAt(typed: TypedText, position: number): Lexeme | Nothing | Refused {
  switch (typed.text.charAt(position)) {
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
      return phraseAt(typed, position)
    default:
      return wordAt(typed, position)
  }
}

function phraseAt(typed: TypedText, position: number): Lexeme | Refused {
  const query = typed.text
  const quoted = quotedAt(query, position)
  if (quoted.kind === 'refused') return quoted
  const place = { position, length: quoted.length }
  // "two words"~5 is proximity elsewhere, "word"* a prefix.
  const next = query.charAt(position + quoted.length)
  if (next === '~') return refused('fuzzy-phrase', { position, length: quoted.length + 1 })
  if (next === '*') return refused('wildcard-place', { position, length: quoted.length + 1 })
  const read = typed.phraseIn(position, position + quoted.length)
  if (typeof read === 'string') return refused(read, place)
  return { kind: 'term', words: read, ...place }
}

const OPERATORS = { AND: 'and', OR: 'or', NOT: 'not' } as const

function wordAt(typed: TypedText, position: number): Lexeme | Nothing | Refused {
  const query = typed.text
  const length = matchAt(WORD, query, position)?.[0].length ?? 1
  const place = { position, length }
  const end = position + length
  const word = query.slice(position, end).replace(INVISIBLE, '')
  if (word === 'AND' || word === 'OR' || word === 'NOT') return { kind: OPERATORS[word], ...place }
  const named = namedLexeme(typed, word, place)
  if (named !== undefined) return named
  const next = query.charAt(end)
  const reason = NOT_WORDS.find(({ looks }) => looks.test(word + opener(next)))?.reason
  if (reason !== undefined) return refused(reason, place)
  const words = typed.wordsIn(position, end)
  if (typeof words === 'string') return refused(words, place)
  return words.length === 0 ? { kind: 'nothing', ...place } : { kind: 'term', words, ...place }
}

/** What follows a sign without a blank, so that `-"a phrase"` is seen for what it is meant as. */
function opener(next: string): string {
  return /["“”„«(]/.test(next) ? next : ''
}

/** What other search languages write, and would be read as plain text here: never in silence. */
const NOT_WORDS: readonly { readonly looks: RegExp; readonly reason: QueryErrorReason }[] = [
  { looks: /^(?:and|or|not|near\/.*)$/i, reason: 'lower-case-operator' },
  // A question mark at the end is mostly punctuation.
  { looks: /\p{L}\?\p{L}/u, reason: 'wildcard-place' },
  { looks: /^[-+!](?=[\p{L}"“”„«(])|^[&|]+$|&&|\|\|/u, reason: 'unknown-operator' },
]
