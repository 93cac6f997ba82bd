import { maskEndpoint } from '../deliveries/redact.ts'
import type { Endpoint } from '../deliveries/endpoint.ts'
import type { Saved } from '../objects/desk.ts'
import type { BayanEnv } from '../platform/env.ts'
import type { Publisher } from '../sources/publisher.ts'
import type { Watch } from '../watches/watch.ts'
import { type Admitted, admit, readJson } from './admission.ts'
import { admitEndpoint, admitPublisher, admitWatch } from './admit-settings.ts'
import { json } from './answers.ts'
import { deskOf } from './objects.ts'
import { problem } from './problem.ts'
import { configSchema } from './settings-schemas.ts'

/** The whole configuration as one document; secrets only when asked for by name. */
export async function serveConfig(request: Request, env: BayanEnv): Promise<Response> {
  const withSecrets = new URL(request.url).searchParams.get('secrets') === 'include'
  const desk = deskOf(env)
  const [endpoints, watches, publishers] = await Promise.all([
    desk.endpoints(),
    desk.watches(),
    desk.publishers(),
  ])
  const shown = withSecrets ? endpoints : endpoints.map(maskEndpoint)
  return json({ endpoints: shown, watches, publishers })
}

/**
 * Replaces the configuration by a document. Everything is admitted before anything is saved; then
 * endpoints, watches and publishers are saved, and what the document does not name is removed.
 */
export async function replaceConfig(request: Request, env: BayanEnv): Promise<Response> {
  const body = await readJson(request)
  if (body.kind === 'refused') return body.response
  const shape = admit(configSchema, body.value)
  if (shape.kind === 'refused') return shape.response
  const desk = deskOf(env)
  const known = await desk.endpoints()
  const endpoints = all(shape.value.endpoints, (one) =>
    admitEndpoint(
      one,
      known.find(({ id }) => id === one.id),
      env,
    ),
  )
  if (endpoints instanceof Response) return endpoints
  const watches = all(shape.value.watches, (one) => admitWatch(one))
  if (watches instanceof Response) return watches
  const publishers = all(shape.value.publishers, (one) => admitPublisher(one, env))
  if (publishers instanceof Response) return publishers
  return (
    (await saveAll(env, endpoints, publishers, watches)) ??
    (await removeOthers(env, endpoints, publishers, watches)) ??
    (await serveConfig(request, env))
  )
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

/** Endpoints first and watches last, since a watch names both others. */
async function saveAll(
  env: BayanEnv,
  endpoints: readonly Endpoint[],
  publishers: readonly Publisher[],
  watches: readonly Watch[],
): Promise<Response | undefined> {
  const desk = deskOf(env)
  for (const endpoint of endpoints) {
    const refused = refusal(await desk.saveEndpoint(endpoint), endpoint.id)
    if (refused !== undefined) return refused
  }
  for (const publisher of publishers) {
    const refused = refusal(await desk.savePublisher(publisher), publisher.id)
    if (refused !== undefined) return refused
  }
  for (const watch of watches) {
    const refused = refusal(await desk.saveWatch(watch), watch.id)
    if (refused !== undefined) return refused
  }
  return undefined
}

function refusal(saved: Saved, id: string): Response | undefined {
  if (saved.kind === 'saved') return undefined
  const { en, ar } = saved.message
  return problem(saved.status, 'Refused', { en: `${id}: ${en}`, ar: `${id}: ${ar}` })
}

async function removeOthers(
  env: BayanEnv,
  endpoints: readonly Endpoint[],
  publishers: readonly Publisher[],
  watches: readonly Watch[],
): Promise<undefined> {
  const desk = deskOf(env)
  const gone = <T extends { readonly id: string }>(before: readonly T[], after: readonly T[]) =>
    before.map(({ id }) => id).filter((id) => !after.some((one) => one.id === id))
  for (const id of gone(await desk.watches(), watches)) await desk.removeWatch(id)
  for (const id of gone(await desk.endpoints(), endpoints)) await desk.removeEndpoint(id)
  for (const id of gone(await desk.publishers(), publishers)) await desk.removePublisher(id)
  return undefined
}
