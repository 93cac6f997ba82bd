import type { EndpointOrders } from './endpoint-orders.ts'

/** What an endpoint's object knows of itself. */
export interface EndpointReport {
  /** `unknown`: kept until the desk tells where to send; `disabled`: the receiver is dead. */
  readonly state: 'ok' | 'failing' | 'disabled' | 'deleted' | 'unknown'
  readonly reason: string | null
  readonly pending: number
  readonly oldestPending: string | null
  readonly results: Readonly<Record<string, number>>
}

/** The state in one word. A failing endpoint is one whose last delivery has not arrived. */
export function endpointState(
  orders: EndpointOrders | undefined,
  disabled: boolean,
  failing: boolean,
): EndpointReport['state'] {
  if (orders === undefined) return 'unknown'
  if (orders.endpoint === null) return 'deleted'
  if (disabled) return 'disabled'
  return failing ? 'failing' : 'ok'
}
