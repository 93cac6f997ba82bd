import { answerShown } from '../deliveries/answer-shown.ts'
import type { Answer, Attempt, Delivery } from '../deliveries/delivery.ts'
import type { Mail } from '../deliveries/email.ts'
import type { Endpoint } from '../deliveries/endpoint.ts'
import type { EndpointKind } from '../deliveries/kind.ts'
import { type NextState, nextState } from '../deliveries/next-state.ts'
import type { AddressPolicy } from '../platform/address-guard.ts'
import { guardedPost, noAnswer } from '../platform/guarded-fetch.ts'
import { logFault } from '../platform/log-fault.ts'

/** What sending needs from the object. */
export interface SendWorld {
  readonly baseUrl: string
  readonly policy: AddressPolicy
  readonly clock: () => number
  readonly chance: () => number
  /** Cloudflare's binding for mail, where the deployment has one. */
  readonly mail: ((mail: Mail) => Promise<unknown>) | undefined
}

/** One message to be tried. */
export interface Sending {
  readonly delivery: Delivery
  /** Attempts made before this one. */
  readonly tries: number
  readonly endpoint: Endpoint
  readonly kind: EndpointKind
  /** What the receiver calls our earlier message, which this one edits. */
  readonly earlier: string | undefined
}

/** What came of one attempt. */
export interface Sent {
  readonly attempt: Attempt
  readonly next: NextState
  readonly answer: Answer
}

/** Makes one attempt and says what becomes of the delivery. */
export async function send(sending: Sending, world: SendWorld): Promise<Sent> {
  const { tries, endpoint, kind } = sending
  const started = world.clock()
  const answer = await post(sending, world, new Date(started))
  const ended = world.clock()
  const next = nextState({
    attempts: tries + 1,
    answer,
    now: new Date(ended),
    chance: world.chance(),
    kind,
  })
  const told =
    next.kind === 'delivered'
      ? undefined
      : (await import('../deliveries/attempt-error.ts')).attemptError(next.reason, answer, endpoint)
  const attempt: Attempt = {
    at: new Date(started).toISOString(),
    status: answer.status ?? null,
    ms: ended - started,
    error: told?.en ?? null,
    error_ar: told?.ar ?? null,
    answer: answerShown(answer, endpoint),
    // A test is tried once.
    next:
      next.kind === 'pending' && sending.delivery.message.kind !== 'test'
        ? next.notBefore.toISOString()
        : null,
  }
  return { attempt, next, answer }
}

/** A payload that cannot be made is our fault: the delivery waits for the mend, it is not lost. */
async function post(sending: Sending, world: SendWorld, now: Date): Promise<Answer> {
  const { delivery, endpoint, kind, earlier } = sending
  const { baseUrl, policy } = world
  try {
    if (endpoint.kind === 'email' && endpoint.url === '')
      return await mail(delivery, endpoint, world)
    const request = await kind.render(delivery, endpoint, { baseUrl, now, earlier })
    return await guardedPost({ url: endpoint.url, ...request }, policy)
  } catch (error) {
    // The error may name the address: only its sort is logged.
    const sort = error instanceof Error ? error.name : 'unknown'
    logFault({ at: 'render', endpoint: endpoint.id }, sort)
    return noAnswer(['no-message'])
  }
}

/** Through Cloudflare's binding, which answers nothing and throws where it refuses. */
async function mail(delivery: Delivery, endpoint: Endpoint, world: SendWorld): Promise<Answer> {
  if (world.mail === undefined) return noAnswer(['no-mail-binding'])
  const { to = '', from = '' } = endpoint
  const { mailOf } = await import('../deliveries/email.ts')
  try {
    await world.mail(mailOf(delivery.message, to, from, world.baseUrl))
    return { status: 202, body: '', retryAfter: undefined, failure: undefined }
  } catch (error) {
    return noAnswer(['mail-refused', error instanceof Error ? error.message : '?'])
  }
}
