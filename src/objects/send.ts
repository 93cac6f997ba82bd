import type { Answer, Attempt, Delivery } from '../deliveries/delivery.ts'
import type { Endpoint } from '../deliveries/endpoint.ts'
import { attemptError } from '../deliveries/attempt-error.ts'
import type { EndpointKind } from '../deliveries/kind.ts'
import { type NextState, nextState } from '../deliveries/next-state.ts'
import { guardedPost } from '../platform/guarded-fetch.ts'
import type { AddressPolicy } from '../platform/address-guard.ts'

/** What sending needs from the object. */
export interface SendWorld {
  readonly baseUrl: string
  readonly policy: AddressPolicy
  readonly clock: () => number
  readonly chance: () => number
}

/** Makes one attempt and says what becomes of the delivery. */
export async function send(
  delivery: Delivery,
  tries: number,
  endpoint: Endpoint,
  kind: EndpointKind,
  world: SendWorld,
): Promise<{ readonly attempt: Attempt; readonly next: NextState }> {
  const started = world.clock()
  const answer = await post(delivery, endpoint, kind, world, new Date(started))
  const ended = world.clock()
  const next = nextState({
    attempts: tries + 1,
    answer,
    now: new Date(ended),
    chance: world.chance(),
    kind,
  })
  const attempt: Attempt = {
    at: new Date(started).toISOString(),
    status: answer.status ?? null,
    ms: ended - started,
    error: next.kind === 'delivered' ? null : attemptError(next.reason, answer, endpoint),
  }
  return { attempt, next }
}

/** A payload that cannot be made is our fault: the delivery waits for the mend, it is not lost. */
async function post(
  delivery: Delivery,
  endpoint: Endpoint,
  kind: EndpointKind,
  world: SendWorld,
  now: Date,
): Promise<Answer> {
  try {
    const { headers, body } = await kind.render(delivery, endpoint, { baseUrl: world.baseUrl, now })
    return await guardedPost(endpoint.url, headers, body, world.policy)
  } catch (error) {
    console.error(JSON.stringify({ at: 'render', endpoint: endpoint.id, error: String(error) }))
    const failure = 'Bayan could not make the message; the log tells more.'
    return { status: undefined, body: '', retryAfter: undefined, failure }
  }
}
