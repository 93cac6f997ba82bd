import { Hono } from 'hono/tiny'
import * as v from 'valibot'
import { deskWords } from '../pages/desk/desk-words.ts'
import type { EndpointDraft } from '../pages/desk/endpoint-form.tsx'
import { EndpointsPage } from '../pages/desk/endpoints-page.tsx'
import type { DeskRefusal, Outcome } from '../pages/desk/refusal.ts'
import type { BayanEnv } from '../platform/env.ts'
import type { Language } from '../text/language.ts'
import { readForm } from './admission.ts'
import { endpointAnswer, healthFeedAnswer, listOf } from './answer-schemas.ts'
import { replayAnswer, rotationAnswer, testAnswer } from './delivery-answers.ts'
import { type AtDesk, atDesk, deskPage, failed, read, refusalIn, sentOn } from './desk-answers.ts'
import {
  draftInForm,
  draftOfEndpoint,
  emptyDraft,
  endpointIn,
  instantIn,
} from './endpoint-draft.ts'
import type { PageContext } from './interface-language.ts'
import { slugOf } from './slug-of.ts'
import { currentStatus } from './status.ts'

/** `/desk/endpoints`: where alerts go. */
export const deskEndpoints = new Hono<{ Bindings: BayanEnv }>()

deskEndpoints.get('/', async (context) => {
  return await endpointsPage(context, atDesk(context), { draft: emptyDraft(), isNew: true })
})

deskEndpoints.post('/save', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const { items } = await read(desk.api, '/endpoints', listOf(endpointAnswer))
  const draft = draftInForm(form.value)
  const known = items.find(({ id }) => id === form.value.get('known'))
  const id =
    known?.id ??
    (draft.id ||
      slugOf(
        draft.kind,
        'endpoint',
        items.map((one) => one.id),
      ))
  const wanted = endpointIn(form.value, known)
  const lacksSecret = wanted['kind'] === 'webhook' && (wanted['secret'] ?? '') === ''
  const made = lacksSecret ? newSecret() : undefined
  const answer = await desk.api('PUT', `/endpoints/${encodeURIComponent(id)}`, {
    ...wanted,
    ...(made === undefined ? {} : { secret: made }),
    id,
  })
  const refusal = refusalIn(answer)
  if (refusal !== undefined) {
    const view = {
      draft: { ...draft, id: known?.id ?? draft.id },
      isNew: known === undefined,
      refusal,
    }
    return await endpointsPage(context, desk, view)
  }
  const tested = form.value.get('then') === 'test' ? await test(desk, id) : undefined
  if (tested === undefined && made === undefined) {
    return sentOn('/desk/endpoints', desk.lang, 'saved')
  }
  return await endpointsPage(context, desk, {
    draft: emptyDraft(),
    isNew: true,
    outcome: withSecret(tested, made, desk.lang),
  })
})

deskEndpoints.post('/own-states', async (context) => {
  const { api, lang } = atDesk(context)
  await api('POST', '/health-feed/rotate-key')
  return sentOn('/desk/endpoints', lang, 'saved')
})

deskEndpoints.get('/:id', async (context) => {
  const desk = atDesk(context)
  const found = await find(desk, context.req.param('id'))
  if (found === undefined) return sentOn('/desk/endpoints', desk.lang)
  return await endpointsPage(context, desk, { draft: draftOfEndpoint(found), isNew: false })
})

deskEndpoints.post('/:id/test', async (context) => {
  const desk = atDesk(context)
  const outcome = await test(desk, context.req.param('id'))
  return await endpointsPage(context, desk, { draft: emptyDraft(), isNew: true, outcome })
})

deskEndpoints.post('/:id/delete', async (context) => {
  const desk = atDesk(context)
  const id = encodeURIComponent(context.req.param('id'))
  const refusal = refusalIn(await desk.api('DELETE', `/endpoints/${id}`))
  if (refusal === undefined) return sentOn('/desk/endpoints', desk.lang, 'removed')
  return await endpointsPage(context, desk, { draft: emptyDraft(), isNew: true, refusal })
})

deskEndpoints.post('/:id/rotate-secret', async (context) => {
  const ask = (form: URLSearchParams) => ({ graceHours: Number(form.get('graceHours') || '24') })
  return await deed(context, 'rotate-secret', ask, (answer, lang) => {
    const { secret } = v.parse(rotationAnswer, answer)
    return { kind: 'done', text: deskWords(lang)('secretMade'), secret }
  })
})

deskEndpoints.post('/:id/replay', async (context) => {
  const ask = (form: URLSearchParams) => ({ since: instantIn(form.get('since') ?? '') })
  return await deed(context, 'replay', ask, (answer, lang) => {
    const { replayed } = v.parse(replayAnswer, answer)
    return { kind: 'done', text: `${deskWords(lang)('replayedAll')}: ${replayed}` }
  })
})

/** What is asked of one endpoint by a form of its page; the page stays, and tells what came of it. */
async function deed(
  context: PageContext,
  call: string,
  ask: (form: URLSearchParams) => object,
  told: (answer: unknown, lang: Language) => Outcome,
): Promise<Response> {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const id = context.req.param('id') ?? ''
  const path = `/endpoints/${encodeURIComponent(id)}/${call}`
  const answer = await desk.api('POST', path, ask(form.value))
  const found = await find(desk, id)
  if (found === undefined) return sentOn('/desk/endpoints', desk.lang)
  const refusal = refusalIn(answer)
  const outcome = refusal === undefined ? told(answer.body, desk.lang) : undefined
  return await endpointsPage(context, desk, {
    draft: draftOfEndpoint(found),
    isNew: false,
    ...(outcome === undefined ? {} : { outcome }),
    ...(refusal === undefined ? {} : { refusal }),
  })
}

async function find({ api }: AtDesk, id: string) {
  const { items } = await read(api, '/endpoints', listOf(endpointAnswer))
  return items.find((one) => one.id === id)
}

interface EndpointsView {
  readonly draft: EndpointDraft
  readonly isNew: boolean
  readonly outcome?: Outcome
  readonly refusal?: DeskRefusal
}

async function endpointsPage(
  context: PageContext,
  desk: AtDesk,
  view: EndpointsView,
): Promise<Response> {
  const [endpoints, status, own] = await Promise.all([
    read(desk.api, '/endpoints', listOf(endpointAnswer)),
    currentStatus(context.env),
    read(desk.api, '/health-feed', healthFeedAnswer),
  ])
  const { refusal } = view
  const outcome =
    refusal === undefined ? (view.outcome ?? desk.props.outcome) : failed(refusal, desk.lang)
  return deskPage(
    <EndpointsPage
      {...desk.props}
      {...view}
      outcome={outcome}
      endpoints={endpoints.items}
      status={status?.endpoints ?? []}
      ownFeeds={own.feeds}
    />,
    refusal === undefined ? 200 : 422,
  )
}

/** Sends a test message in its final form and tells what the receiver answered. */
async function test({ api, lang }: AtDesk, id: string): Promise<Outcome> {
  const t = deskWords(lang)
  const answer = await api('POST', `/endpoints/${encodeURIComponent(id)}/test`)
  const refusal = refusalIn(answer)
  if (refusal !== undefined) return failed(refusal, lang)
  const { attempt } = v.parse(testAnswer, answer.body)
  const said = `${t('answer')}: ${attempt.status ?? '\u2013'}, ${attempt.ms} ms.`
  if (attempt.error === null) return { kind: 'done', text: `${t('testArrived')}. ${said}` }
  const detail = lang === 'ar' ? (attempt.error_ar ?? attempt.error) : attempt.error
  return { kind: 'failed', text: `${t('testFailed')}. ${said}`, detail }
}

function withSecret(
  tested: Outcome | undefined,
  made: string | undefined,
  lang: Language,
): Outcome {
  const t = deskWords(lang)
  if (made === undefined) return tested ?? { kind: 'done', text: t('saved') }
  const text = [tested?.text ?? t('saved'), t('secretMade')].join(' ')
  return { kind: 'done', text, secret: made }
}

const SECRET_BYTES = 32

function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES))
  return `whsec_${btoa(String.fromCharCode(...bytes))}`
}
