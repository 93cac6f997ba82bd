import { Hono } from 'hono/tiny'
import * as v from 'valibot'
import { deskWords } from '../pages/desk/desk-words.ts'
import type { Hits } from '../pages/desk/hits.tsx'
import type { DeskRefusal, Outcome } from '../pages/desk/refusal.ts'
import type { WatchDraft } from '../pages/desk/watch-form.tsx'
import { WatchesPage } from '../pages/desk/watches-page.tsx'
import type { Why } from '../pages/desk/why.tsx'
import type { BayanEnv } from '../platform/env.ts'
import { CHANGE_KINDS } from '../statements/change.ts'
import { LANGUAGES, type Language, languageNamed } from '../text/language.ts'
import { readForm, typed } from './admission.ts'
import {
  endpointAnswer,
  listOf,
  publisherAnswer,
  tryAnswer,
  watchAnswer,
} from './answer-schemas.ts'
import { type AtDesk, atDesk, deskPage, failed, read, refusalIn, sentOn } from './desk-answers.ts'
import { slugOf } from './slug-of.ts'

/** As far back as a question is tried while it is typed. */
const DAYS = 90

/** `/desk/watches`: questions to type, try and keep. */
export const deskWatches = new Hono<{ Bindings: BayanEnv }>()

deskWatches.get('/', async (context) => {
  const desk = atDesk(context)
  const endpoints = await read(desk.api, '/endpoints', listOf(endpointAnswer))
  const all = endpoints.items.map(({ id }) => id)
  // Whoever has one endpoint wants to be told there.
  return await watchesPage(desk, { draft: newDraft(all.length === 1 ? all : []), isNew: true })
})

deskWatches.post('/try', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const draft = draftIn(form.value)
  const isNew = form.value.get('id') === null || !(await isKnown(desk, draft.id))
  if (draft.query.trim() === '') return await watchesPage(desk, { draft, isNew })
  const { query, publishers, languages } = draft
  const answer = await desk.api('POST', '/watches/try', {
    query,
    publishers,
    languages,
    days: DAYS,
  })
  const refusal = refusalIn(answer)
  if (refusal !== undefined) return await watchesPage(desk, { draft, isNew, refusal })
  const hits = hitsOf(v.parse(tryAnswer, answer.body), desk.lang)
  return await watchesPage(desk, { draft, isNew, hits })
})

deskWatches.post('/why', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const query = form.value.get('query') ?? ''
  const text = form.value.get('text') ?? ''
  const language = languageNamed(form.value.get('language')) ?? desk.lang
  const draft = { ...newDraft([]), query }
  const answer = await desk.api('POST', '/watches/try', { query, ...explained(text), language })
  const refusal = refusalIn(answer)
  if (refusal !== undefined) return await watchesPage(desk, { draft, isNew: true, text, refusal })
  const why = whyOf(v.parse(tryAnswer, answer.body), language, desk.lang)
  return await watchesPage(desk, { draft, isNew: true, text, why })
})

deskWatches.post('/save', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const draft = draftIn(form.value)
  const watches = await read(desk.api, '/watches', listOf(watchAnswer))
  const taken = watches.items.map(({ id }) => id)
  const id = draft.id || slugOf(draft.name, 'watch', taken)
  const name = draft.name || draft.query.slice(0, 60)
  const answer = await desk.api('PUT', `/watches/${encodeURIComponent(id)}`, { ...draft, id, name })
  const refusal = refusalIn(answer)
  if (refusal === undefined) return sentOn('/desk/watches', desk.lang, 'saved')
  return await watchesPage(desk, { draft, isNew: !taken.includes(draft.id), refusal })
})

deskWatches.get('/:id', async (context) => {
  const desk = atDesk(context)
  const { items } = await read(desk.api, '/watches', listOf(watchAnswer))
  const draft = items.find(({ id }) => id === context.req.param('id'))
  if (draft === undefined) return sentOn('/desk/watches', desk.lang)
  return await watchesPage(desk, { draft, isNew: false })
})

deskWatches.post('/:id/rotate', async (context) => {
  const desk = atDesk(context)
  const id = encodeURIComponent(context.req.param('id'))
  await desk.api('POST', `/watches/${id}/rotate-feed-key`)
  return sentOn('/desk/watches', desk.lang, 'saved')
})

deskWatches.post('/:id/delete', async (context) => {
  const desk = atDesk(context)
  const refusal = refusalIn(
    await desk.api('DELETE', `/watches/${encodeURIComponent(context.req.param('id'))}`),
  )
  if (refusal === undefined) return sentOn('/desk/watches', desk.lang, 'removed')
  return await watchesPage(desk, { draft: newDraft([]), isNew: true, refusal })
})

interface WatchesView {
  readonly draft: WatchDraft
  readonly isNew: boolean
  readonly hits?: Hits
  readonly why?: Why
  readonly text?: string
  readonly refusal?: DeskRefusal
}

async function watchesPage(desk: AtDesk, view: WatchesView): Promise<Response> {
  const [watches, publishers, endpoints] = await Promise.all([
    read(desk.api, '/watches', listOf(watchAnswer)),
    read(desk.api, '/publishers', listOf(publisherAnswer)),
    read(desk.api, '/endpoints', listOf(endpointAnswer)),
  ])
  const { refusal } = view
  const outcome: Outcome | undefined =
    refusal === undefined ? desk.props.outcome : failed(refusal, desk.lang)
  return deskPage(
    <WatchesPage
      {...desk.props}
      {...view}
      outcome={outcome}
      watches={watches.items}
      publishers={publishers.items}
      endpoints={endpoints.items}
    />,
    refusal === undefined ? 200 : 422,
  )
}

async function isKnown(desk: AtDesk, id: string): Promise<boolean> {
  const { items } = await read(desk.api, '/watches', listOf(watchAnswer))
  return items.some((one) => one.id === id)
}

function newDraft(endpoints: readonly string[]): WatchDraft {
  const everywhere = { publishers: [], languages: [], public: false }
  return { id: '', name: '', query: '', changes: ['appeared'], endpoints, ...everywhere }
}

function draftIn(form: URLSearchParams): WatchDraft {
  const text = (name: string) => typed(form, name)
  return {
    id: text('id'),
    name: text('name'),
    query: text('query'),
    publishers: form.getAll('publishers'),
    languages: LANGUAGES.filter((one) => form.getAll('languages').includes(one)),
    changes: CHANGE_KINDS.filter((one) => form.getAll('changes').includes(one)),
    endpoints: form.getAll('endpoints'),
    public: form.get('public') === 'true',
    ...(form.get('machine') === 'true' ? { machine: true } : {}),
  }
}

/** A statement's id is one short word with a number; everything else is a text. */
function explained(text: string): { readonly statement: string } | { readonly text: string } {
  const id = text.trim()
  return /^[a-z0-9-]{1,60}-\d+$/.test(id) ? { statement: id } : { text }
}

function hitsOf(answer: v.InferOutput<typeof tryAnswer>, lang: Language): Hits {
  const { searched = 0, count = 0, statements = [], alertsAWeek, warnings = [] } = answer
  const { complete, reached } = answer
  return {
    searched,
    count,
    aWeek: alertsAWeek,
    reached: complete === false ? reached : undefined,
    warnings: warnings.map(({ part, message }) => `${part}: ${message[lang]}`),
    statements: statements.map(({ id, language, title, published, matches, snippets }) => ({
      id,
      language,
      title,
      published,
      marks: matches.filter(({ field }) => field === 'title'),
      snippet: snippets.find(({ field }) => field === 'text'),
    })),
  }
}

function whyOf(answer: v.InferOutput<typeof tryAnswer>, language: Language, lang: Language): Why {
  const { matched, matches = [], parts = [] } = answer
  const t = deskWords(lang)
  const lines = parts.map(({ part, negated, found, nearMisses }) => {
    const word = t(found ? 'isThere' : 'isNotThere')
    const near = nearMisses.map(({ surface, message }) => `${surface}: ${message[lang]}`)
    return [`${negated ? 'NOT ' : ''}${part}: ${word}.`, ...near].join(' ')
  })
  return { matched, language, marks: matches.filter(({ field }) => field === 'text'), lines }
}
