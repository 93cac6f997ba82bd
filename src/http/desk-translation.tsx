import { Hono } from 'hono/tiny'
import * as v from 'valibot'
import type { DeskRefusal } from '../pages/desk/refusal.ts'
import { type TranslationDraft, TranslationPage } from '../pages/desk/translation-page.tsx'
import type { BayanEnv } from '../platform/env.ts'
import { readForm, typed } from './admission.ts'
import { statusAnswer } from './answer-schemas.ts'
import { type AtDesk, atDesk, deskPage, failed, refusalIn, sentOn } from './desk-answers.ts'
import { translationAnswer } from './translation-answers.ts'

/** `/desk/translation`: machine translation, as the API sets it up. */
export const deskTranslation = new Hono<{ Bindings: BayanEnv }>()

const PATH = '/desk/translation'

const NEW: TranslationDraft = {
  provider: 'libretranslate',
  url: '',
  key: '',
  model: '',
  afterHours: '48',
  daily: '50',
  flags: ['enabled'],
}

deskTranslation.get('/', async (context) => await translationPage(atDesk(context)))

deskTranslation.post('/save', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const desk = atDesk(context)
  const text = (name: string) => typed(form.value, name)
  const flags = form.value.getAll('flags')
  const said = {
    provider: text('provider'),
    url: text('url'),
    key: text('key'),
    model: text('model'),
  }
  const [afterHours, daily] = [text('afterHours'), text('daily')]
  const answer = await desk.api('PUT', '/translation', {
    ...said,
    ...(afterHours === '' ? {} : { afterHours: Number(afterHours) }),
    ...(daily === '' ? {} : { daily: Number(daily) }),
    enabled: flags.includes('enabled'),
    unexpected: flags.includes('unexpected'),
  })
  const refusal = refusalIn(answer)
  if (refusal === undefined) return sentOn(PATH, desk.lang, 'saved')
  // A key is not sent back to be read in the page.
  return await translationPage(desk, { ...said, key: '', afterHours, daily, flags }, refusal)
})

deskTranslation.post('/delete', async (context) => {
  const desk = atDesk(context)
  const refusal = refusalIn(await desk.api('DELETE', '/translation'))
  return sentOn(PATH, desk.lang, refusal === undefined ? 'removed' : undefined)
})

async function translationPage(
  desk: AtDesk,
  draft?: TranslationDraft,
  refusal?: DeskRefusal,
): Promise<Response> {
  const [set, status] = await Promise.all([
    desk.api('GET', '/translation'),
    desk.api('GET', '/status'),
  ])
  const known = v.safeParse(translationAnswer, set.body)
  // Where nobody knows how it goes, it can still be set up.
  const going = v.safeParse(statusAnswer, status.body)
  const kept = known.success ? draftOf(known.output) : undefined
  const outcome = refusal === undefined ? desk.props.outcome : failed(refusal, desk.lang)
  return deskPage(
    <TranslationPage
      {...desk.props}
      {...{ refusal, outcome }}
      draft={draft ?? kept ?? NEW}
      going={going.success ? (going.output.translation ?? undefined) : undefined}
      isSet={kept !== undefined}
    />,
    refusal === undefined ? 200 : 422,
  )
}

function draftOf(setting: v.InferOutput<typeof translationAnswer>): TranslationDraft {
  const { provider, url, key, model, afterHours, daily, enabled, unexpected } = setting
  const flags = [...(enabled ? ['enabled'] : []), ...(unexpected ? ['unexpected'] : [])]
  return {
    provider,
    url,
    key,
    model,
    afterHours: String(afterHours),
    daily: String(daily),
    flags,
  }
}
