import { QUERY_ERRORS } from '../watches/query-error-table.ts'
import type { QueryError } from '../watches/query.ts'
import { ADMISSION_WORDS } from './admission-words-table.ts'
import type { Mistake } from './mistake.ts'
import { type FieldProblem, unprocessableQuery } from './problem.ts'

/** What is wrong with a parameter, in the words that the API has for it. */
export function tellMistake(mistake: Mistake): FieldProblem {
  if ('error' in mistake) return queryProblem(mistake.field, mistake.error)
  const { field, word } = mistake
  return { field, ...(ADMISSION_WORDS[word] ?? { en: word, ar: word }) }
}

/** What is wrong with a query, and where. */
export function queryProblem(field: string, error: QueryError): FieldProblem {
  const { position, length, reason } = error
  return { field, ...QUERY_ERRORS[reason], place: { position, length, reason } }
}

/** The answer to an address that would be a feed's but for its parameters. */
export function refuseFeed(mistakes: readonly Mistake[]): Response {
  return unprocessableQuery(mistakes.map(tellMistake))
}
