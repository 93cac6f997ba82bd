import { Hono } from 'hono/tiny'
import { maskEndpoint } from '../deliveries/redact.ts'
import type { Removed, Saved } from '../objects/desk.ts'
import { type BayanEnv, baseUrlOf } from '../platform/env.ts'
import type { Watch } from '../watches/watch.ts'
import type { Words } from '../text/language.ts'
import { type Admitted, readJson } from './admission.ts'
import { admitEndpoint } from './admit-endpoint.ts'
import { admitConcept, admitPublisher, admitWatch, withId } from './admit-settings.ts'
import { items, json } from './answers.ts'
import { unknownEndpoint } from './endpoint-calls.ts'
import { deskOf } from './objects.ts'
import { notFound, problem } from './problem.ts'

type Desk = ReturnType<typeof deskOf>

/** One kind of setting: how it is admitted, saved, listed, shown. A new kind is a line in the table. */
interface Setting<T extends { readonly id: string }> {
  readonly unknown: (id: string) => Words
  readonly list: (desk: Desk) => Promise<T[]>
  readonly admit: (
    input: unknown,
    known: T | undefined,
    env: BayanEnv,
    desk: Desk,
  ) => Admitted<T> | Promise<Admitted<T>>
  readonly save: (desk: Desk, value: T) => Promise<Saved>
  /** @param erase also what was kept of it; only publishers keep anything */
  readonly remove: (desk: Desk, id: string, erase: boolean) => Promise<Removed>
  readonly show: (value: T, desk: Desk, env: BayanEnv) => Promise<unknown>
}

function setting<T extends { readonly id: string }>(
  description: Setting<T>,
): Hono<{ Bindings: BayanEnv }> {
  const app = new Hono<{ Bindings: BayanEnv }>()
  const find = async (desk: Desk, id: string) =>
    (await description.list(desk)).find((one) => one.id === id)
  const put = async (request: Request, env: BayanEnv, id: string | undefined) => {
    const body = await readJson(request)
    if (body.kind === 'refused') return body.response
    const input = withId(body.value, id)
    const desk = deskOf(env)
    const known = id === undefined ? undefined : await find(desk, id)
    const admitted = await description.admit(input, known, env, desk)
    if (admitted.kind === 'refused') return admitted.response
    const { value } = admitted
    if (id !== undefined && value.id !== id) return mismatch(id, value.id)
    if (id === undefined && (await find(desk, value.id)) !== undefined) return taken(value.id)
    const saved = await description.save(desk, value)
    if (saved.kind === 'refused') return problem(saved.status, 'Refused', saved.message)
    return json(await description.show(value, desk, env), saved.created ? 201 : 200)
  }
  app.get('/', async ({ env }) => {
    const desk = deskOf(env)
    const list = await description.list(desk)
    return json(items(await Promise.all(list.map((one) => description.show(one, desk, env)))))
  })
  app.post('/', async ({ req, env }) => await put(req.raw, env, undefined))
  app.get('/:id', async ({ req, env }) => {
    const desk = deskOf(env)
    const id = req.param('id')
    const value = await find(desk, id)
    return value === undefined
      ? notFound(description.unknown(id))
      : json(await description.show(value, desk, env))
  })
  app.put('/:id', async ({ req, env }) => await put(req.raw, env, req.param('id')))
  app.delete('/:id', async ({ req, env }) => {
    const id = req.param('id')
    const removed = await description.remove(deskOf(env), id, req.query('erase') === 'true')
    if (removed.kind === 'unknown') return notFound(description.unknown(id))
    if (removed.kind === 'refused') return problem(removed.status, 'Refused', removed.message)
    return new Response(null, { status: 204 })
  })
  return app
}

function mismatch(path: string, body: string): Response {
  return problem(422, 'Not admitted', {
    en: `The address says "${path}" and the body says "${body}". Make them one.`,
    ar: `العنوان يقول "${path}" والمتن يقول "${body}". اجعلهما واحدًا.`,
  })
}

function taken(id: string): Response {
  return problem(409, 'Taken', {
    en: `"${id}" exists already. Use PUT to replace it.`,
    ar: `"${id}" موجود بالفعل. استعمل PUT لاستبداله.`,
  })
}

export const publisherSettings = setting({
  unknown: (id) => ({ en: `There is no publisher "${id}".`, ar: `لا توجد جهة باسم "${id}".` }),
  list: async (desk) => await desk.publishers(),
  admit: (input, _known, env) => admitPublisher(input, env),
  save: async (desk, publisher) => await desk.savePublisher(publisher),
  remove: async (desk, id, erase) => await desk.removePublisher(id, erase),
  show: (publisher) => Promise.resolve(publisher),
})

export const watchSettings = setting({
  unknown: (id) => ({ en: `There is no watch "${id}".`, ar: `لا توجد مراقبة باسم "${id}".` }),
  list: async (desk) => await desk.watches(),
  admit: async (input, _known, _env, desk) => admitWatch(input, await desk.concepts()),
  save: async (desk, watch) => await desk.saveWatch(watch),
  remove: async (desk, id) => await desk.removeWatch(id),
  show: shownWatch,
})

export const conceptSettings = setting({
  unknown: (id) => ({ en: `There is no concept "${id}".`, ar: `لا يوجد مفهوم باسم "${id}".` }),
  list: async (desk) => await desk.concepts(),
  admit: (input) => admitConcept(input),
  save: async (desk, concept) => await desk.saveConcept(concept),
  remove: async (desk, id) => await desk.removeConcept(id),
  show: (concept) => Promise.resolve(concept),
})

export const endpointSettings = setting({
  unknown: unknownEndpoint,
  list: async (desk) => await desk.endpoints(),
  admit: admitEndpoint,
  save: async (desk, endpoint) => await desk.saveEndpoint(endpoint),
  remove: async (desk, id) => await desk.removeEndpoint(id),
  show: (endpoint) => Promise.resolve(maskEndpoint(endpoint)),
})

/** With the addresses of its own feed, which only the operator may see. */
async function shownWatch(watch: Watch, desk: Desk, env: BayanEnv): Promise<unknown> {
  const key = await desk.feedKey(watch.id)
  if (key === undefined) return watch
  const base = `${baseUrlOf(env)}/feeds/watch/${watch.id}.${key}`
  return { ...watch, feeds: { rss: `${base}.rss`, atom: `${base}.atom`, json: `${base}.json` } }
}
