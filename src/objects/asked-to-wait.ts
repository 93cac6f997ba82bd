import { LONGEST_RETRY_AFTER_SECONDS, parseRetryAfter } from '../sources/next-poll.ts'
import type { Refusal } from '../sources/reading.ts'

/** The latest moment to which a site may put us off, ms since 1970. */
export function longestWait(now: number): number {
  return now + LONGEST_RETRY_AFTER_SECONDS * 1000
}

/** Until when a refusal says that we shall not ask, ms since 1970; 0 where it does not. */
export function askedToWait({ retryAfter }: Pick<Refusal, 'retryAfter'>, now: number): number {
  const seconds = parseRetryAfter(retryAfter, new Date(now)) ?? 0
  return seconds > 0 ? Math.min(now + seconds * 1000, longestWait(now)) : 0
}
