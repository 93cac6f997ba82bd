import { parseRetryAfter } from '../sources/next-poll.ts'
import type { Refusal } from '../sources/reading.ts'

const LONGEST_WAIT_SECONDS = 86_400

/** Until when a refusal says that we shall not ask, ms since 1970; 0 where it does not. */
export function askedToWait({ retryAfter }: Pick<Refusal, 'retryAfter'>, now: number): number {
  const seconds = parseRetryAfter(retryAfter, new Date(now)) ?? 0
  return seconds > 0 ? now + Math.min(seconds, LONGEST_WAIT_SECONDS) * 1000 : 0
}
