import type { Attempt } from '../deliveries/delivery.ts'
import type { DeliveryReason } from '../deliveries/delivery-reason.ts'
import type { Endpoint } from '../deliveries/endpoint.ts'
import { type Bucket, heeding } from '../deliveries/pace.ts'
import { type BayanEnv, addressPolicyOf, baseUrlOf } from '../platform/env.ts'
import type { DeliveryStore, Due, Outcome } from './delivery-store.ts'
import type { EndpointHealth } from './endpoint-health.ts'
import { type SendWorld, type Sent, send } from './send.ts'

/** What one attempt needs of its endpoint's object. */
export interface AttemptWorld {
  readonly env: BayanEnv
  readonly store: DeliveryStore
  readonly health: EndpointHealth
  readonly bucket: Bucket | undefined
  /** A watch's own feed takes it; there is no receiver. */
  readonly feed: () => Promise<Attempt>
  readonly transact: (write: () => void) => void
}

/**
 * Loaded only where something is sent: polls and feeds do without the eleven kinds and their words. Held,
 * since an import waits for a turn of the runtime's loop each time.
 */
let kinds: typeof import('../deliveries/kinds.ts') | undefined

const DELIVERED = { state: 'delivered', reason: null, due: 0 } as const

/** Tries one delivery once, and writes down what came of it, in one transaction. */
export async function attemptDelivery(
  due: Due,
  endpoint: Endpoint,
  world: AttemptWorld,
): Promise<{ readonly attempt: Attempt; readonly bucket: Bucket | undefined }> {
  const { store, env, bucket } = world
  const { delivery } = due
  kinds ??= await import('../deliveries/kinds.ts')
  const kind = kinds.httpKind(endpoint.kind)
  if (kind === undefined) {
    const attempt = await world.feed()
    world.transact(() => store.record(due, attempt, DELIVERED, Date.now()))
    return { attempt, bucket }
  }
  const earlier = kind.sentId === undefined ? undefined : earlierOf(due, endpoint, store)
  // A probe is no further try of its message.
  const tries = world.health.probeAt() === undefined ? due.tries : 0
  const sent = await send({ delivery, tries, endpoint, kind, earlier }, sendWorld(env))
  const now = Date.now()
  const ref = earlier ?? kind.sentId?.(sent.answer)
  world.transact(() => write(due, endpoint, { sent, earlier, ref }, world, now))
  const { attempt, answer } = sent
  const heeded =
    bucket === undefined ? undefined : heeding(bucket, answer.limit, new Date(now), endpoint.pace)
  return { attempt, bucket: heeded }
}

/** The message of ours that a revision's alert edits. */
function earlierOf(
  { seq, delivery: { message } }: Due,
  { policy }: Endpoint,
  store: DeliveryStore,
): string | undefined {
  if (message.kind !== 'alert' || message.alert.change === 'appeared') return undefined
  return policy?.revisions === 'new' ? undefined : store.sent.earlier(seq, Date.now())
}

interface Made {
  readonly sent: Sent
  readonly earlier: string | undefined
  readonly ref: string | undefined
}

function write(
  due: Due,
  { id }: Endpoint,
  { sent, earlier, ref }: Made,
  { store, health }: AttemptWorld,
  now: number,
): void {
  const { attempt, next } = sent
  const isTest = due.delivery.message.kind === 'test'
  if (next.kind === 'delivered') {
    if (!isTest) letPass(due, store)
    store.record(due, attempt, { ...DELIVERED, ref }, now)
    return health.recovered(id, attempt.at)
  }
  if (next.kind === 'pending' && next.pause !== undefined) health.pause(next.pause)
  const outcome = outcomeOf(sent, isTest)
  if (earlier !== undefined && outcome.reason === 'refused') {
    // The message that it would have edited is gone: it goes as one of its own, at once.
    store.sent.forget(earlier)
    return store.record(due, attempt, { state: 'pending', reason: 'refused', due: now }, now)
  }
  if (isTest) return store.record(due, attempt, outcome, now)
  const isProbe = health.probeAt() !== undefined
  if (next.kind === 'abandoned' && next.disablesEndpoint) health.gone(id, attempt.at)
  else health.failed(id, attempt.at, next.reason.code)
  if (!isProbe) return store.record(due, attempt, outcome, now)
  store.record(
    due,
    { ...attempt, next: health.nextProbe() },
    probed(due, next.reason.code, now),
    now,
  )
}

/** What waits at a disabled endpoint is kept: a probe that fails spends no try and gives nothing up. */
function probed({ tries }: Due, reason: DeliveryReason, now: number): Outcome {
  // It may have arrived all the same, and so goes into no digest.
  return { state: 'pending', reason, due: now, tries: Math.max(tries, 1) }
}

/** The first in line failed again and again, and the next arrives: then it was that message. */
function letPass({ seq }: Due, store: DeliveryStore): void {
  const line = store.waiting().filter(({ aside }) => !aside)
  // Before it stands what was never tried: an alert that the policy keeps back.
  const head = line.find(({ tries }) => tries > 0)
  if (head === undefined || head.seq === seq) return
  if (line.some((one) => one.seq === seq)) store.stepAside(head.seq)
}

/** A test is tried once: the operator is looking at it. */
function outcomeOf({ next }: Sent, isTest: boolean): Outcome {
  if (next.kind === 'delivered') return DELIVERED
  const { code } = next.reason
  if (next.kind === 'abandoned' || isTest) return { state: 'abandoned', reason: code, due: 0 }
  return { state: 'pending', reason: code, due: next.notBefore.getTime() }
}

function sendWorld(env: BayanEnv): SendWorld {
  const policy = addressPolicyOf(env)
  const { EMAIL } = env
  return {
    baseUrl: baseUrlOf(env),
    policy: { ...policy, httpsOnly: !policy.allowPrivate },
    clock: () => Date.now(),
    chance: () => Math.random(),
    mail:
      EMAIL === undefined
        ? undefined
        : async (mail) => await EMAIL.send({ ...mail, to: [...mail.to] }),
  }
}
