import { Hono } from 'hono/tiny'
import * as v from 'valibot'
import { deskWords } from '../pages/desk/desk-words.ts'
import { type EndpointDraft, EndpointsPage } from '../pages/desk/endpoints-page.tsx'
import type { DeskRefusal, Outcome } from '../pages/desk/refusal.ts'
import type { BayanEnv } from '../platform/env.ts'
import type { Language } from '../text/language.ts'
import { readForm } from './admission.ts'
import { endpointAnswer, listOf, testAnswer } from './answer-schemas.ts'
import { type AtDesk, atDesk, deskPage, failed, read, refusalIn, sentOn } from './desk-answers.ts'
import { type PageContext } from './interface-language.ts'
import { currentStatus } from './status.ts'

/** `/desk/endpoints`: where alerts go. */
export const deskEndpoints = new Hono<{ Bindings: BayanEnv }>()

const EMPTY: EndpointDraft = {
  id: '',
  kind: 'slack',
  url: '',
  secret: '',
  to: '',
  from: '',
  pace: '',
}

deskEndpoints.get('/', async (context) => {
  return await endpointsPage(context, atDesk(context), { draft: EMPTY, isNew: true })
})

deskEndpoints.post('/save', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const { items } = await read(desk.api, '/endpoints', listOf(endpointAnswer))
  const draft = draftIn(form.value)
  const known = items.find(({ id }) => id === form.value.get('known'))
  const id =
    known?.id ??
    (draft.id ||
      newId(
        draft.kind,
        items.map((one) => one.id),
      ))
  const made = draft.kind === 'webhook' && draft.secret === '' ? newSecret() : undefined
  const answer = await desk.api('PUT', `/endpoints/${encodeURIComponent(id)}`, {
    ...known,
    ...given(draft),
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
    draft: EMPTY,
    isNew: true,
    outcome: withSecret(tested, made, desk.lang),
  })
})

deskEndpoints.get('/:id', async (context) => {
  const desk = atDesk(context)
  const { items } = await read(desk.api, '/endpoints', listOf(endpointAnswer))
  const found = items.find(({ id }) => id === context.req.param('id'))
  if (found === undefined) return sentOn('/desk/endpoints', desk.lang)
  const { id, kind, url, secret, to = '', from = '', pace } = found
  const draft = { id, kind, url, secret, to, from, pace: String(pace) }
  return await endpointsPage(context, desk, { draft, isNew: false })
})

deskEndpoints.post('/:id/test', async (context) => {
  const desk = atDesk(context)
  const outcome = await test(desk, context.req.param('id'))
  return await endpointsPage(context, desk, { draft: EMPTY, isNew: true, outcome })
})

deskEndpoints.post('/:id/delete', async (context) => {
  const desk = atDesk(context)
  const id = encodeURIComponent(context.req.param('id'))
  const refusal = refusalIn(await desk.api('DELETE', `/endpoints/${id}`))
  if (refusal === undefined) return sentOn('/desk/endpoints', desk.lang, 'removed')
  return await endpointsPage(context, desk, { draft: EMPTY, isNew: true, refusal })
})

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
  const [endpoints, status] = await Promise.all([
    read(desk.api, '/endpoints', listOf(endpointAnswer)),
    currentStatus(context.env),
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
  return { kind: 'failed', text: `${t('testFailed')}. ${said}`, detail: attempt.error }
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

function draftIn(form: URLSearchParams): EndpointDraft {
  const text = (name: string) => (form.get(name) ?? '').trim()
  return {
    id: text('id'),
    kind: text('kind'),
    url: text('url'),
    secret: text('secret'),
    to: text('to'),
    from: text('from'),
    pace: text('pace'),
  }
}

/** What was filled in; an empty field is one that was not given. */
function given({ kind, url, secret, to, from, pace }: EndpointDraft): Record<string, unknown> {
  const texts = Object.entries({ url, secret, to, from }).filter(([, value]) => value !== '')
  return {
    kind,
    ...Object.fromEntries(texts),
    ...(pace === '' ? {} : { pace: Number(pace) }),
  }
}

function newId(kind: string, taken: readonly string[]): string {
  const others = taken.map((_, index) => `${kind}-${index + 2}`)
  return [kind, ...others].find((id) => !taken.includes(id)) ?? kind
}

const SECRET_BYTES = 32

function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES))
  return `whsec_${btoa(String.fromCharCode(...bytes))}`
}
