import type { Settings } from './settings.ts'

/** Counts that outlive the day, for metrics. */
export interface Totals {
  readonly changes: Readonly<Record<string, number>>
  readonly alerts: number
}

const NAME = 'totals'

export function loadTotals(settings: Settings): Totals {
  return settings.load<Totals>(NAME) ?? { changes: {}, alerts: 0 }
}

export function addToTotals(changes: readonly string[], alerts: number, settings: Settings): void {
  const totals = loadTotals(settings)
  const counted: Record<string, number> = { ...totals.changes }
  for (const kind of changes) counted[kind] = (counted[kind] ?? 0) + 1
  settings.save(NAME, { changes: counted, alerts: totals.alerts + alerts })
}
