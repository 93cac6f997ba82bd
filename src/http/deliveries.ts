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
import { askSideBySide, silentOf } from './ask-side-by-side.ts'
import { type TellReason, deliveryWords } from './delivery-words.ts'
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
  const { found, silent } = await newestDeliveries(asked, cursor, limit + 1, ask)
  // An empty list would be taken for a calm night.
  if (found.length === 0 && silent.length > 0 && silent.length === asked.length) {
    return noAnswer(silent)
  }
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const next = found.length > limit && last !== undefined ? writtenCursor(placeOf(last)) : null
  const tell = await deliveryWords(env)
  const shown = page.map((record) => shownBy(tell, record))
  return json({ ...items(shown, next), silent })
})

function unknownState(whole: string): FieldProblem {
  const given = whole.slice(0, 40)
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

function shownBy(tell: TellReason, { seq: _seq, ...record }: DeliveryRecord) {
  return { ...record, words: tell(record.reason) }
}

deliveries.post('/:id/replay', async ({ req, env }) => {
  return await act(env, req.param('id'), async (name, id) => await endpointOf(env, name).replay(id))
})

deliveries.post('/:id/cancel', async ({ req, env }) => {
  return await act(env, req.param('id'), async (name, id) => await endpointOf(env, name).cancel(id))
})

/** Only the endpoint's object knows its deliveries: all are asked, and one at most knows this. */
async function act(
  env: BayanEnv,
  id: string,
  ask: (name: string, id: string) => Promise<Acted>,
): Promise<Response> {
  const names = await deskOf(env).endpointNames()
  const isEnough = ({ kind }: Acted) => kind !== 'unknown'
  const heard = await askSideBySide(names, async (name) => await ask(name, id), { isEnough })
  for (const one of heard) {
    const answer = one.kind === 'heard' ? await answerTo(one.value, one.from, env) : undefined
    if (answer !== undefined) return answer
  }
  const silent = silentOf(heard)
  if (silent.length > 0) return noAnswer(silent)
  return notFound({
    en: `There is no delivery "${id}" in the logs.`,
    ar: `لا توجد إرسالية باسم "${id}" في السجلات.`,
  })
}

async function answerTo(
  acted: Acted,
  endpoint: string,
  env: BayanEnv,
): Promise<Response | undefined> {
  switch (acted.kind) {
    case 'done':
      return json(shownBy(await deliveryWords(env), acted.record), 202)
    case 'disabled':
      return endpointDisabled(endpoint)
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
      return undefined
  }
}

function noAnswer(silent: readonly string[]): Response {
  const names = silent.join(', ')
  return problem(
    503,
    'No answer',
    {
      en: `These endpoints did not answer, so that their log is not known: ${names}. Ask again in a moment; if that lasts, see the service's log.`,
      ar: `لم تجب هذه الوجهات، فسجلها غير معروف: ${names}. أعد السؤال بعد قليل، وإن استمر ذلك فراجع سجل الخدمة.`,
    },
    { headers: { 'retry-after': '10' } },
  )
}
