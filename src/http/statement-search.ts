import * as v from 'valibot'
import type { Search } from '../pages/search-form.tsx'
import type { Found } from '../pages/search-results.tsx'
import { listOf } from './answer-schemas.ts'
import { statementAnswer } from './statement-answers.ts'
import { apiFor } from './call-api.ts'
import { refusalIn } from './desk-answers.ts'
import { highlighter } from './highlights.ts'
import { type PageContext, languageOf } from './interface-language.ts'

/** What the front page's address asks for. */
export function searchIn({ req }: PageContext): Search {
  const text = (name: keyof Search) => (req.query(name) ?? '').trim()
  return {
    q: text('q'),
    publisher: text('publisher'),
    language: text('language'),
    state: text('state'),
    since: text('since'),
    until: text('until'),
  }
}

/** What the search finds, by the API's own call; neither result nor fault where nothing is asked. */
export async function findStatements(
  search: Search,
  context: PageContext,
): Promise<{ readonly found?: Found; readonly fault?: string }> {
  const asked = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== ''))
  const cursor = context.req.query('cursor')
  if (asked.size === 0 && cursor === undefined) return {}
  const lang = languageOf(context)
  const next = new URLSearchParams(asked)
  if (cursor !== undefined) asked.set('cursor', cursor)
  const answer = await apiFor(context.env)('GET', `/statements?${asked.toString()}`)
  const refusal = refusalIn(answer)
  if (refusal !== undefined) {
    return { fault: refusal.fields.get('q')?.[lang] ?? refusal.told[lang] }
  }
  const page = v.parse(listOf(statementAnswer), answer.body)
  next.set('lang', lang)
  next.set('cursor', page.cursor ?? '')
  return {
    found: {
      statements: page.items.map(highlighter(search.q)),
      next: page.cursor === null ? undefined : `/?${next.toString()}`,
    },
  }
}
