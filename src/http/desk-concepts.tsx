import { Hono } from 'hono/tiny'
import { type ConceptDraft, ConceptsPage } from '../pages/desk/concepts-page.tsx'
import type { DeskRefusal } from '../pages/desk/refusal.ts'
import type { BayanEnv } from '../platform/env.ts'
import type { Concept } from '../watches/concept.ts'
import { censusesOf } from '../watches/watch-set.ts'
import { readForm, typed } from './admission.ts'
import { conceptAnswer, listOf, watchAnswer } from './answer-schemas.ts'
import { type AtDesk, atDesk, deskPage, failed, read, refusalIn, sentOn } from './desk-answers.ts'
import { slugOf } from './slug-of.ts'

/** `/desk/concepts`: the lists of words that watches name. */
export const deskConcepts = new Hono<{ Bindings: BayanEnv }>()

const EMPTY: ConceptDraft = { id: '', ar: '', en: '', terms: '' }

deskConcepts.get('/', async (context) => await conceptsPage(atDesk(context)))

deskConcepts.post('/save', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const text = (name: string) => typed(form.value, name)
  const known = text('known')
  const draft = { id: text('id'), ar: text('name.ar'), en: text('name.en'), terms: text('terms') }
  const id = known || draft.id || slugOf(draft.en, 'concept', await idsOf(desk))
  const terms = draft.terms.split('\n').map((line) => line.trim())
  const answer = await desk.api('PUT', `/concepts/${encodeURIComponent(id)}`, {
    id,
    name: { ar: draft.ar, en: draft.en },
    terms: terms.filter((line) => line !== ''),
  })
  const refusal = refusalIn(answer)
  if (refusal === undefined) return sentOn('/desk/concepts', desk.lang, 'saved')
  return await conceptsPage(desk, { ...draft, id: known || draft.id }, known === '', refusal)
})

deskConcepts.get('/:id', async (context) => {
  const desk = atDesk(context)
  const { items } = await read(desk.api, '/concepts', listOf(conceptAnswer))
  const found = items.find(({ id }) => id === context.req.param('id'))
  if (found === undefined) return sentOn('/desk/concepts', desk.lang)
  return await conceptsPage(desk, draftOf(found), false)
})

deskConcepts.post('/:id/delete', async (context) => {
  const desk = atDesk(context)
  const id = encodeURIComponent(context.req.param('id'))
  const refusal = refusalIn(await desk.api('DELETE', `/concepts/${id}`))
  if (refusal === undefined) return sentOn('/desk/concepts', desk.lang, 'removed')
  return await conceptsPage(desk, EMPTY, true, refusal)
})

function draftOf({ id, name, terms }: Concept): ConceptDraft {
  return { id, ar: name.ar, en: name.en, terms: terms.join('\n') }
}

async function idsOf({ api }: AtDesk): Promise<string[]> {
  return (await read(api, '/concepts', listOf(conceptAnswer))).items.map(({ id }) => id)
}

async function conceptsPage(
  desk: AtDesk,
  draft: ConceptDraft = EMPTY,
  isNew = true,
  refusal?: DeskRefusal,
): Promise<Response> {
  const [concepts, watches] = await Promise.all([
    read(desk.api, '/concepts', listOf(conceptAnswer)),
    read(desk.api, '/watches', listOf(watchAnswer)),
  ])
  const censuses = censusesOf({ concepts: concepts.items, watches: watches.items })
  const usedBy = (id: string) =>
    censuses.flatMap((one) =>
      one.kind === 'understood' && one.census.concepts.has(id) ? [one.watch] : [],
    )
  const shown = concepts.items
    .map((one) => ({ ...one, usedBy: usedBy(one.id) }))
    .sort((one, other) => other.usedBy.length - one.usedBy.length)
  const outcome = refusal === undefined ? desk.props.outcome : failed(refusal, desk.lang)
  return deskPage(
    <ConceptsPage {...desk.props} {...{ draft, isNew, refusal, outcome }} concepts={shown} />,
    refusal === undefined ? 200 : 422,
  )
}
