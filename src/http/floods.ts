import { Hono } from 'hono/tiny'
import type { FloodRecord } from '../objects/flood-store.ts'
import type { BayanEnv } from '../platform/env.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import { items, json } from './answers.ts'
import { askSideBySide, silentOf } from './ask-side-by-side.ts'
import { deskOf, publisherOf } from './objects.ts'
import { NO_SUCH_PAGE, notFound } from './problem.ts'

/** Polls that brought implausibly much, and the word for the alerts that wait in them. */
export const floods = new Hono<{ Bindings: BayanEnv }>()

/** A flood is a publisher's n-th, as a statement is. */
export function floodId(publisher: string, number: number): string {
  return `${publisher}-${number}`
}

floods.get('/', async ({ env }) => {
  const publishers = (await deskOf(env).publishers()).map(({ id }) => id)
  const heard = await askSideBySide(publishers, async (id): Promise<FloodRecord[]> => {
    return await publisherOf(env, id).floods()
  })
  const list = heard.flatMap((one) => {
    if (one.kind === 'silent') return []
    const { from: publisher, value } = one
    return value.map(({ number, ...flood }) => {
      return { id: floodId(publisher, number), publisher, ...flood }
    })
  })
  return json({ ...items(list), silent: silentOf(heard) })
})

floods.post('/:id/:how{release|dismiss}', async ({ req, env }) => {
  const id = req.param('id')
  const place = parseStatementId(id)
  if (place === undefined) return notFound(NO_SUCH_PAGE)
  const how = req.param('how') === 'release' ? 'released' : 'dismissed'
  const settled = await publisherOf(env, place.publisher).settleFlood(place.number, how)
  if (settled !== undefined) return json({ id, state: how, alerts: settled.alerts })
  return notFound({
    en: `No flood "${id}" waits. See GET /api/v1/floods.`,
    ar: `لا يوجد فيض باسم "${id}" ينتظر. راجع GET /api/v1/floods.`,
  })
})
