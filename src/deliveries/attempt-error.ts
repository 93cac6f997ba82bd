import type { Answer } from './delivery.ts'
import type { Endpoint } from './endpoint.ts'
import type { Reason } from './next-state.ts'
import { redact } from './redact.ts'

/**
 * What the delivery log says of a failed attempt: our reason, then what the receiver or the
 * connection said, without secrets, at most 1,000 characters.
 */
export function attemptError(
  reason: Reason,
  answer: Pick<Answer, 'body' | 'failure'>,
  endpoint: Pick<Endpoint, 'url' | 'secret'>,
): string {
  const said = (answer.failure ?? answer.body).trim()
  const whole = said === '' ? reason.detail : `${reason.detail} It said: ${said}`
  return redact(whole, [endpoint.url, endpoint.secret])
}
