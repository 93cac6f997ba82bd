import type { Answer } from './delivery.ts'
import type { Endpoint } from './endpoint.ts'
import type { Reason } from './next-state.ts'
import { redact, secretsOf } from './redact.ts'

type Secret = Pick<Endpoint, 'url' | 'secret' | 'to'>

/**
 * What the delivery log says of a failed attempt: our reason, then what the receiver or the
 * connection said, without secrets, at most 1,000 characters.
 */
export function attemptError(
  reason: Reason,
  answer: Pick<Answer, 'body' | 'failure'>,
  endpoint: Secret,
): string {
  const said = (answer.failure ?? answer.body).trim()
  const whole = said === '' ? reason.detail : `${reason.detail} It said: ${said}`
  return redact(whole, secretsOf(endpoint))
}

/** The first bytes of an answer as the log keeps them, without secrets; null where none came. */
export function answerShown(
  answer: Pick<Answer, 'status' | 'body'>,
  endpoint: Secret,
): string | null {
  if (answer.status === undefined) return null
  return redact(answer.body.slice(0, 4000), secretsOf(endpoint)).slice(0, 500).toWellFormed()
}
