import { alertId } from '../deliveries/delivery-id.ts'
import type { MachineVersion } from '../statements/machine-version.ts'
import type { Statement } from '../statements/statement.ts'
import { isSameText, textSketch } from '../statements/text-sketch.ts'
import { type Hit, matchesOf } from '../watches/alerts-for.ts'
import { type Alerts, MATCHES_KEPT, errandsOf, feedEndpoint } from './alerting.ts'
import { REPUBLISHED_WITHIN, REPUBLISHED_WITHIN_MS } from './first-telling.ts'
import type { AlertNote, AlertStore } from './alert-store.ts'
import { compiledWatches } from './compiled-watches.ts'
import type { PublisherState } from './publisher-state.ts'

export const NO_ALERTS: Alerts = { notes: [], errands: [] }

/**
 * The alerts that a machine's words are worth: to watches that ask for them, and were told of this
 * statement, or of the same text, by nothing before. The publisher's own version, should it come
 * later, shares the alert as any late partner does.
 */
export async function machineAlerts(
  number: number,
  version: MachineVersion,
  state: PublisherState,
  now: number,
): Promise<Alerts> {
  const statement = state.statements.load(number)?.statement
  const watchVersion = state.orders()?.watchVersion ?? ''
  if (statement === undefined || watchVersion === '') return NO_ALERTS
  const compiled = compiledWatches(watchVersion, state)
  if (![...compiled.watches.values()].some(({ machine }) => machine === true)) return NO_ALERTS
  const { language } = version
  const hits = matchesOf(version, { language, publisher: statement.publisher }, compiled)
  const sketch = textSketch(`${statement.title}\n${statement.text}`)
  const fresh = hits
    .filter(({ watch }) => watch.machine === true && wants(watch.changes, statement))
    .filter(({ watch }) => !wasTold(number, watch.id, sketch, now, state.alerts))
    .map((hit) => ({
      note: noteOf(number, statement, hit, sketch, now),
      endpoints: [...hit.watch.endpoints, feedEndpoint(hit.watch.id)],
    }))
  return { notes: fresh.map(({ note }) => note), errands: await errandsOf(fresh) }
}

function wants(changes: Hit['watch']['changes'], { revision }: Statement): boolean {
  return changes.includes('appeared') || (revision > 1 && changes.includes('revised'))
}

/** Of this statement, or of the same text at another address, as `firstTelling` knows it. */
function wasTold(number: number, watch: string, sketch: string, now: number, alerts: AlertStore) {
  if (alerts.of(number, watch).length > 0) return true
  const oldest = new Date(now - REPUBLISHED_WITHIN_MS).toISOString()
  return alerts
    .textsSince(number - REPUBLISHED_WITHIN, watch, oldest)
    .some((told) => isSameText(told.sketch, sketch))
}

function noteOf(
  number: number,
  { id: about, revision, contentHash: hash }: Statement,
  { watch, matches }: Hit,
  sketch: string,
  now: number,
): AlertNote {
  const { id, name, query } = watch
  const change = revision > 1 ? 'revised' : 'appeared'
  return {
    id: alertId({ watch: id, statement: about, revision, change }),
    watch: { id, name, query },
    change,
    at: new Date(now).toISOString(),
    number,
    revision,
    sketch,
    matches: [],
    partner: null,
    machine: { hash, matches: matches.slice(0, MATCHES_KEPT) },
  }
}
