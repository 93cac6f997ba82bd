import * as v from 'valibot'
import type { TranslationSettings } from '../statements/translation-settings.ts'
import { TRANSLATION_MODEL, TRANSLATION_PROVIDERS } from '../statements/translator.ts'
import { type BayanEnv, mayReachPrivate } from '../platform/env.ts'
import { member } from '../text/json.ts'
import { type Admitted, admit, readJson, unprocessable } from './admission.ts'
import { addressProblem } from './admit-settings.ts'
import { json } from './answers.ts'
import { line, whole } from './endpoint-schema.ts'
import { deskOf } from './objects.ts'
import { textOf } from './member.ts'
import { wrong } from './mistake.ts'
import { type FieldProblem, notFound, problem } from './problem.ts'
import { tellMistake } from './tell-mistake.ts'
import { failureWords } from './translation-words.ts'

const MASK = '\u2026'
/** Two weeks: then no version of the publisher's is awaited any more. */
const LONGEST_WAIT_HOURS = 336

export const translationSchema = v.strictObject({
  enabled: v.optional(v.boolean('boolean'), true),
  provider: v.picklist(TRANSLATION_PROVIDERS),
  model: v.optional(line(100), ''),
  url: v.optional(line(2_000), ''),
  key: v.optional(line(1_000), ''),
  afterHours: v.optional(whole(0, LONGEST_WAIT_HOURS), 48),
  unexpected: v.optional(v.boolean('boolean'), false),
  daily: v.optional(whole(1, 10_000), 50),
})

/**
 * Settings as they may be saved. A key may be left masked, as the API shows it: then the known one
 * stays, for the address that it was given for.
 */
export function admitTranslation(
  input: unknown,
  known: TranslationSettings | undefined,
  env: BayanEnv,
): Admitted<TranslationSettings> {
  const admitted = admit(translationSchema, input, (given) => translationFaults(given, known, env))
  return admitted.kind === 'refused'
    ? admitted
    : { kind: 'admitted', value: translationOf(admitted.value, known) }
}

/** The settings that were admitted, with the key that a mask stands for. */
export function translationOf(
  given: v.InferOutput<typeof translationSchema>,
  known: TranslationSettings | undefined,
): TranslationSettings {
  const isServer = given.provider === 'libretranslate'
  return {
    ...given,
    model: isServer ? '' : given.model || TRANSLATION_MODEL,
    url: isServer ? given.url : '',
    key: given.key === MASK ? (known?.key ?? '') : given.key,
  }
}

export function translationFaults(
  input: unknown,
  known: TranslationSettings | undefined,
  env: BayanEnv,
): FieldProblem[] {
  const isServer = member(input, 'provider') === 'libretranslate'
  const url = isServer ? textOf(input, 'url') : ''
  const isOther = known !== undefined && known.url !== url
  return [
    ...(isServer && url === '' ? [tellMistake(wrong('url', 'missing'))] : []),
    ...addressProblem('url', url, !mayReachPrivate(env), env),
    // Else whoever may change the address would be sent the key.
    ...(member(input, 'key') === MASK && isOther ? [OTHER_KEY] : []),
  ]
}

const OTHER_KEY: FieldProblem = {
  field: 'key',
  en: 'The key belongs to another address. Write it again.',
  ar: 'المفتاح لعنوان آخر. اكتبه مرة أخرى.',
}

/** Of the key nothing is shown but that there is one. */
export function maskTranslation(settings: TranslationSettings): TranslationSettings {
  return settings.key === '' ? settings : { ...settings, key: MASK }
}

export async function serveTranslation(env: BayanEnv): Promise<Response> {
  const settings = await deskOf(env).translation()
  return settings === undefined ? none() : json(maskTranslation(settings))
}

export async function saveTranslation(request: Request, env: BayanEnv): Promise<Response> {
  const body = await readJson(request)
  if (body.kind === 'refused') return body.response
  const desk = deskOf(env)
  const admitted = admitTranslation(body.value, await desk.translation(), env)
  if (admitted.kind === 'refused') return admitted.response
  const { value } = admitted
  if (value.provider === 'workers-ai' && value.enabled && env.AI === undefined)
    return unprocessable([{ field: 'provider', ...(await failureWords('not-bound', env)) }])
  const saved = await desk.saveTranslation(value)
  if (saved.kind === 'refused') return problem(saved.status, 'Refused', saved.message)
  return json(maskTranslation(value), saved.created ? 201 : 200)
}

export async function removeTranslation(env: BayanEnv): Promise<Response> {
  const desk = deskOf(env)
  if ((await desk.translation()) === undefined) return none()
  await desk.saveTranslation(null)
  return new Response(null, { status: 204 })
}

function none(): Response {
  return notFound({
    en: 'No machine translation is set up. Use PUT to set it up; see docs/translation.md.',
    ar: 'لم تُضبط ترجمة آلية. استعمل PUT لضبطها، وراجع docs/translation.md.',
  })
}
