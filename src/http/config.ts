import type * as v from 'valibot'
import { maskEndpoint } from '../deliveries/redact.ts'
import type { Endpoint } from '../deliveries/endpoint.ts'
import type { Saved } from '../objects/desk.ts'
import type { BayanEnv } from '../platform/env.ts'
import type { Publisher } from '../sources/publisher.ts'
import type { TranslationSettings } from '../statements/translation-settings.ts'
import type { Concept } from '../watches/concept.ts'
import type { Watch } from '../watches/watch.ts'
import { type Admitted, admit, readJson } from './admission.ts'
import { admitEndpoint } from './admit-endpoint.ts'
import { admitConcept, admitPublisher, admitWatch } from './admit-settings.ts'
import { json } from './answers.ts'
import { deskOf } from './objects.ts'
import { problem } from './problem.ts'
import { configSchema } from './config-schema.ts'
import { admitTranslation, maskTranslation } from './translation.ts'

/** The whole configuration as one document; secrets only when asked for by name. */
export async function serveConfig(request: Request, env: BayanEnv): Promise<Response> {
  return json(
    await shownConfig(env, new URL(request.url).searchParams.get('secrets') === 'include'),
  )
}

async function shownConfig(env: BayanEnv, withSecrets: boolean): Promise<unknown> {
  const desk = deskOf(env)
  const [endpoints, concepts, watches, publishers, kept] = await Promise.all([
    desk.endpoints(),
    desk.concepts(),
    desk.watches(),
    desk.publishers(),
    desk.translation(),
  ])
  const shown = withSecrets ? endpoints : endpoints.map(maskEndpoint)
  const translation = kept === undefined || withSecrets ? kept : maskTranslation(kept)
  return { endpoints: shown, concepts, watches, publishers, translation: translation ?? null }
}

/** A configuration that was admitted. */
interface Config {
  readonly endpoints: readonly Endpoint[]
  readonly concepts: readonly Concept[]
  readonly publishers: readonly Publisher[]
  readonly watches: readonly Watch[]
  /** Undefined where the document does not speak of it: then it stays as it is. */
  readonly translation: TranslationSettings | null | undefined
}

/**
 * Replaces the configuration by a document. Everything is admitted before anything is saved; then
 * what the document names is saved, and what it does not name is removed.
 */
export async function replaceConfig(request: Request, env: BayanEnv): Promise<Response> {
  const body = await readJson(request)
  return body.kind === 'refused' ? body.response : await applyConfig(body.value, env)
}

/** @param first what has to be done with the admitted publishers before they are saved */
export async function applyConfig(
  value: unknown,
  env: BayanEnv,
  first: (publishers: readonly Publisher[]) => Promise<void> = () => Promise.resolve(),
): Promise<Response> {
  const shape = admit(configSchema, value)
  if (shape.kind === 'refused') return shape.response
  const config = await admitConfig(shape.value, env)
  if (config instanceof Response) return config
  await first(config.publishers)
  const desk = deskOf(env)
  // First of all, so that watches that end do not count among the terms of those that are saved.
  for (const id of gone(await desk.watches(), config.watches)) await desk.removeWatch(id)
  const refused = await saveAll(desk, config)
  if (refused !== undefined) return refused
  await removeOthers(desk, config)
  return json(await shownConfig(env, false))
}

async function admitConfig(
  document: v.InferOutput<typeof configSchema>,
  env: BayanEnv,
): Promise<Config | Response> {
  const desk = deskOf(env)
  const known = await desk.endpoints()
  const endpoints = all(document.endpoints, (one) =>
    admitEndpoint(
      one,
      known.find(({ id }) => id === one.id),
      env,
    ),
  )
  if (endpoints instanceof Response) return endpoints
  const concepts = all(document.concepts ?? (await desk.concepts()), admitConcept)
  if (concepts instanceof Response) return concepts
  const watches = all(document.watches, (one) => admitWatch(one, concepts))
  if (watches instanceof Response) return watches
  const publishers = all(document.publishers, (one) => admitPublisher(one, env))
  if (publishers instanceof Response) return publishers
  const translation = await translationIn(document.translation, env)
  if (translation instanceof Response) return translation
  return { endpoints, concepts, publishers, watches, translation }
}

async function translationIn(
  input: unknown,
  env: BayanEnv,
): Promise<TranslationSettings | null | undefined | Response> {
  const known = await deskOf(env).translation()
  if (input === undefined || input === null) return known === undefined ? undefined : input
  const admitted = admitTranslation(input, known, env)
  return admitted.kind === 'refused' ? admitted.response : admitted.value
}

function all<I, T>(list: readonly I[], admitOne: (one: I) => Admitted<T>): T[] | Response {
  const values: T[] = []
  for (const one of list) {
    const admitted = admitOne(one)
    if (admitted.kind === 'refused') return admitted.response
    values.push(admitted.value)
  }
  return values
}

type Desk = ReturnType<typeof deskOf>

/** Watches last, since a watch names all others. */
async function saveAll(desk: Desk, config: Config): Promise<Response | undefined> {
  const saves = [
    ...config.endpoints.map((one) => [one.id, async () => await desk.saveEndpoint(one)] as const),
    ...config.concepts.map((one) => [one.id, async () => await desk.saveConcept(one)] as const),
    ...config.publishers.map((one) => [one.id, async () => await desk.savePublisher(one)] as const),
    ...config.watches.map((one) => [one.id, async () => await desk.saveWatch(one)] as const),
    ...(config.translation === undefined ? [] : [config.translation]).map(
      (one) => ['translation', async () => await desk.saveTranslation(one)] as const,
    ),
  ]
  for (const [id, save] of saves) {
    const saved: Saved = await save()
    if (saved.kind === 'saved') continue
    const { en, ar } = saved.message
    return problem(saved.status, 'Refused', { en: `${id}: ${en}`, ar: `${id}: ${ar}` })
  }
  return undefined
}

async function removeOthers(desk: Desk, config: Config): Promise<void> {
  for (const id of gone(await desk.concepts(), config.concepts)) await desk.removeConcept(id)
  for (const id of gone(await desk.endpoints(), config.endpoints)) await desk.removeEndpoint(id)
  for (const id of gone(await desk.publishers(), config.publishers)) await desk.removePublisher(id)
}

function gone(
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): string[] {
  return before.map(({ id }) => id).filter((id) => !after.some((one) => one.id === id))
}
