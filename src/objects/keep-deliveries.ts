import type { Delivery } from '../deliveries/delivery.ts'
import { DELETED } from '../deliveries/delivery-reason.ts'
import { keptMessage } from '../deliveries/kept-message.ts'
import { placeOf } from './judge-copy.ts'
import type { DeliveryStore } from './delivery-store.ts'
import { toldText } from './told-texts.ts'

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

function keepOne(store: DeliveryStore, given: Delivery, keeping: Keeping): void {
  const { gone, isFeed, sending, now } = keeping
  const message = keptMessage(given.message, isFeed)
  const delivery = { ...given, message }
  const text = given.message.kind === 'alert' ? toldText(given.message.alert, now) : undefined
  if (gone || isFeed || text === undefined || message.kind !== 'alert') {
    store.add(delivery, gone ? 'abandoned' : 'pending', gone ? DELETED : null, now)
    return
  }
  const { alert } = message
  const judged = store.judge(text, alert, sending)
  if (judged.kind === 'joins') {
    const seq = store.add(delivery, 'joined', null, now)
    if (seq === undefined) return
    store.told.note(seq, text)
    store.told.join(seq, judged.first)
    if (judged.first !== sending) store.told.mention(judged.first, [placeOf(alert)])
    return
  }
  const { toldBefore, yielding } = judged
  const told = toldBefore.length === 0 ? alert : { ...alert, toldBefore }
  const seq = store.add({ ...delivery, message: { ...message, alert: told } }, 'pending', null, now)
  // It was there: handed over again after a crash.
  if (seq === undefined) return
  store.told.note(seq, text)
  for (const copy of yielding) {
    store.told.yield(copy.seq, seq, now)
    store.told.mention(seq, copy.places)
  }
}
