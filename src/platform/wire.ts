/**
 * What an answer is asked for with, and timed with. Given as a value, since the platform refuses both while
 * the worker is loaded, and the way to an answer is warmed up there (decision 63).
 */
export interface Wire {
  readonly fetch: (url: URL, init: RequestInit) => Promise<Answered>
  readonly setTimer: (ring: () => void, ms: number) => Timer
  readonly clearTimer: (timer: Timer) => void
}

/** Of the platform a number, in tests by Node an object: only handed back. */
export type Timer = ReturnType<typeof setTimeout> | undefined

/** What of an answer is looked at. */
export type Answered = Pick<Response, 'status' | 'headers' | 'body'>

/** The platform's own. */
export const WIRE: Wire = {
  fetch: (url, init) => fetch(url, init),
  setTimer: (ring, ms) => setTimeout(ring, ms),
  clearTimer: (timer) => clearTimeout(timer ?? null),
}
