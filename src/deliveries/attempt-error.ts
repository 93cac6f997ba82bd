import { detailWords } from '../sources/detail-words.ts'
import type { Words } from '../text/language.ts'
import type { Answer } from './delivery.ts'
import type { Endpoint } from './endpoint.ts'
import type { Reason } from './next-state.ts'
import { redact, secretsOf } from './redact.ts'

/**
 * What the delivery log says of a failed attempt: our reason, then what the receiver or the
 * connection said, without secrets, at most 1,000 characters. Loaded when one fails.
 */
export function attemptError(
  reason: Reason,
  answer: Pick<Answer, 'body' | 'failure'>,
  endpoint: Pick<Endpoint, 'url' | 'secret' | 'to'>,
): Words {
  const what = detailWords(reason.detail)
  const body = answer.body.trim()
  const failure = answer.failure === undefined ? undefined : detailWords(answer.failure)
  const { en, ar } =
    failure ?? (body === '' ? NOTHING : { en: `It said: ${body}`, ar: `وقال: ${body}` })
  const secrets = secretsOf(endpoint)
  return { en: redact(`${what.en} ${en}`, secrets), ar: redact(`${what.ar} ${ar}`, secrets) }
}

const NOTHING: Words = { en: '', ar: '' }
