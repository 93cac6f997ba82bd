import type { BayanEnv } from '../platform/env.ts'
import { languageOf } from '../text/language-of.ts'
import { BackTest } from '../watches/back-test.ts'
import { Concepts } from '../watches/concept.ts'
import { explainQuery } from '../watches/explain-query.ts'
import { parseQuery } from '../watches/parse-query.ts'
import type { Query } from '../watches/query.ts'
import type { Matchable } from '../watches/reading.ts'
import { fieldSnippets } from '../watches/snippet.ts'
import { queryProblem } from './tell-mistake.ts'
import { searchArchive } from './archive-search.ts'
import { admitBody, unprocessable } from './admission.ts'
import { json } from './answers.ts'
import { findStatement } from './find-statement.ts'
import { deskOf } from './objects.ts'
import { unknownStatement } from './problem.ts'
import { trySchema } from './settings-schemas.ts'

const DAY_MS = 86_400_000
const DEFAULT_DAYS = 90

/**
 * Tries a query: on a text or on a statement, and says why it hits or why not; or on what is
 * published, and says what a watch would have caught. Nothing is saved and nobody is told.
 * Where the archive is longer than one answer may read, `complete` is false, and all that is dated after
 * `reached` was searched.
 */
export async function tryWatch(request: Request, env: BayanEnv): Promise<Response> {
  const admitted = await admitBody(trySchema, request)
  if (admitted.kind === 'refused') return admitted.response
  const { query, text, title, language, statement, days, publishers, languages } = admitted.value
  const parsed = parseQuery(query, new Concepts(await deskOf(env).concepts()))
  if (parsed.kind === 'refused') return unprocessable([queryProblem('query', parsed.error)])
  if (statement !== undefined) return await explainStatement(env, parsed.query, statement)
  if (text !== undefined || title !== undefined) {
    const wording = { title: title ?? '', text: text ?? '' }
    const read = language ?? languageOf(`${wording.title}\n${wording.text}`, 'ar')
    return explain(parsed.query, { ...wording, language: read, publisher: '' })
  }
  const test = new BackTest(parsed.query, languages)
  const since = new Date(Date.now() - (days ?? DEFAULT_DAYS) * DAY_MS).toISOString()
  const searched = await searchArchive(env, { since, publishers }, (one) => test.add(one))
  const report = test.report(new Date().toISOString())
  const { matched: count } = report
  return json({ ...report, matched: count > 0, count, since, ...searched })
}

async function explainStatement(env: BayanEnv, query: Query, id: string): Promise<Response> {
  const found = await findStatement(env, id)
  if (found === undefined) return unknownStatement(id)
  const { title, text, language, publisher } = found.statement
  return explain(query, { title, text, language, publisher })
}

function explain(query: Query, statement: Required<Matchable>): Response {
  const { matched, matches, parts } = explainQuery(query, statement)
  const snippets = fieldSnippets(statement, matches, statement.language ?? 'ar')
  return json({ matched, matches, snippets, parts })
}
