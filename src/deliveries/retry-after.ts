import { answered } from './answer-json.ts'
import type { Answer } from './delivery.ts'

/**
 * The wait in seconds that a receiver asks for in its answer's body: `retry_after` in seconds
 * (Discord), `parameters.retry_after` in seconds (Telegram), `retry_after_ms` (Matrix). Undefined
 * where it asks for none, and for what is no number of seconds at or above 0. Read only where the
 * receiver says that it was too much: elsewhere a member of that name may mean anything.
 */
export function retryAfterInBody(answer: Answer): number | undefined {
  if (answer.status !== 429) return undefined
  const ms = sound(answered(answer, 'retry_after_ms'))
  if (ms !== undefined) return ms / 1000
  return sound(answered(answer, 'parameters', 'retry_after') ?? answered(answer, 'retry_after'))
}

function sound(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined
}
