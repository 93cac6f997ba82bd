import { Folded, fold } from '../../src/text/fold.ts'
import { scanTokens } from '../../src/text/scan-tokens.ts'
import { Tokens } from '../../src/text/tokens.ts'
import { compileWatches } from '../../src/watches/compile.ts'
import { matchStatement } from '../../src/watches/match.ts'
import { parseQuery } from '../../src/watches/parse-query.ts'
import { corpus } from './match-corpus.mjs'

export const SIZES = [10, 1_000, 10_000]
const STATEMENTS = 1_000

const made = corpus()
export const statements = made.statements(STATEMENTS)
export const watchesOf = (size) => made.watches(size)

const sets = new Map()

/** The watches of a size, compiled once. */
function compiled(size) {
  const known = sets.get(size) ?? compileWatches(watchesOf(size))
  sets.set(size, known)
  return known
}

const folded = { title: new Folded(), text: new Folded() }
const tokens = { title: new Tokens(), text: new Tokens() }

/** What must be done with every statement before anything can be asked of it. */
export function foldAndTokenise(from, to) {
  let words = 0
  for (let n = from; n < to; n++) {
    const { title, text } = statements[n % STATEMENTS]
    words += scanTokens(fold(title, folded.title), tokens.title).length
    words += scanTokens(fold(text, folded.text), tokens.text).length
  }
  return words
}

export function foldAlone(from, to) {
  let units = 0
  for (let n = from; n < to; n++) units += fold(statements[n % STATEMENTS].text, folded.text).length
  return units
}

/** All watches against each statement; returns the hits. */
export function match(size, from, to) {
  const set = compiled(size)
  let hits = 0
  for (let n = from; n < to; n++) hits += matchStatement(set, statements[n % STATEMENTS]).length
  return hits
}

const plain = new Map()

/** The same watches by folded substring, one after another, as bots do it: no word borders. */
export function includesLoop(size, from, to) {
  const queries =
    plain.get(size) ?? watchesOf(size).map(({ query }) => plainQuery(parseQuery(query).query))
  plain.set(size, queries)
  let hits = 0
  for (let n = from; n < to; n++) {
    const { title, text } = statements[n % STATEMENTS]
    const all = `${fold(title).text}\n${fold(text).text}`
    for (const isIn of queries) if (isIn(all)) hits++
  }
  return hits
}

function plainQuery(query) {
  switch (query.kind) {
    case 'term': {
      const words = query.words.map(({ token }) => token.text).join(' ')
      return (text) => text.includes(words)
    }
    case 'not': {
      const part = plainQuery(query.part)
      return (text) => !part(text)
    }
    case 'all': {
      const parts = query.parts.map(plainQuery)
      return (text) => parts.every((part) => part(text))
    }
    case 'any': {
      const parts = query.parts.map(plainQuery)
      return (text) => parts.some((part) => part(text))
    }
    default:
      throw new Error(`the corpus has no ${query.kind}`)
  }
}

export function build(size) {
  return compileWatches(watchesOf(size))
}
