import type { Status } from '../objects/desk-status.ts'
import type { BayanEnv } from '../platform/env.ts'
import { FREE_KV_WRITES_A_DAY, FREE_ROWS_WRITTEN_A_DAY } from '../platform/plan.ts'
import { isOperator } from './operator.ts'
import { currentStatus } from './status.ts'

type Sample = readonly [labels: Readonly<Record<string, string>>, value: number]

interface Family {
  readonly name: string
  readonly type: 'counter' | 'gauge'
  readonly help: string
  readonly unit?: string
  readonly samples: readonly Sample[]
}

/**
 * Stored counts as OpenMetrics 1.0 text. Totals are open; series by endpoint need the token, since
 * what an operator watches is nobody's business.
 */
export async function serveMetrics(request: Request, env: BayanEnv): Promise<Response> {
  const status = await currentStatus(env)
  const operator = await isOperator(request, env)
  const families =
    status === undefined ? [up(0)] : [up(1), ...familiesOf(status, operator, new Date())]
  return new Response(`${families.map(written).join('')}# EOF\n`, {
    headers: {
      'content-type': 'application/openmetrics-text; version=1.0.0; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

function up(value: 0 | 1): Family {
  return {
    name: 'bayan_state_known',
    type: 'gauge',
    help: 'Whether the desk answered.',
    samples: [[{}, value]],
  }
}

function familiesOf(status: Status, operator: boolean, now: Date): Family[] {
  const { publishers, endpoints, budget } = status
  const sources = publishers.flatMap(({ id, sources: list }) =>
    list.map((source) => ({ publisher: id, ...source })),
  )
  return [
    counter(
      'bayan_polls',
      'Polls by outcome.',
      sources.flatMap(({ publisher, id, polls }) =>
        Object.entries(polls).map(([outcome, count]): Sample => [
          { publisher, source: id, outcome },
          count,
        ]),
      ),
    ),
    gauge(
      'bayan_statements',
      'Statements kept.',
      publishers.map(({ id, statements }): Sample => [{ publisher: id }, statements]),
    ),
    counter(
      'bayan_changes',
      'Changes found, by kind.',
      publishers.flatMap(({ id, totals }) =>
        Object.entries(totals.changes).map(([kind, count]): Sample => [
          { publisher: id, kind },
          count,
        ]),
      ),
    ),
    counter(
      'bayan_alerts',
      'Alerts made.',
      publishers.map(({ id, totals }): Sample => [{ publisher: id }, totals.alerts]),
    ),
    counter(
      'bayan_deliveries',
      'Attempts and deliveries by result.',
      deliverySamples(endpoints, operator),
    ),
    gauge(
      'bayan_deliveries_pending',
      'Deliveries on their way.',
      pendingSamples(endpoints, operator),
    ),
    gauge(
      'bayan_last_good_poll_age_seconds',
      'Seconds since the last good poll of a source.',
      sources.flatMap(({ publisher, id, lastGoodPoll }): Sample[] =>
        lastGoodPoll === null ? [] : [[{ publisher, source: id }, secondsSince(lastGoodPoll, now)]],
      ),
      'seconds',
    ),
    gauge(
      'bayan_source_up',
      'Whether the last poll of a source was good.',
      sources.map(({ publisher, id, state }): Sample => [
        { publisher, source: id },
        state === 'ok' ? 1 : 0,
      ]),
    ),
    gauge('bayan_kv_writes_today', 'KV writes of this day (UTC).', [[{}, budget.kvWrites]]),
    gauge(
      'bayan_rows_written_today',
      'SQLite rows written by polls and statements this day (UTC).',
      [[{}, budget.rowsWritten]],
    ),
    gauge('bayan_budget_limit', 'What the free plan gives a day.', [
      [{ of: 'kv_writes' }, FREE_KV_WRITES_A_DAY],
      [{ of: 'rows_written' }, FREE_ROWS_WRITTEN_A_DAY],
    ]),
    gauge(
      'bayan_state_age_seconds',
      'How old these figures are.',
      [[{}, secondsSince(status.asOf, now)]],
      'seconds',
    ),
  ]
}

function counter(name: string, help: string, samples: readonly Sample[]): Family {
  return { name, type: 'counter', help, samples }
}

function gauge(name: string, help: string, samples: readonly Sample[], unit?: string): Family {
  return { name, type: 'gauge', help, samples, ...(unit === undefined ? {} : { unit }) }
}

function deliverySamples(endpoints: Status['endpoints'], operator: boolean): Sample[] {
  if (operator) {
    return endpoints.flatMap(({ id, results }) =>
      Object.entries(results).map(([result, count]): Sample => [{ endpoint: id, result }, count]),
    )
  }
  const sums: Record<string, number> = {}
  for (const { results } of endpoints) {
    for (const [result, count] of Object.entries(results))
      sums[result] = (sums[result] ?? 0) + count
  }
  return Object.entries(sums).map(([result, count]) => [{ result }, count])
}

function pendingSamples(endpoints: Status['endpoints'], operator: boolean): Sample[] {
  if (operator) return endpoints.map(({ id, pending }) => [{ endpoint: id }, pending])
  return [[{}, endpoints.reduce((sum, { pending }) => sum + pending, 0)]]
}

function secondsSince(at: string, now: Date): number {
  return Math.max(0, Math.round((now.getTime() - Date.parse(at)) / 1000))
}

/** One family in the text format: metadata first, then its samples (OpenMetrics 1.0, 5). */
function written({ name, type, help, unit, samples }: Family): string {
  const suffix = type === 'counter' ? '_total' : ''
  const meta = `# TYPE ${name} ${type}\n${unit === undefined ? '' : `# UNIT ${name} ${unit}\n`}# HELP ${name} ${help}\n`
  return (
    meta +
    samples.map(([labels, value]) => `${name}${suffix}${labelText(labels)} ${value}\n`).join('')
  )
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
