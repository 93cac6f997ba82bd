import { Hono } from 'hono/tiny'
import { DeliveriesPage } from '../pages/desk/deliveries-page.tsx'
import type { BayanEnv } from '../platform/env.ts'
import * as v from 'valibot'
import { endpointAnswer, listOf } from './answer-schemas.ts'
import { deliveriesAnswer } from './delivery-answers.ts'
import { atDesk, deskPage, failed, read, refusalIn, sentOn } from './desk-answers.ts'
import type { PageContext } from './interface-language.ts'

/** `/desk/deliveries`: the log. */
export const deskDeliveries = new Hono<{ Bindings: BayanEnv }>()

deskDeliveries.get('/', async (context) => await logPage(context))

deskDeliveries.post('/:id/:how{replay|cancel}', async (context) => {
  const { api, lang } = atDesk(context)
  const { id, how } = context.req.param()
  const answer = await api('POST', `/deliveries/${encodeURIComponent(id)}/${how}`)
  if (refusalIn(answer) !== undefined) return await logPage(context, answer)
  return sentOn('/desk/deliveries', lang, how === 'replay' ? 'replayed' : 'saved')
})

/** @param before what was asked just before and refused */
async function logPage(
  context: PageContext,
  before?: { readonly status: number; readonly body: unknown },
): Promise<Response> {
  const { api, lang, props } = atDesk(context)
  const { req } = context
  const asked = new URLSearchParams()
  for (const name of ['endpoint', 'state', 'cursor'] as const) {
    const value = req.query(name)
    if (value !== undefined && value !== '') asked.set(name, value)
  }
  const [endpoints, answer] = await Promise.all([
    read(api, '/endpoints', listOf(endpointAnswer)),
    api('GET', `/deliveries?${asked.toString()}`),
  ])
  const refusal = (before === undefined ? undefined : refusalIn(before)) ?? refusalIn(answer)
  const log = v.safeParse(deliveriesAnswer, answer.body)
  return deskPage(
    <DeliveriesPage
      {...props}
      outcome={refusal === undefined ? props.outcome : failed(refusal, lang)}
      endpoint={asked.get('endpoint') ?? ''}
      state={asked.get('state') ?? ''}
      endpoints={endpoints.items}
      deliveries={log.success ? log.output.items : []}
      cursor={log.success ? log.output.cursor : null}
      silent={log.success ? log.output.silent : []}
    />,
    refusal === undefined ? 200 : 422,
  )
}
