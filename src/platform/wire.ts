/**
 * What an answer is asked for with, and timed with. Given as a value, since the platform refuses both while
 * the worker is loaded, and the way to an answer is warmed up there (decision 63).
 */
export interface Wire {
  readonly fetch: (url: URL, init: RequestInit) => Promise<Answered>
  /** @returns by what it is silenced */
  readonly ringAfter: (ms: number, ring: () => void) => Bell
  readonly silence: (bell: Bell) => void
}

type Bell = NonNullable<Parameters<typeof clearTimeout>[0]>

/** What of an answer is looked at. */
export type Answered = Pick<Response, 'status' | 'headers' | 'body'>

/** The platform's own. */
export const WIRE: Wire = {
  fetch: (url, init) => fetch(url, init),
  ringAfter: (ms, ring) => setTimeout(ring, ms),
  silence: (bell) => {
    clearTimeout(bell)
  },
}
