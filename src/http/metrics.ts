import type { BayanEnv } from '../platform/env.ts'
import { familiesOf } from './metric-families.ts'
import { type Family, type MetricsForm, metricsText } from './open-metrics.ts'
import { isOperator } from './operator.ts'
import { currentStatus } from './status.ts'

const CONTENT_TYPES: Readonly<Record<MetricsForm, string>> = {
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
  prometheus: 'text/plain; version=0.0.4; charset=utf-8',
}

/**
 * Stored counts as OpenMetrics 1.0 or Prometheus text. Totals are open; series by endpoint need the token, since
 * what an operator watches is nobody's business.
 */
export async function serveMetrics(request: Request, env: BayanEnv): Promise<Response> {
  const status = await currentStatus(env)
  const operator = await isOperator(request, env)
  const families =
    status === undefined ? [known(0)] : [known(1), ...familiesOf(status, operator, new Date())]
  const form: MetricsForm = /application\/openmetrics-text/.test(
    request.headers.get('accept') ?? '',
  )
    ? 'openmetrics'
    : 'prometheus'
  return new Response(metricsText(families, form), {
    headers: {
      'content-type': CONTENT_TYPES[form],
      'cache-control': 'private, no-store',
      vary: 'accept',
      'x-content-type-options': 'nosniff',
    },
  })
}

function known(value: 0 | 1): Family {
  const help = 'Whether the desk answered.'
  return { name: 'bayan_state_known', type: 'gauge', help, samples: [[{}, value]] }
}
