import type { BayanEnv } from '../platform/env.ts'
import { familiesOf } from './metric-families.ts'
import { type Family, openMetrics } from './open-metrics.ts'
import { isOperator } from './operator.ts'
import { currentStatus } from './status.ts'

/**
 * Stored counts as OpenMetrics 1.0 text. Totals are open; series by endpoint need the token, since
 * what an operator watches is nobody's business.
 */
export async function serveMetrics(request: Request, env: BayanEnv): Promise<Response> {
  const status = await currentStatus(env)
  const operator = await isOperator(request, env)
  const families =
    status === undefined ? [known(0)] : [known(1), ...familiesOf(status, operator, new Date())]
  return new Response(openMetrics(families), {
    headers: {
      'content-type': 'application/openmetrics-text; version=1.0.0; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

function known(value: 0 | 1): Family {
  const help = 'Whether the desk answered.'
  return { name: 'bayan_state_known', type: 'gauge', help, samples: [[{}, value]] }
}
