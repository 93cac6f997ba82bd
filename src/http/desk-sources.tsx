import { Hono } from 'hono/tiny'
import * as v from 'valibot'
import type { Preview } from '../pages/desk/preview.tsx'
import type { DeskRefusal, Outcome } from '../pages/desk/refusal.ts'
import { type SourceDraft, SELECTOR_NAMES, draftOf } from '../pages/desk/source-draft.ts'
import { SourcePage } from '../pages/desk/source-page.tsx'
import { SourcesPage } from '../pages/desk/sources-page.tsx'
import { pollWords } from '../pages/desk/poll-words.ts'
import type { BayanEnv } from '../platform/env.ts'
import { LANGUAGES, type Language } from '../text/language.ts'
import { readForm } from './admission.ts'
import { listOf, pollAnswer, previewAnswer, publisherAnswer } from './answer-schemas.ts'
import { type AtDesk, atDesk, deskPage, failed, read, refusalIn, sentOn } from './desk-answers.ts'
import type { PageContext } from './interface-language.ts'
import { currentStatus } from './status.ts'

type ApiPublisher = v.InferOutput<typeof publisherAnswer>
type ApiSource = ApiPublisher['sources'][number]

/** `/desk/sources`: what is followed, and the way to follow something new. */
export const deskSources = new Hono<{ Bindings: BayanEnv }>()

deskSources.get('/', async (context) => await listPage(context, atDesk(context)))

deskSources.post('/look', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const draft = draftIn(form.value, desk.lang)
  const { url, language, kind } = draft
  const selectors = selectorsOf(draft)
  const answer = await desk.api('POST', '/preview', {
    url,
    language,
    kind,
    ...(selectors === undefined ? {} : { selectors }),
  })
  const refusal = refusalIn(answer)
  if (refusal !== undefined) return await sourcePage(desk, { draft, refusal })
  const preview = previewOf(v.parse(previewAnswer, answer.body))
  const spoken = languageSpoken(preview, draft.language)
  return await sourcePage(desk, { draft: { ...draft, language: spoken }, preview })
})

deskSources.post('/save', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const draft = draftIn(form.value, desk.lang)
  const id = draft.publisher || draft.id
  const publishers = await read(desk.api, '/publishers', listOf(publisherAnswer))
  const known = publishers.items.find((one) => one.id === id)
  const publisher = publisherWith(draft, known)
  const answer = await desk.api('PUT', `/publishers/${encodeURIComponent(id)}`, publisher)
  const refusal = refusalIn(answer)
  if (refusal !== undefined) return await sourcePage(desk, { draft, refusal })
  return sentOn('/desk/sources', desk.lang, 'saved')
})

deskSources.get('/:publisher/:source', async (context) => {
  const desk = atDesk(context)
  const { publisher, source } = context.req.param()
  const { items } = await read(desk.api, '/publishers', listOf(publisherAnswer))
  const known = items.find(({ id }) => id === publisher)
  const found = known?.sources.find(({ id }) => id === source)
  if (known === undefined || found === undefined) return sentOn('/desk/sources', desk.lang)
  return await sourcePage(desk, { draft: draftFrom(known, found) })
})

/** What is done with a publisher as it stands. */
export const deskPublishers = new Hono<{ Bindings: BayanEnv }>()

deskPublishers.post('/:id/poll', async (context) => {
  const desk = atDesk(context)
  const answer = await desk.api('POST', `/publishers/${pathId(context)}/poll`)
  const refusal = refusalIn(answer)
  const outcome: Outcome =
    refusal === undefined
      ? { kind: 'done', text: pollWords(v.parse(pollAnswer, answer.body).polls, desk.lang) }
      : failed(refusal, desk.lang)
  return await listPage(context, desk, outcome)
})

deskPublishers.post('/:id/:how{pause|resume}', async (context) => {
  const desk = atDesk(context)
  const { id, how } = context.req.param()
  const { items } = await read(desk.api, '/publishers', listOf(publisherAnswer))
  const known = items.find((one) => one.id === id)
  if (known === undefined) return sentOn('/desk/sources', desk.lang)
  const paused = how === 'pause'
  const refusal = refusalIn(
    await desk.api('PUT', `/publishers/${pathId(context)}`, { ...known, paused }),
  )
  if (refusal !== undefined) return await listPage(context, desk, failed(refusal, desk.lang))
  return sentOn('/desk/sources', desk.lang, 'saved')
})

deskPublishers.post('/:id/delete', async (context) => {
  const desk = atDesk(context)
  const refusal = refusalIn(await desk.api('DELETE', `/publishers/${pathId(context)}`))
  if (refusal !== undefined) return await listPage(context, desk, failed(refusal, desk.lang))
  return sentOn('/desk/sources', desk.lang, 'removed')
})

function pathId(context: PageContext): string {
  return encodeURIComponent(context.req.param('id') ?? '')
}

async function listPage(context: PageContext, desk: AtDesk, outcome?: Outcome): Promise<Response> {
  const [publishers, status] = await Promise.all([
    read(desk.api, '/publishers', listOf(publisherAnswer)),
    currentStatus(context.env),
  ])
  const props = outcome === undefined ? desk.props : { ...desk.props, outcome }
  return deskPage(
    <SourcesPage {...props} publishers={publishers.items} status={status?.publishers} />,
    outcome?.kind === 'failed' ? 409 : 200,
  )
}

interface SourceView {
  readonly draft: SourceDraft
  readonly preview?: Preview
  readonly refusal?: DeskRefusal
}

async function sourcePage(desk: AtDesk, view: SourceView): Promise<Response> {
  const { items } = await read(desk.api, '/publishers', listOf(publisherAnswer))
  const { refusal } = view
  const outcome = refusal === undefined ? undefined : failed(refusal, desk.lang)
  return deskPage(
    <SourcePage {...desk.props} {...view} {...{ outcome }} publishers={items} />,
    refusal === undefined ? 200 : 422,
  )
}

/** An address alone, from the one box, becomes a draft; the whole form is taken as it is. */
function draftIn(form: URLSearchParams, lang: Language): SourceDraft {
  const text = (name: string) => (form.get(name) ?? '').trim()
  const language = LANGUAGES.find((one) => one === text('language')) ?? lang
  const url = text('url')
  const first = draftOf(url, language)
  const selectors = SELECTOR_NAMES.map((name) => [name, text(`selectors.${name}`)] as const)
  return {
    publisher: text('publisher'),
    source: text('source'),
    id: form.has('id') ? text('id') : first.id,
    nameAr: text('name.ar') || first.nameAr,
    nameEn: text('name.en') || first.nameEn,
    url,
    language,
    kind: text('kind') || 'auto',
    interval: text('interval'),
    selectors: Object.fromEntries(selectors.filter(([, value]) => value !== '')),
  }
}

function draftFrom({ id, name }: ApiPublisher, source: ApiSource): SourceDraft {
  const selectors = Object.entries(source.selectors ?? {}).map(
    ([key, value]) => [key, [value].flat().join(', ')] as const,
  )
  return {
    publisher: id,
    source: source.id,
    id,
    nameAr: name.ar,
    nameEn: name.en,
    url: source.url,
    language: source.language,
    kind: source.kind,
    interval: String(source.interval),
    selectors: Object.fromEntries(selectors),
  }
}

function selectorsOf({ selectors }: SourceDraft): Record<string, unknown> | undefined {
  const { remove, ...others } = selectors
  if (Object.keys(selectors).length === 0) return undefined
  if (remove === undefined) return others
  return { ...others, remove: remove.split(',').map((one) => one.trim()) }
}

/** The publisher as the API takes it: all that it had, with this source new or replaced. */
function publisherWith(draft: SourceDraft, known: ApiPublisher | undefined): unknown {
  const { url, language, kind, interval } = draft
  const old = known?.sources ?? []
  const replaced = old.find(({ id }) => id === draft.source)
  const { selectors: _before, interval: _every, ...kept } = replaced ?? {}
  const selectors = selectorsOf(draft)
  const source = {
    ...kept,
    id: replaced?.id ?? newSourceId(`${known?.id ?? draft.id}-${language}`, old),
    url,
    language,
    kind,
    ...(interval === '' ? {} : { interval: Number(interval) }),
    ...(selectors === undefined ? {} : { selectors }),
  }
  const sources =
    replaced === undefined ? [...old, source] : old.map((one) => (one === replaced ? source : one))
  if (known !== undefined) return { ...known, sources }
  const site = URL.canParse(url) ? `${new URL(url).origin}/` : url
  return { id: draft.id, name: { ar: draft.nameAr, en: draft.nameEn }, site, sources }
}

function newSourceId(wish: string, taken: readonly ApiSource[]): string {
  const isFree = (id: string) => !taken.some((one) => one.id === id)
  const others = taken.map((_, index) => `${wish}-${index + 2}`)
  return [wish, ...others].find(isFree) ?? wish
}

function previewOf(answer: v.InferOutput<typeof previewAnswer>): Preview {
  const { kind, address, why, said, statements, notes, notes_ar, try: better } = answer
  return {
    kind,
    address,
    why: why ?? said ?? undefined,
    better: better ?? undefined,
    statements,
    notes: notes.map((en, index) => ({ en, ar: notes_ar[index] ?? en })),
  }
}

/** The language that most of the statements are in: who pasted an address may not have chosen. */
function languageSpoken({ statements }: Preview, chosen: Language): Language {
  const others = statements.filter(({ language }) => language !== chosen)
  const [other] = others
  return other !== undefined && others.length * 2 > statements.length ? other.language : chosen
}
