import { Hono } from 'hono/tiny'
import { isFeedEndpoint } from '../objects/alerting.ts'
import {
  type Acted,
  DELIVERY_STATES,
  type DeliveryRecord,
  type LogPlace,
} from '../objects/delivery-log.ts'
import type { BayanEnv } from '../platform/env.ts'
import { items, json } from './answers.ts'
import { endpointDisabled, unknownEndpoint } from './endpoint-calls.ts'
import { type LogCursor, newestDeliveries, placeOf } from './newest-deliveries.ts'
import { deskOf, endpointOf } from './objects.ts'
import { wrong } from './mistake.ts'
import { parseLimit } from './page-limit.ts'
import { type FieldProblem, notFound, problem, unprocessableQuery } from './problem.ts'
import { tellMistake } from './tell-mistake.ts'

const PAGE = 50

/**
 * The delivery log, newest first, over one endpoint or over all of the operator's. A watch's own feed
 * repeats what others were told and cannot fail, so that it is shown only where it is asked for.
 */
export const deliveries = new Hono<{ Bindings: BayanEnv }>()

deliveries.get('/', async ({ req, env }) => {
  const given = req.query('state')
  const state = DELIVERY_STATES.find((one) => one === given)
  const limit = parseLimit(req.query('limit'), PAGE)
  const cursor = readCursor(req.query('cursor'))
  if ((given !== undefined && state === undefined) || limit === undefined || cursor === 'wrong') {
    return unprocessableQuery([
      ...(given === undefined || state !== undefined ? [] : [unknownState(given)]),
      ...(limit === undefined ? [tellMistake(wrong('limit'))] : []),
      ...(cursor === 'wrong' ? [tellMistake(wrong('cursor'))] : []),
    ])
  }
  const names = await deskOf(env).endpointNames()
  const wanted = req.query('endpoint')
  if (wanted !== undefined && !names.includes(wanted)) {
    return notFound(unknownEndpoint(wanted))
  }
  const asked = wanted === undefined ? names.filter((name) => !isFeedEndpoint(name)) : [wanted]
  const ask = async (name: string, before: LogPlace | undefined, most: number) =>
    await endpointOf(env, name).list(state, before, most)
  const found = await newestDeliveries(asked, cursor, limit + 1, ask)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const next = found.length > limit && last !== undefined ? writtenCursor(placeOf(last)) : null
  return json(items(page.map(shown), next))
})

function unknownState(given: string): FieldProblem {
  return {
    field: 'state',
    en: `"${given}" is not known. Use pending, delivered, abandoned or joined.`,
    ar: `الحالة "${given}" غير معروفة. استعمل pending أو delivered أو abandoned أو joined.`,
  }
}

function writtenCursor({ at, endpoint, seq }: LogCursor): string {
  return `${at}~${endpoint}~${seq}`
}

/** `wrong` also for those of an earlier version, which went endpoint by endpoint. */
function readCursor(text: string | undefined): LogCursor | 'wrong' | undefined {
  if (text === undefined) return undefined
  const [, at, endpoint, seq] = /^(\d{1,15})~([a-z0-9:-]+)~(\d{1,15})$/.exec(text) ?? []
  if (at === undefined || endpoint === undefined || seq === undefined) return 'wrong'
  return { at: Number(at), endpoint, seq: Number(seq) }
}

function shown({ seq: _seq, ...record }: DeliveryRecord) {
  return record
}

deliveries.post('/:id/replay', async ({ req, env }) => {
  return await act(env, req.param('id'), async (name, id) => await endpointOf(env, name).replay(id))
})

deliveries.post('/:id/cancel', async ({ req, env }) => {
  return await act(env, req.param('id'), async (name, id) => await endpointOf(env, name).cancel(id))
})

/** Only the endpoint's object knows its deliveries: each is asked until one knows this. */
async function act(
  env: BayanEnv,
  id: string,
  ask: (name: string, id: string) => Promise<Acted>,
): Promise<Response> {
  for (const name of await deskOf(env).endpointNames()) {
    const acted = await ask(name, id)
    switch (acted.kind) {
      case 'done':
        return json(shown(acted.record), 202)
      case 'disabled':
        return endpointDisabled(name)
      case 'not-pending':
        return problem(409, 'Not pending', {
          en: 'It was settled, or goes inside a digest.',
          ar: 'انتهى أمره، أو هو داخل رسالة مجمعة.',
        })
      case 'erased':
        return problem(409, 'Erased', {
          en: 'What it told was erased; there is nothing to send.',
          ar: 'محي ما كان فيه، فلا شيء يرسل.',
        })
      case 'unknown':
    }
  }
  return notFound({
    en: `There is no delivery "${id}" in the logs.`,
    ar: `لا توجد إرسالية باسم "${id}" في السجلات.`,
  })
}
