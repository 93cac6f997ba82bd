import type { Html } from '../pages/jsx-runtime.ts'
import * as v from 'valibot'
import { type DeskWord, deskWords } from '../pages/desk/desk-words.ts'
import type { DeskProps } from '../pages/desk/desk-layout.tsx'
import type { DeskRefusal, Outcome } from '../pages/desk/refusal.ts'
import { pagePath } from '../pages/page-path.ts'
import { baseUrlOf } from '../platform/env.ts'
import type { Language } from '../text/language.ts'
import { problemAnswer } from './answer-schemas.ts'
import { type CallApi, apiFor } from './call-api.ts'
import { type PageContext, languageOf } from './interface-language.ts'
import { page } from './page-answer.ts'

/** What a handler of the desk works with. */
export interface AtDesk {
  readonly lang: Language
  readonly api: CallApi
  /** What every page of the desk is given; `outcome` is of what was done just before. */
  readonly props: DeskProps
}

/** What may be announced after a redirect; an address could else put any word into a page. */
const DONE: readonly DeskWord[] = [
  'saved',
  'removed',
  'released',
  'dismissed',
  'replayed',
  'signedOut',
]

export function atDesk(context: PageContext): AtDesk {
  const { env, req } = context
  const lang = languageOf(context)
  const word = DONE.find((one) => one === req.query('done'))
  const outcome: Outcome | undefined =
    word === undefined ? undefined : { kind: 'done', text: deskWords(lang)(word) }
  const props = { lang, baseUrl: baseUrlOf(env), now: new Date(), outcome }
  return { lang, api: apiFor(env), props }
}

/** A page of the desk: for its operator alone, and never kept on the way. */
export function deskPage(content: Html, status = 200): Response {
  return page(content, { status, cache: 'private, no-store', referrer: 'same-origin' })
}

/** Sends the browser on after a write, so that a reload repeats nothing. */
export function sentOn(path: string, lang: Language, done?: DeskWord, cookie?: string): Response {
  const headers = new Headers({ 'cache-control': 'private, no-store' })
  headers.set('location', pagePath(path, lang) + (done === undefined ? '' : `&done=${done}`))
  if (cookie !== undefined) headers.set('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

/** An answer of the API that must be there: anything else is a fault of ours. */
export async function read<S extends v.GenericSchema>(
  api: CallApi,
  path: string,
  schema: S,
): Promise<v.InferOutput<S>> {
  return v.parse(schema, (await api('GET', path)).body)
}

/** Why the API did not do it; undefined where it did. */
export function refusalIn({
  status,
  body,
}: {
  readonly status: number
  readonly body: unknown
}): DeskRefusal | undefined {
  if (status < 400) return undefined
  const problem = v.safeParse(problemAnswer, body)
  if (!problem.success)
    return { told: { en: String(status), ar: String(status) }, fields: new Map() }
  const { detail, detail_ar, errors = [] } = problem.output
  const fields = errors.map((one) => {
    // The form holds one source; the API says which of several.
    const field = one.field.replace(/^sources\.\d+\./, '')
    return [field, { en: one.detail, ar: one.detail_ar }] as const
  })
  return { told: { en: detail, ar: detail_ar }, fields: new Map(fields) }
}

/** A refusal as the page announces it. */
export function failed(refusal: DeskRefusal, lang: Language): Outcome {
  return { kind: 'failed', text: deskWords(lang)('refused'), detail: refusal.told[lang] }
}
