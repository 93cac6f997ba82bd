import { type Bucket, take } from '../deliveries/pace.ts'
import { nextInLine } from './delivery-line.ts'
import type { DeliveryStore } from './delivery-store.ts'
import type { EndpointHealth } from './endpoint-health.ts'
import type { EndpointOrders } from './endpoint-orders.ts'

/** What the desk or another object did not take is tried again after this. */
const RETRY_MS = 10_000

/** When an endpoint's object is to run next, in ms since 1970; undefined where nothing waits. */
export function nextRun(
  orders: EndpointOrders | undefined,
  health: EndpointHealth,
  store: DeliveryStore,
  bucket: Bucket | undefined,
  now: number,
): number | undefined {
  const owed = health.owes() ? now + RETRY_MS : undefined
  // Not told yet who it is: the desk is asked again.
  if (orders === undefined) return store.waiting().length > 0 ? now + RETRY_MS : owed
  if (orders.endpoint === null) return owed
  const next = nextInLine(store, orders.endpoint, health, now)
  if (next.kind === 'nothing') return owed
  const paced = now + take(bucket, new Date(now), orders.endpoint.pace).waitMs
  return Math.min(owed ?? Infinity, next.kind === 'wait' ? Math.max(next.until, paced) : paced)
}
