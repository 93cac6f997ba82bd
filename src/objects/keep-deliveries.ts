import type { Delivery } from '../deliveries/delivery.ts'
import { keptMessage } from '../deliveries/kept-message.ts'
import type { DeliveryStore } from './delivery-store.ts'
import { toldText } from './told-texts.ts'

/** Why deliveries to an endpoint that was deleted are dead letters. */
export const DELETED = 'gone: the endpoint was deleted'

/** What keeping depends on besides the deliveries themselves. */
interface Keeping {
  /** The endpoint was deleted: they are dead letters at once. */
  readonly gone: boolean
  /** A watch's own feed holds every place at which a text stands. */
  readonly isFeed: boolean
  /** The delivery that is on its way right now: what it says cannot be changed any more. */
  readonly sending: number | undefined
  readonly now: number
}

/**
 * Keeps deliveries, each once under its id. One that tells a watch what another tells already, from
 * another place, joins that one: nothing is sent of it, and the first names the place while it
 * still can. Must run inside `transactionSync`.
 */
export function keepDeliveries(
  store: DeliveryStore,
  deliveries: readonly Delivery[],
  keeping: Keeping,
): void {
  for (const given of deliveries) keepOne(store, given, keeping)
}

function keepOne(
  store: DeliveryStore,
  given: Delivery,
  { gone, isFeed, sending, now }: Keeping,
): void {
  const { message } = given
  const delivery = { ...given, message: keptMessage(message, isFeed) }
  if (gone) {
    store.add(delivery, 'abandoned', DELETED, now)
    return
  }
  const text = message.kind === 'alert' && !isFeed ? toldText(message.alert, now) : undefined
  const first = text === undefined ? undefined : store.told.firstOf(text)
  const seq = store.add(delivery, first === undefined ? 'pending' : 'joined', null, now)
  // It was there: handed over again after a crash.
  if (seq === undefined || text === undefined || message.kind !== 'alert') return
  store.told.note(seq, text)
  if (first === undefined) return
  store.told.join(seq, first)
  if (first !== sending) store.told.mention(first, message.alert)
}
