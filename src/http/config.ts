import * as v from 'valibot'
import { maskEndpoint } from '../deliveries/redact.ts'
import type { Endpoint } from '../deliveries/endpoint.ts'
import type { Saved } from '../objects/desk.ts'
import type { BayanEnv } from '../platform/env.ts'
import type { Publisher } from '../sources/publisher.ts'
import type { TranslationSettings } from '../statements/translation-settings.ts'
import { type Concept, Concepts } from '../watches/concept.ts'
import type { Watch } from '../watches/watch.ts'
import { member } from '../text/json.ts'
import { type Admitted, type Judge, admit, readJson } from './admission.ts'
import { endpointFaults, endpointOf } from './admit-endpoint.ts'
import { conceptFaults, publisherFaults, publisherOf, watchFaults } from './admit-settings.ts'
import { json } from './answers.ts'
import { deskOf } from './objects.ts'
import { listOf, textOf } from './member.ts'
import { type FieldProblem, problem } from './problem.ts'
import { configSchema } from './config-schema.ts'
import { maskTranslation, translationFaults, translationOf } from './translation.ts'

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
  const admitted = await admitConfig(value, env)
  if (admitted.kind === 'refused') return admitted.response
  const config = admitted.value
  await first(config.publishers)
  const desk = deskOf(env)
  // First of all, so that watches that end do not count among the terms of those that are saved.
  for (const id of gone(await desk.watches(), config.watches)) await desk.removeWatch(id)
  const refused = await saveAll(desk, config)
  if (refused !== undefined) return refused
  await removeOthers(desk, config)
  return json(await shownConfig(env, false))
}

/** Every fault of the whole document at once, each with its place: `watches.3.query`. */
async function admitConfig(document: unknown, env: BayanEnv): Promise<Admitted<Config>> {
  const desk = deskOf(env)
  const known = await loadKnown(desk)
  const admitted = admit(configSchema, document, (given) => configFaults(given, known, env))
  if (admitted.kind === 'refused') return admitted
  const { endpoints, concepts, watches, publishers, translation } = admitted.value
  const value = {
    endpoints: endpoints.map((one) => endpointOf(one, withId(known.endpoints, one.id))),
    concepts: concepts ?? known.concepts,
    watches,
    publishers: publishers.map(publisherOf),
    translation: translationIn(translation, known.translation),
  }
  return { kind: 'admitted', value }
}

interface Known {
  readonly endpoints: readonly Endpoint[]
  readonly concepts: readonly Concept[]
  readonly translation: TranslationSettings | undefined
}

async function loadKnown(desk: Desk): Promise<Known> {
  const [endpoints, concepts, translation] = await Promise.all([
    desk.endpoints(),
    desk.concepts(),
    desk.translation(),
  ])
  return { endpoints, concepts, translation }
}

function configFaults(document: unknown, known: Known, env: BayanEnv): FieldProblem[] {
  const { entries } = configSchema
  // Of concepts that cannot be read as such nothing is known, and no query is blamed for it.
  const given = v.safeParse(entries.concepts, member(document, 'concepts'))
  const concepts = given.success ? new Concepts(given.output ?? known.concepts) : undefined
  const translation = member(document, 'translation') ?? undefined
  return [
    ...faultsIn(document, 'endpoints', (one) =>
      endpointFaults(one, withId(known.endpoints, textOf(one, 'id')), env),
    ),
    ...faultsIn(document, 'concepts', conceptFaults),
    ...faultsIn(document, 'watches', (one) =>
      concepts === undefined ? [] : watchFaults(one, concepts),
    ),
    ...(translation === undefined
      ? []
      : placed('translation', translationFaults(translation, known.translation, env))),
    ...faultsIn(document, 'publishers', (one) => publisherFaults(one, env)),
  ]
}

/** As many as the largest of the lists may hold. */
const MOST_LISTED = 5_000

function faultsIn(document: unknown, name: string, judge: Judge): FieldProblem[] {
  return listOf(document, name, MOST_LISTED).flatMap((one, at) =>
    placed(`${name}.${at}`, judge(one)),
  )
}

function placed(path: string, faults: readonly FieldProblem[]): FieldProblem[] {
  return faults.map((fault) => ({ ...fault, field: `${path}.${fault.field}` }))
}

function withId<T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined {
  return list.find((one) => one.id === id)
}

/** What stands in the document; where it says nothing and nothing was set up, nothing is done. */
function translationIn(
  given: v.InferOutput<typeof configSchema>['translation'],
  known: TranslationSettings | undefined,
): TranslationSettings | null | undefined {
  if (given === undefined || given === null) return known === undefined ? undefined : given
  return translationOf(given, known)
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
