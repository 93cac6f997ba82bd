import type { Status } from '../objects/desk-status.ts'
import type { HealthName } from '../sources/health-name.ts'
import { FREE_KV_WRITES_A_DAY, FREE_ROWS_WRITTEN_A_DAY } from '../platform/plan.ts'
import type { Family, Sample } from './open-metrics.ts'

/** The counts of a deployment as metric families; series by endpoint only for the operator. */
export function familiesOf(status: Status, operator: boolean, now: Date): Family[] {
  return [
    ...sourceFamilies(status, now),
    ...statementFamilies(status),
    ...deliveryFamilies(status, operator, now),
    ...budgetFamilies(status, now),
  ]
}

const STATES: readonly HealthName[] = [
  'ok',
  'quiet',
  'late',
  'blocked',
  'changed-layout',
  'down',
  'waiting',
  'paused',
]
const WELL: ReadonlySet<HealthName> = new Set(['ok', 'quiet', 'late'])

function sourceFamilies({ publishers }: Status, now: Date): Family[] {
  const sources = publishers.flatMap(({ id, sources: list }) =>
    list.map((source) => ({ publisher: id, ...source })),
  )
  const polls = sources.flatMap(({ publisher, id, polls: counts }) =>
    Object.entries(counts).map(([outcome, n]): Sample => [{ publisher, source: id, outcome }, n]),
  )
  const ages = sources.flatMap(({ publisher, id, lastGoodPoll }): Sample[] =>
    lastGoodPoll === null ? [] : [[{ publisher, source: id }, secondsSince(lastGoodPoll, now)]],
  )
  const ups = sources.map(({ publisher, id, state }): Sample => [
    { publisher, source: id },
    WELL.has(state) ? 1 : 0,
  ])
  // Every state, so that a series does not vanish when its source leaves the state.
  const states = sources.flatMap(({ publisher, id, state }) =>
    STATES.map((one): Sample => [{ publisher, source: id, state: one }, one === state ? 1 : 0]),
  )
  const floods = publishers.map(({ id, floods: held }): Sample => [{ publisher: id }, held.length])
  return [
    counter('bayan_polls', 'Polls by outcome.', polls),
    gauge(
      'bayan_last_good_poll_age_seconds',
      'Age of the last good poll of a source.',
      ages,
      'seconds',
    ),
    gauge('bayan_source_up', 'Whether the last poll of a source was good.', ups),
    gauge('bayan_source_state', 'Which state a source is in.', states),
    gauge('bayan_floods_held', 'Polls whose alerts wait for the operator.', floods),
  ]
}

function statementFamilies({ publishers }: Status): Family[] {
  const kept = publishers.map(({ id, statements }): Sample => [{ publisher: id }, statements])
  const changes = publishers.flatMap(({ id, totals }) =>
    Object.entries(totals.changes).map(([kind, n]): Sample => [{ publisher: id, kind }, n]),
  )
  const alerts = publishers.map(({ id, totals }): Sample => [{ publisher: id }, totals.alerts])
  const translations = publishers.flatMap(({ id, translations: counts }) =>
    Object.entries(counts).map(([state, n]): Sample => [{ publisher: id, state }, n]),
  )
  return [
    gauge('bayan_statements', 'Statements kept.', kept),
    gauge(
      'bayan_statement_translations',
      'Statements kept, by the state of their translation.',
      translations,
    ),
    counter('bayan_changes', 'Changes found, by kind.', changes),
    counter('bayan_alerts', 'Alerts made.', alerts),
  ]
}

function deliveryFamilies({ endpoints }: Status, operator: boolean, now: Date): Family[] {
  return [
    counter('bayan_deliveries', 'Attempts by result.', deliverySamples(endpoints, operator)),
    gauge(
      'bayan_deliveries_pending',
      'Deliveries on their way.',
      pendingSamples(endpoints, operator),
    ),
    gauge(
      'bayan_delivery_oldest_pending_age_seconds',
      'Age of the oldest delivery on its way.',
      oldestSamples(endpoints, operator, now),
      'seconds',
    ),
    ...(operator ? [endpointUp(endpoints)] : []),
  ]
}

function endpointUp(endpoints: Status['endpoints']): Family {
  const samples = endpoints.map(({ id, state }): Sample => [
    { endpoint: id },
    state === 'ok' ? 1 : 0,
  ])
  return gauge('bayan_endpoint_up', 'Whether an endpoint takes what it is sent.', samples)
}

function budgetFamilies({ budget, asOf }: Status, now: Date): Family[] {
  const limits: Sample[] = [
    [{ of: 'kv_writes' }, FREE_KV_WRITES_A_DAY],
    [{ of: 'rows_written' }, FREE_ROWS_WRITTEN_A_DAY],
  ]
  const rows = 'SQLite rows written by polls and statements this day (UTC).'
  return [
    gauge('bayan_kv_writes_today', 'KV writes of this day (UTC).', [[{}, budget.kvWrites]]),
    gauge('bayan_rows_written_today', rows, [[{}, budget.rowsWritten]]),
    gauge('bayan_budget_limit', 'What the free plan gives a day.', limits),
    gauge(
      'bayan_state_age_seconds',
      'How old these figures are.',
      [[{}, secondsSince(asOf, now)]],
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
    return endpoints.flatMap(({ id, kind, results }) =>
      Object.entries(results).map(([result, count]): Sample => [
        { endpoint: id, kind: kind ?? 'unknown', result },
        count,
      ]),
    )
  }
  const sums = new Map<string, number>()
  for (const { kind, results } of endpoints) {
    for (const [result, count] of Object.entries(results)) {
      const series = `${kind ?? 'unknown'} ${result}`
      sums.set(series, (sums.get(series) ?? 0) + count)
    }
  }
  return [...sums].map(([series, count]): Sample => {
    const [kind = '', result = ''] = series.split(' ')
    return [{ kind, result }, count]
  })
}

function pendingSamples(endpoints: Status['endpoints'], operator: boolean): Sample[] {
  if (operator) return endpoints.map(({ id, pending }) => [{ endpoint: id }, pending])
  return [[{}, endpoints.reduce((sum, { pending }) => sum + pending, 0)]]
}

/** Of all endpoints the oldest; 0 where nothing waits, so that an alert rule need not guess. */
function oldestSamples(endpoints: Status['endpoints'], operator: boolean, now: Date): Sample[] {
  const ages = endpoints.map(({ id, oldestPending }): Sample => [
    { endpoint: id },
    oldestPending === null ? 0 : secondsSince(oldestPending, now),
  ])
  return operator ? ages : [[{}, Math.max(0, ...ages.map(([, age]) => age))]]
}

function secondsSince(at: string, now: Date): number {
  return Math.max(0, Math.round((now.getTime() - Date.parse(at)) / 1000))
}
