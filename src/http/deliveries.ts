import { Hono } from 'hono/tiny'
import { sha256Hex } from '../statements/content-hash.ts'
import { feedEndpoint } from '../objects/alerting.ts'
import type { DeliveryRecord, DeliveryState } from '../objects/delivery-store.ts'
import type { BayanEnv } from '../platform/env.ts'
import { items, json } from './answers.ts'
import { deskOf, endpointOf } from './objects.ts'
import { notFound, problem } from './problem.ts'

const PAGE = 50
const STATES: readonly DeliveryState[] = ['pending', 'delivered', 'abandoned']

/** The delivery log, over one endpoint or over all of them. */
export const deliveries = new Hono<{ Bindings: BayanEnv }>()

deliveries.get('/', async ({ req, env }) => {
  const given = req.query('state')
  const state = STATES.find((one) => one === given)
  if (given !== undefined && state === undefined) {
    return problem(422, 'Not admitted', {
      en: `The state "${given}" is not known. Use pending, delivered or abandoned.`,
      ar: `الحالة "${given}" غير معروفة. استعمل pending أو delivered أو abandoned.`,
    })
  }
  const names = await endpointNames(env)
  const wanted = req.query('endpoint')
  if (wanted !== undefined && !names.includes(wanted)) {
    return notFound({
      en: `There is no endpoint "${wanted}".`,
      ar: `لا توجد نقطة إرسال باسم "${wanted}".`,
    })
  }
  const cursor = readCursor(req.query('cursor'))
  if (cursor === undefined) {
    return problem(422, 'Not admitted', {
      en: 'This cursor is none that Bayan gave. Begin without one.',
      ar: 'هذا المؤشر ليس مما أعطاه بيان. ابدأ من دونه.',
    })
  }
  // One endpoint after the other: a log is read endpoint by endpoint, newest first in each.
  const list: DeliveryRecord[] = []
  const queue = wanted === undefined ? names : [wanted]
  for (const name of queue.slice(Math.max(0, queue.indexOf(cursor.endpoint)))) {
    const before = name === cursor.endpoint ? cursor.before : Number.MAX_SAFE_INTEGER
    list.push(...(await endpointOf(env, name).list(state, before, PAGE + 1 - list.length)))
    if (list.length > PAGE) break
  }
  const page = list.slice(0, PAGE)
  const last = page.at(-1)
  const next = list.length > PAGE && last !== undefined ? `${last.seq}~${last.endpoint}` : null
  return json(items(page.map(shown), next))
})

function readCursor(
  text: string | undefined,
): { readonly endpoint: string; readonly before: number } | undefined {
  if (text === undefined) return { endpoint: '', before: Number.MAX_SAFE_INTEGER }
  const [, before, endpoint] = /^(\d{1,15})~([a-z0-9:-]+)$/.exec(text) ?? []
  return before === undefined || endpoint === undefined
    ? undefined
    : { endpoint, before: Number(before) }
}

function shown({ id, alert, endpoint, state, reason, next, attempts }: DeliveryRecord) {
  return { id, alert, endpoint, state, reason, next, attempts }
}

deliveries.post('/:id/replay', async ({ req, env }) => {
  const id = req.param('id')
  for (const name of await endpointNames(env)) {
    const record = await endpointOf(env, name).replay(id)
    if (record !== undefined) return json(shown(record), 202)
  }
  return notFound({
    en: `There is no delivery "${id}" in the logs.`,
    ar: `لا يوجد إرسال "${id}" في السجلات.`,
  })
})

async function endpointNames(env: BayanEnv): Promise<string[]> {
  const desk = deskOf(env)
  const [endpoints, watches] = await Promise.all([desk.endpoints(), desk.watches()])
  return [...endpoints.map(({ id }) => id), ...watches.map(({ id }) => feedEndpoint(id))]
}

/** Sends the endpoint a test message in its final form, and answers with the attempt. */
export async function sendTest(env: BayanEnv, id: string): Promise<Response> {
  const known = (await deskOf(env).endpoints()).some((endpoint) => endpoint.id === id)
  if (!known)
    return notFound({ en: `There is no endpoint "${id}".`, ar: `لا توجد نقطة إرسال باسم "${id}".` })
  const at = new Date().toISOString()
  const delivery = {
    id: `msg_${await sha256Hex(`test ${id} ${at} ${crypto.randomUUID()}`)}`,
    endpoint: id,
    message: { kind: 'test', at } as const,
  }
  const attempt = await endpointOf(env, id).test(id, delivery)
  if (attempt === undefined) {
    return problem(409, 'Waiting', {
      en: 'Other deliveries wait before it; the test message is sent after them. See the delivery log.',
      ar: 'توجد رسائل تنتظر قبلها، وستُرسل رسالة الاختبار بعدها. راجع سجل الإرسال.',
    })
  }
  return json({ delivery: delivery.id, attempt })
}
