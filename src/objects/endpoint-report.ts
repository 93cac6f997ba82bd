import type { EndpointKindName } from '../deliveries/endpoint.ts'
import type { Notice } from '../deliveries/notice.ts'
import type { DeliveryLog } from './delivery-log.ts'
import type { EndpointHealth } from './endpoint-health.ts'
import type { EndpointOrders } from './endpoint-orders.ts'
import type { KeptOrders } from './kept-orders.ts'

/** What an endpoint's object knows of itself. */
export interface EndpointReport {
  /** `unknown`: kept until the desk tells where to send; `disabled`: the receiver is dead. */
  readonly state: 'ok' | 'failing' | 'disabled' | 'deleted' | 'unknown'
  /** A code for the last failure, or a sentence: then `words` has it in both languages. */
  readonly reason: string | null
  readonly words: Notice['reason'] | null
  /** Null until the desk told. */
  readonly kind: EndpointKindName | null
  readonly pending: number
  readonly oldestPending: string | null
  readonly lastDelivered: string | null
  /** When a disabled endpoint is tried by itself with the first that waits; null where none is to be. */
  readonly nextProbe: string | null
  /** Attempts by result since the endpoint was made. */
  readonly results: Readonly<Record<string, number>>
}

/** A failing endpoint is one that took nothing since it last refused. */
export function reportOf(
  orders: KeptOrders,
  health: EndpointHealth,
  log: DeliveryLog,
): EndpointReport {
  const told = orders.load()
  const disabled = health.disabled()
  const locked = orders.locked()
  const failure = health.failing()
  const words = disabled ?? locked ?? null
  const pending = log.pending()
  return {
    state: stateOf(told, disabled !== undefined, (locked ?? failure) !== undefined),
    reason: words?.en ?? failure ?? null,
    words,
    kind: told?.endpoint?.kind ?? null,
    pending,
    oldestPending: log.oldestPending(),
    lastDelivered: log.lastDelivered(),
    nextProbe: pending === 0 ? null : health.nextProbe(),
    results: log.results(),
  }
}

function stateOf(
  orders: EndpointOrders | undefined,
  disabled: boolean,
  failing: boolean,
): EndpointReport['state'] {
  if (orders === undefined) return 'unknown'
  if (orders.endpoint === null) return 'deleted'
  if (disabled) return 'disabled'
  return failing ? 'failing' : 'ok'
}
