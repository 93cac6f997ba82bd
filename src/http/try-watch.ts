import { bodyHtml } from '../feeds/snapshot.ts'
import type { BayanEnv } from '../platform/env.ts'
import { ALL } from '../platform/kv-keys.ts'
import { htmlToText } from '../text/html-text.ts'
import { matchesOf } from '../watches/alerts-for.ts'
import { type CompiledWatches, compileWatches } from '../watches/compile.ts'
import { parseQuery } from '../watches/parse-query.ts'
import { queryProblem } from './admit-settings.ts'
import { admit, readJson, unprocessable } from './admission.ts'
import { json } from './answers.ts'
import { trySchema } from './settings-schemas.ts'
import { loadSnapshot } from './statements.ts'

const DAY_MS = 86_400_000

/** Tries a query on a text, or on what is published: nothing is saved and nobody is told. */
export async function tryWatch(request: Request, env: BayanEnv): Promise<Response> {
  const body = await readJson(request)
  if (body.kind === 'refused') return body.response
  const admitted = admit(trySchema, body.value)
  if (admitted.kind === 'refused') return admitted.response
  const { query, text, title, language, days } = admitted.value
  const parsed = parseQuery(query)
  if (parsed.kind === 'refused') {
    return unprocessable([queryProblem('query', parsed.error)])
  }
  const compiled = compileWatches([
    {
      id: 'try',
      name: 'try',
      query,
      publishers: [],
      languages: [],
      changes: ['appeared'],
      endpoints: [],
      public: false,
    },
  ])
  if (text !== undefined || title !== undefined) {
    const wording = { title: title ?? '', text: text ?? '' }
    const [hit] = matchesOf(wording, { language: language ?? 'ar', publisher: '' }, compiled)
    return json({ matched: hit !== undefined, matches: hit?.matches ?? [] })
  }
  return await backTest(env, compiled, days ?? 90)
}

/** What the query would have caught among the statements that are published now. */
async function backTest(env: BayanEnv, compiled: CompiledWatches, days: number): Promise<Response> {
  const snapshot = await loadSnapshot(env, ALL)
  const since = new Date(Date.now() - days * DAY_MS).toISOString()
  const searched = (snapshot?.entries ?? []).filter(
    ({ published, firstSeen }) => (published ?? firstSeen) >= since,
  )
  const statements = searched.flatMap((entry) => {
    const [hit] = matchesOf(
      { title: entry.title, text: htmlToText(bodyHtml(entry)) },
      entry,
      compiled,
    )
    if (hit === undefined) return []
    const { id, publisher, language, title, url, published } = entry
    return [{ id, publisher, language, title, url, published, matches: hit.matches }]
  })
  return json({
    matched: statements.length > 0,
    days,
    since,
    searched: searched.length,
    statements,
  })
}
