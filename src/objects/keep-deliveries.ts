import type { Delivery } from '../deliveries/delivery.ts'
import { keptMessage } from '../deliveries/kept-message.ts'
import type { DeliveryStore } from './delivery-store.ts'

/** Keeps deliveries, each once under its id. To a deleted endpoint they are dead letters at once. */
export function keepDeliveries(
  store: DeliveryStore,
  deliveries: readonly Delivery[],
  { gone, isFeed, now }: { readonly gone: boolean; readonly isFeed: boolean; readonly now: number },
): void {
  for (const given of deliveries) {
    const delivery = { ...given, message: keptMessage(given.message, isFeed) }
    if (gone) store.add(delivery, 'abandoned', 'gone: the endpoint was deleted', now)
    else store.add(delivery, 'pending', null, now)
  }
}
