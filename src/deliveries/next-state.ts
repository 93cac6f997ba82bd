import type { Detail, PlainDetail } from '../sources/refusal-detail.ts'
import { parseRetryAfter } from '../sources/next-poll.ts'
import type { Answer } from './delivery.ts'
import type { EndpointKind } from './kind.ts'
import { retryAfterInBody } from './retry-after.ts'

/** Seconds before each attempt since the one before: 75.6 hours in all. */
export const ATTEMPT_DELAYS_SECONDS = [
  0,
  5,
  60,
  5 * 60,
  30 * 60,
  2 * 3600,
  5 * 3600,
  10 * 3600,
  14 * 3600,
  20 * 3600,
  24 * 3600,
] as const

/** One fifth sooner or later, so that what failed together does not come back together. */
const JITTER = 0.2
/** A receiver may hold us off for a day, not for ever. */
const LONGEST_RETRY_AFTER_SECONDS = 24 * 3600

/** Why an attempt failed. The codes are stable; the detail holds nothing the receiver said. */
export interface Reason {
  readonly code:
    | 'no-answer' // a time-out, a refused address, a broken connection
    | 'try-later' // 408, 409, 425, 429
    | 'server-error' // 5xx
    | 'redirect' // 3xx: never followed
    | 'not-accepted' // a 2xx that this kind of receiver means as a failure
    | 'odd-status' // no status that HTTP knows
    | 'refused' // another 4xx
    | 'gone' // 410, or what the kind knows as a dead address
    | 'exhausted' // the last attempt failed too
  readonly detail: Detail
}

interface FirstReason extends Reason {
  readonly detail: PlainDetail
}

export type NextState =
  | { readonly kind: 'delivered' }
  | {
      readonly kind: 'pending'
      readonly notBefore: Date
      readonly reason: Reason
      /** Until then the receiver wants nothing at all; undefined where it asked for no pause. */
      readonly pause: Date | undefined
    }
  | {
      readonly kind: 'abandoned'
      readonly reason: Reason
      /** True where no message can arrive any more: disable the endpoint and tell the operator. */
      readonly disablesEndpoint: boolean
    }

export interface Tried {
  /** Attempts made, this one included. */
  readonly attempts: number
  readonly answer: Answer
  readonly now: Date
  /** At least 0, below 1: where in the jitter the next attempt falls. */
  readonly chance: number
  readonly kind: Pick<EndpointKind, 'failureIn' | 'isDead' | 'isKept'>
}

/** Decides, from an endpoint's answer, whether a delivery is done, tried again, or given up. */
export function nextState({ attempts, answer, now, chance, kind }: Tried): NextState {
  const reason = failureOf(answer, kind)
  if (reason === undefined) return { kind: 'delivered' }
  if (reason.code === 'gone') return { kind: 'abandoned', reason, disablesEndpoint: true }
  if (reason.code === 'refused') return { kind: 'abandoned', reason, disablesEndpoint: false }
  const delaySeconds = ATTEMPT_DELAYS_SECONDS[attempts]
  if (delaySeconds === undefined) {
    return { kind: 'abandoned', reason: exhausted(attempts, reason), disablesEndpoint: false }
  }

  const ownSeconds = delaySeconds * (1 - JITTER + 2 * JITTER * chance)
  const asked = [parseRetryAfter(answer.retryAfter, now), retryAfterInBody(answer)]
  const askedSeconds = Math.max(...asked.map((one) => one ?? 0))
  const pauseSeconds = Math.min(askedSeconds, LONGEST_RETRY_AFTER_SECONDS)
  const after = (seconds: number) => new Date(now.getTime() + Math.ceil(seconds * 1000))
  const notBefore = after(Math.max(ownSeconds, pauseSeconds))
  const pause = pauseSeconds > 0 ? after(pauseSeconds) : undefined
  return { kind: 'pending', notBefore, reason, pause }
}

/** Why this answer is no success; undefined where it is one. */
function failureOf(answer: Answer, kind: Tried['kind']): FirstReason | undefined {
  const { status } = answer
  if (status === undefined) return { code: 'no-answer', detail: ['no-answer'] }
  if (status === 410 || kind.isDead?.(answer) === true) {
    return { code: 'gone', detail: ['receiver-gone', status] }
  }
  if (kind.isKept?.(answer) === true) return undefined
  if (status >= 200 && status < 300) {
    const failure = kind.failureIn?.(answer)
    return failure === undefined ? undefined : { code: 'not-accepted', detail: failure }
  }
  return reasonByStatus(status)
}

/**
 * A redirect fails but is tried again: mostly a proxy in maintenance or a slash too few, which the
 * operator can mend within the days that the attempts span. 409 is tried again too: some gateways
 * answer it while the same id is still in work, and a repetition under that id is harmless.
 * Alertmanager once took 429 for final and lost alerts (prometheus/alertmanager#2111).
 */
function reasonByStatus(status: number): FirstReason {
  if ([408, 409, 425, 429].includes(status)) {
    return { code: 'try-later', detail: ['receiver-later', status] }
  }
  if (status >= 300 && status < 400) {
    return { code: 'redirect', detail: ['receiver-redirects', status] }
  }
  if (status >= 400 && status < 500) {
    return { code: 'refused', detail: ['receiver-refuses', status] }
  }
  if (status >= 500 && status < 600) {
    const isCertificate = status === 525 || status === 526
    const name = isCertificate ? 'receiver-certificate' : 'receiver-fault'
    return { code: 'server-error', detail: [name, status] }
  }
  return { code: 'odd-status', detail: ['receiver-odd', status] }
}

function exhausted(attempts: number, last: FirstReason): Reason {
  return { code: 'exhausted', detail: ['exhausted', attempts, last.detail] }
}
