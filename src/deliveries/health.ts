import type { Instant } from '../text/instant.ts'

/** How an endpoint has been lately. */
export interface Health {
  /** Failures in a row. */
  readonly failures: number
  /** When the first of them was. */
  readonly firstAt: Instant
  /** Since when it counts as failing: after several failures within a day. Null before that. */
  readonly since: Instant | null
}

/** So many failures within a day start the clock: one bad night is no dead receiver. */
const FAILURES = 3
const DAY_MS = 24 * 3_600_000
/** As Svix: five days in which nothing arrived, and the endpoint is disabled. */
const LONGEST_FAILING_MS = 5 * DAY_MS

/** So often a disabled endpoint is tried with the first that waits: one that was mended needs nobody. */
export const PROBE_EVERY_MS = DAY_MS

/** How it is after one more failed attempt; a delivery that arrives makes it healthy anew. */
export function afterFailure(health: Health | undefined, now: Instant): Health {
  if (health === undefined) return { failures: 1, firstAt: now, since: null }
  const failures = health.failures + 1
  if (health.since !== null) return { ...health, failures }
  const old = Date.parse(now) - Date.parse(health.firstAt) > DAY_MS
  if (old) return { failures: 1, firstAt: now, since: null }
  return { failures, firstAt: health.firstAt, since: failures < FAILURES ? null : health.firstAt }
}

export function isLongFailing({ since }: Health, now: Instant): boolean {
  return since !== null && Date.parse(now) - Date.parse(since) >= LONGEST_FAILING_MS
}
