import { Hono } from 'hono/tiny'
import * as v from 'valibot'
import { pollWords } from '../pages/desk/poll-words.ts'
import {
  type PublisherDraft,
  PublisherSettingsPage,
} from '../pages/desk/publisher-settings-page.tsx'
import type { DeskRefusal, Outcome } from '../pages/desk/refusal.ts'
import type { BayanEnv } from '../platform/env.ts'
import { readForm, unprocessable, typed } from './admission.ts'
import { listOf, pollAnswer, publisherAnswer } from './answer-schemas.ts'
import { pairAnswer, volatileAnswer } from './archive-answers.ts'
import { type AtDesk, atDesk, deskPage, failed, read, refusalIn, sentOn } from './desk-answers.ts'
import { sourcesPage } from './desk-sources.tsx'
import type { PageContext } from './interface-language.ts'
import { wrong } from './mistake.ts'
import { tellMistake } from './tell-mistake.ts'

/** `/desk/publishers`: what is done with one publisher. */
export const deskPublishers = new Hono<{ Bindings: BayanEnv }>()

deskPublishers.get('/:id', async (context) => {
  const desk = atDesk(context)
  const found = await find(desk, context.req.param('id'))
  if (found === undefined) return sentOn('/desk/sources', desk.lang)
  return await settingsPage(desk, found)
})

deskPublishers.post('/:id/save', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const known = await find(desk, context.req.param('id'))
  if (known === undefined) return sentOn('/desk/sources', desk.lang)
  const text = (name: string) => typed(form.value, name)
  const { divergenceHours: _hours, trust: _trust, ...kept } = known
  const [hours, trust] = [text('divergenceHours'), text('trust')]
  const draft = {
    id: known.id,
    ar: text('name.ar'),
    en: text('name.en'),
    site: text('site'),
    hours,
    trust,
  }
  const answer = await desk.api('PUT', `/publishers/${pathId(context)}`, {
    ...kept,
    name: { ar: draft.ar, en: draft.en },
    site: draft.site,
    ...(hours === '' ? {} : { divergenceHours: Number(hours) }),
    ...(trust === '' || trust === 'normal' ? {} : { trust }),
  })
  return await stayed(context, desk, answer, draft)
})

deskPublishers.post('/:id/pair', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const [one, other, how] = ['one', 'other', 'how'].map((name) => typed(form.value, name))
  if (one === '') return await stayed(context, desk, await nothingIn('one'))
  const path = `/statements/${encodeURIComponent(one ?? '')}/translation`
  const answer =
    how === 'part' ? await desk.api('DELETE', path) : await desk.api('PUT', path, { id: other })
  return await stayed(context, desk, answer)
})

deskPublishers.post('/:id/volatile', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const asked = Object.fromEntries(form.value)
  return await stayed(
    context,
    desk,
    await desk.api('PUT', `/publishers/${pathId(context)}/volatile`, asked),
  )
})

deskPublishers.post('/:id/erase-statement', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const id = encodeURIComponent(typed(form.value, 'statement'))
  if (id === '') return await stayed(context, desk, await nothingIn('statement'))
  const reason = typed(form.value, 'reason')
  return await stayed(context, desk, await desk.api('POST', `/statements/${id}/erase`, { reason }))
})

deskPublishers.post('/:id/poll', async (context) => {
  const desk = atDesk(context)
  const answer = await desk.api('POST', `/publishers/${pathId(context)}/poll`)
  const refusal = refusalIn(answer)
  const outcome: Outcome =
    refusal === undefined
      ? { kind: 'done', text: pollWords(v.parse(pollAnswer, answer.body).polls, desk.lang) }
      : failed(refusal, desk.lang)
  return await sourcesPage(context, desk, outcome)
})

deskPublishers.post('/:id/:how{pause|resume}', async (context) => {
  const desk = atDesk(context)
  const { id, how } = context.req.param()
  const known = await find(desk, id)
  if (known === undefined) return sentOn('/desk/sources', desk.lang)
  const paused = how === 'pause'
  const answer = await desk.api('PUT', `/publishers/${pathId(context)}`, { ...known, paused })
  return await done(context, desk, answer, 'saved')
})

deskPublishers.post('/:id/:how{delete|erase}', async (context) => {
  const desk = atDesk(context)
  const query = context.req.param('how') === 'erase' ? '?erase=true' : ''
  const answer = await desk.api('DELETE', `/publishers/${pathId(context)}${query}`)
  return await done(context, desk, answer, 'removed')
})

interface Answer {
  readonly status: number
  readonly body: unknown
}

/** What was done leads to the list, where it shows. */
async function done(
  context: PageContext,
  desk: AtDesk,
  answer: Answer,
  word: 'saved' | 'removed',
): Promise<Response> {
  const refusal = refusalIn(answer)
  if (refusal === undefined) return sentOn('/desk/sources', desk.lang, word)
  return await sourcesPage(context, desk, failed(refusal, desk.lang))
}

/** What was done leads back to the publisher's page; a refusal is said there. */
/** An empty field that would make another call of ours, refused as the API would. */
async function nothingIn(field: string): Promise<Answer> {
  const response = unprocessable([tellMistake(wrong(field, 'missing'))])
  return { status: response.status, body: await response.json() }
}

async function stayed(
  context: PageContext,
  desk: AtDesk,
  answer: Answer,
  draft?: PublisherDraft,
): Promise<Response> {
  const id = context.req.param('id') ?? ''
  const refusal = refusalIn(answer)
  const known = refusal === undefined ? undefined : await find(desk, id)
  if (known === undefined) return sentOn(`/desk/publishers/${pathId(context)}`, desk.lang, 'saved')
  return await settingsPage(desk, known, draft, refusal)
}

type ApiPublisher = v.InferOutput<typeof publisherAnswer>

async function settingsPage(
  desk: AtDesk,
  { id, name, site, divergenceHours, trust = 'normal', sources }: ApiPublisher,
  draft: PublisherDraft = { id, ...name, site, hours: String(divergenceHours ?? ''), trust },
  refusal?: DeskRefusal,
): Promise<Response> {
  const path = `/publishers/${encodeURIComponent(id)}`
  // A publisher's object that does not answer must not keep its settings from being seen.
  const [pairs, parts] = await Promise.all([
    read(desk.api, `${path}/pairs`, listOf(pairAnswer)).catch(() => undefined),
    read(desk.api, `${path}/volatile`, listOf(volatileAnswer)).catch(() => undefined),
  ])
  const outcome = refusal === undefined ? desk.props.outcome : failed(refusal, desk.lang)
  return deskPage(
    <PublisherSettingsPage
      {...desk.props}
      {...{ draft, sources, refusal, outcome }}
      pairs={pairs?.items}
      parts={parts?.items}
    />,
    refusal === undefined ? 200 : 422,
  )
}

async function find({ api }: AtDesk, id: string): Promise<ApiPublisher | undefined> {
  const { items } = await read(api, '/publishers', listOf(publisherAnswer))
  return items.find((one) => one.id === id)
}

function pathId(context: PageContext): string {
  return encodeURIComponent(context.req.param('id') ?? '')
}
