import type { CompiledWatches } from '../watches/compile.ts'
import type { AlertStore } from './alert-store.ts'
import type { StatementStore } from './statement-store.ts'

/** What alerting looks at. `pending` tells whether an alert still waits in the outbox. */
export interface AlertWorld {
  readonly compiled: CompiledWatches
  readonly statements: StatementStore
  readonly alerts: AlertStore
  readonly pending: (alert: string) => boolean
  readonly at: string
}
