import { backlogOf } from '../deliveries/backlog.ts'
import { deliveryId } from '../deliveries/delivery-id.ts'
import type { Delivery, DigestEntry } from '../deliveries/delivery.ts'
import { type NextSending, type SendingFacts, nextSending } from '../deliveries/next-sending.ts'
import type { SealedEndpoint } from '../platform/seal.ts'
import type { DeliveryLog } from './delivery-log.ts'
import { type DeliveryStore, LOOKED_AT } from './delivery-store.ts'
import type { EndpointHealth } from './endpoint-health.ts'

const HOUR_MS = 3_600_000

/** Whose turn it is at an endpoint, by its policy, its kind, and what its receiver asked for. */
export function nextInLine(
  store: DeliveryStore,
  { kind, policy = {} }: SealedEndpoint,
  health: Pick<EndpointHealth, 'pausedUntil' | 'probeAt'>,
  now: number,
): NextSending {
  const { repeat } = policy
  const told = repeat === undefined ? undefined : store.sent.toldSince(now - repeat * 1000)
  const facts = {
    policy,
    backlog: policy.backlog ?? backlogOf(kind),
    now,
    sentAt: policy.hourly === undefined ? [] : store.sent.since(now - HOUR_MS),
    pausedUntil: health.pausedUntil(),
    toldAt: (subject: string) => told?.get(subject),
  }
  const probeAt = health.probeAt()
  if (probeAt !== undefined) return nextProbe(store, probeAt, facts)
  for (let limit = LOOKED_AT; ; limit *= 5) {
    const waiting = store.waiting(limit)
    const next = nextSending(waiting, facts)
    // Those that are kept back, or stepped aside, must not hide the one behind them.
    const mayHide = repeat !== undefined || waiting.every(({ aside }) => aside)
    if (next.kind !== 'wait' || !mayHide || waiting.length < limit) return next
  }
}

/**
 * What a disabled endpoint is tried with: the first in line, whenever its own next attempt would be, at an
 * hour that the policy allows.
 * @param probeAt not before this, ms since 1970
 */
function nextProbe(store: DeliveryStore, probeAt: number, facts: SendingFacts): NextSending {
  const [head] = store.waiting(1)
  if (head === undefined || probeAt === Infinity) return { kind: 'nothing' }
  if (probeAt > facts.now) return { kind: 'wait', until: probeAt }
  return nextSending([{ ...head, due: Math.min(head.due, facts.now) }], facts)
}

/**
 * One message of several alerts. Its id is derived from theirs: made again after a crash, it is the
 * same digest under the same id.
 */
export async function digestOf(
  seqs: readonly number[],
  log: DeliveryLog,
  endpoint: string,
  now: number,
): Promise<Delivery> {
  const deliveries = seqs.map((seq) => log.message(seq))
  const id = await deliveryId(JSON.stringify(deliveries.map((one) => one.id)), endpoint)
  const entries = deliveries.flatMap(entryOf)
  return {
    id,
    endpoint,
    message: { kind: 'digest', at: new Date(now).toISOString(), entries },
  }
}

function entryOf({ id, message }: Delivery): DigestEntry[] {
  if (message.kind !== 'alert') return []
  const { alert } = message
  const { watch, statement, also, toldBefore } = alert
  const { language, url, title, published, firstSeen, revision } = statement
  return [
    {
      delivery: id,
      alert: alert.id,
      at: alert.at,
      change: alert.change,
      watch: { id: watch.id, name: watch.name },
      publisher: alert.publisher,
      ...(alert.machine === undefined ? {} : { machine: true as const }),
      statement: {
        id: statement.id,
        language,
        url,
        title: title.slice(0, MOST_TITLE),
        published,
        firstSeen,
        revision,
      },
      ...(also === undefined ? {} : { also }),
      ...(toldBefore === undefined ? {} : { toldBefore }),
    },
  ]
}

/** Nobody shows more of it; a hundred titles of 100 kB would burst the digest's row. */
const MOST_TITLE = 1_000
