import { Hono } from 'hono/tiny'
import type { FloodRecord } from '../objects/flood-store.ts'
import type { BayanEnv } from '../platform/env.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import { items, json } from './answers.ts'
import { deskOf, publisherOf } from './objects.ts'
import { NO_SUCH_PAGE, notFound } from './problem.ts'

/** Polls that brought implausibly much, and the word for the alerts that wait in them. */
export const floods = new Hono<{ Bindings: BayanEnv }>()

/** A flood is a publisher's n-th, as a statement is. */
export function floodId(publisher: string, number: number): string {
  return `${publisher}-${number}`
}

floods.get('/', async ({ env }) => {
  const publishers = await deskOf(env).publishers()
  const lists = await Promise.all(
    publishers.map(async ({ id }) => {
      const held: FloodRecord[] = await publisherOf(env, id).floods()
      return held.map(({ number, ...flood }) => ({
        id: floodId(id, number),
        publisher: id,
        ...flood,
      }))
    }),
  )
  return json(items(lists.flat()))
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
