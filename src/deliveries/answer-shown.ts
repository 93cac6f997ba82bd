import type { Answer } from './delivery.ts'
import type { Endpoint } from './endpoint.ts'
import { redact, secretsOf } from './redact.ts'

/** The first bytes of an answer as the log keeps them, without secrets; null where none came. */
export function answerShown(
  answer: Pick<Answer, 'status' | 'body'>,
  endpoint: Pick<Endpoint, 'url' | 'secret' | 'to'>,
): string | null {
  if (answer.status === undefined) return null
  return redact(answer.body.slice(0, 4000), secretsOf(endpoint)).slice(0, 500).toWellFormed()
}
