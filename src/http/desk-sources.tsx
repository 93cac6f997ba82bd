import { Hono } from 'hono/tiny'
import * as v from 'valibot'
import { deskWords } from '../pages/desk/desk-words.ts'
import type { Preview } from '../pages/desk/preview.tsx'
import type { DeskRefusal, Outcome } from '../pages/desk/refusal.ts'
import { type SourceDraft, SELECTOR_NAMES, draftOf, readingOf } from '../pages/desk/source-draft.ts'
import { SourcePage } from '../pages/desk/source-page.tsx'
import { SourcesPage } from '../pages/desk/sources-page.tsx'
import type { BayanEnv } from '../platform/env.ts'
import { type Language, languageNamed } from '../text/language.ts'
import { readForm, typed } from './admission.ts'
import { listOf, previewAnswer, publisherAnswer } from './answer-schemas.ts'
import { type AtDesk, atDesk, deskPage, failed, read, refusalIn, sentOn } from './desk-answers.ts'
import type { PageContext } from './interface-language.ts'
import { slugOf } from './slug-of.ts'
import { currentStatus } from './status.ts'

type ApiPublisher = v.InferOutput<typeof publisherAnswer>
type ApiSource = ApiPublisher['sources'][number]

/** `/desk/sources`: what is followed, and the way to follow something new. */
export const deskSources = new Hono<{ Bindings: BayanEnv }>()

deskSources.get('/', async (context) => await sourcesPage(context, atDesk(context)))

deskSources.post('/look', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  return await lookedAt(desk, draftIn(form.value, desk.lang))
})

deskSources.post('/save', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const draft = draftIn(form.value, desk.lang)
  // Whoever saves has seen what is read there: an address, a kind or a selector of another name is looked at first.
  if (form.value.get('looked') !== readingOf(draft)) return await lookedAt(desk, draft, 'notYet')
  const id = draft.publisher || draft.id
  const publishers = await read(desk.api, '/publishers', listOf(publisherAnswer))
  const known = publishers.items.find((one) => one.id === id)
  const publisher = publisherWith(draft, known)
  const answer = await desk.api('PUT', `/publishers/${encodeURIComponent(id)}`, publisher)
  const refusal = refusalIn(answer)
  if (refusal !== undefined)
    return await sourcePage(desk, { draft, looked: readingOf(draft), refusal })
  return sentOn('/desk/sources', desk.lang, 'saved')
})

deskSources.post('/:publisher/:source/delete', async (context) => {
  const desk = atDesk(context)
  const { publisher, source } = context.req.param()
  const { items } = await read(desk.api, '/publishers', listOf(publisherAnswer))
  const known = items.find(({ id }) => id === publisher)
  if (known === undefined) return sentOn('/desk/sources', desk.lang)
  const sources = known.sources.filter(({ id }) => id !== source)
  const answer = await desk.api('PUT', `/publishers/${encodeURIComponent(publisher)}`, {
    ...known,
    sources,
  })
  const refusal = refusalIn(answer)
  if (refusal === undefined) return sentOn('/desk/sources', desk.lang, 'removed')
  return await sourcesPage(context, desk, failed(refusal, desk.lang))
})

deskSources.get('/:publisher/:source', async (context) => {
  const desk = atDesk(context)
  const { publisher, source } = context.req.param()
  const { items } = await read(desk.api, '/publishers', listOf(publisherAnswer))
  const known = items.find(({ id }) => id === publisher)
  const found = known?.sources.find(({ id }) => id === source)
  if (known === undefined || found === undefined) return sentOn('/desk/sources', desk.lang)
  const draft = draftFrom(known, found)
  return await sourcePage(desk, { draft, looked: readingOf(draft) })
})

/** The list of what is followed. */
export async function sourcesPage(
  context: PageContext,
  desk: AtDesk,
  outcome?: Outcome,
): Promise<Response> {
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

/** Reads there without keeping anything, and shows what was found beside the form. */
async function lookedAt(desk: AtDesk, draft: SourceDraft, word?: 'notYet'): Promise<Response> {
  const { url, language, kind } = draft
  const answer = await desk.api('POST', '/preview', {
    url,
    language,
    kind,
    selectors: selectorsOf(draft),
    utcOffset: numberIn(draft.utcOffset),
    timeZone: draft.timeZone || undefined,
    robots: draft.robots || undefined,
  })
  const refusal = refusalIn(answer)
  if (refusal !== undefined) return await sourcePage(desk, { draft, looked: '', refusal })
  const preview = previewOf(v.parse(previewAnswer, answer.body))
  const spoken = languageSpoken(preview, draft.language)
  const text = word === undefined ? undefined : deskWords(desk.lang)(word)
  return await sourcePage(desk, {
    draft: { ...draft, language: spoken },
    looked: readingOf(draft),
    preview,
    ...(text === undefined ? {} : { outcome: { kind: 'failed', text } }),
  })
}

interface SourceView {
  readonly draft: SourceDraft
  readonly looked: string
  readonly outcome?: Outcome
  readonly preview?: Preview
  readonly refusal?: DeskRefusal
}

async function sourcePage(desk: AtDesk, view: SourceView): Promise<Response> {
  const { items } = await read(desk.api, '/publishers', listOf(publisherAnswer))
  const { refusal } = view
  const outcome = refusal === undefined ? view.outcome : failed(refusal, desk.lang)
  return deskPage(
    <SourcePage {...desk.props} {...view} {...{ outcome }} publishers={items} />,
    refusal === undefined ? 200 : 422,
  )
}

/** An address alone, from the one box, becomes a draft; the whole form is taken as it is. */
function draftIn(form: URLSearchParams, lang: Language): SourceDraft {
  const text = (name: string) => typed(form, name)
  const language = languageNamed(text('language')) ?? lang
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
    utcOffset: text('utcOffset'),
    timeZone: text('timeZone'),
    robots: text('robots'),
    paused: text('paused') === 'true',
    pathFrom: text('translationPath.from'),
    pathTo: text('translationPath.to'),
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
    utcOffset: String(source.utcOffset ?? ''),
    timeZone: source.timeZone ?? '',
    robots: source.robots ?? '',
    paused: source.paused,
    pathFrom: source.translationPath?.from ?? '',
    pathTo: source.translationPath?.to ?? '',
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
  const { url, language, kind, interval, utcOffset, timeZone, robots, paused, pathFrom, pathTo } =
    draft
  const old = known?.sources ?? []
  const replaced = old.find(({ id }) => id === draft.source)
  const wish = `${known?.id ?? draft.id}-${language}`
  const taken = old.map(({ id }) => id)
  const hasPath = pathFrom !== '' || pathTo !== ''
  const source = {
    ...replaced,
    id: replaced?.id ?? slugOf(wish, 'source', taken),
    url,
    language,
    kind,
    paused,
    // What is undefined is not sent: an empty field is one that is not set.
    interval: numberIn(interval),
    utcOffset: numberIn(utcOffset),
    timeZone: timeZone || undefined,
    robots: robots || undefined,
    selectors: selectorsOf(draft),
    translationPath: hasPath ? { from: pathFrom, to: pathTo } : undefined,
  }
  const sources =
    replaced === undefined ? [...old, source] : old.map((one) => (one === replaced ? source : one))
  if (known !== undefined) return { ...known, sources }
  const site = URL.canParse(url) ? `${new URL(url).origin}/` : url
  return { id: draft.id, name: { ar: draft.nameAr, en: draft.nameEn }, site, sources }
}

function numberIn(text: string): number | undefined {
  return text === '' ? undefined : Number(text)
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
