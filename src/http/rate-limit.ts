import type { MiddlewareHandler } from 'hono'
import type { BayanEnv } from '../platform/env.ts'
import { clientOf } from './login-attempts.ts'
import { problem } from './problem.ts'

const WINDOW_MS = 60_000
const MOST_CLIENTS = 2_000

/**
 * Counts calls a client and minute, in this isolate alone: it keeps one visitor from spending the CPU
 * of all, and costs no storage. A flood from everywhere is Cloudflare's to stop, in front of us.
 */
export class RateLimit {
  readonly #most: number
  #began = 0
  readonly #counts = new Map<string, number>()

  constructor(most: number) {
    this.#most = most
  }

  /** Seconds to wait; 0 where the call may go on. */
  waitOf(client: string, now: number): number {
    if (now - this.#began >= WINDOW_MS) {
      this.#began = now
      this.#counts.clear()
    }
    const count = (this.#counts.get(client) ?? 0) + 1
    // Who called last stands last: a crowd pushes out who came before it, never who goes on calling.
    this.#counts.delete(client)
    this.#counts.set(client, count)
    if (this.#counts.size > MOST_CLIENTS) this.#forgetOldest()
    return count <= this.#most ? 0 : Math.ceil((this.#began + WINDOW_MS - now) / 1000)
  }

  #forgetOldest(): void {
    for (const oldest of this.#counts.keys()) {
      this.#counts.delete(oldest)
      return
    }
  }
}

/** Ourselves, as a client of our own API: who stands behind a call was counted before. */
export const OURSELVES = 'desk'

const SEARCHES_A_MINUTE = 60
let searches = new RateLimit(SEARCHES_A_MINUTE)

/** Everybody has a whole minute's searches again. */
export function forgetSearchers(): void {
  searches = new RateLimit(SEARCHES_A_MINUTE)
}

/** For routes that search when they are asked with `q`: matching is what costs. */
export const limitSearches: MiddlewareHandler<{ Bindings: BayanEnv }> = async ({ req }, next) => {
  const client = clientOf(req.raw)
  const isCounted = client !== OURSELVES && Boolean(req.query('q'))
  const wait = isCounted ? searches.waitOf(client, Date.now()) : 0
  if (wait === 0) {
    await next()
    return undefined
  }
  const told = {
    en: `Too many searches came from this address. Try again in ${wait} seconds.`,
    ar: `وصلت من هذا العنوان عمليات بحث كثيرة. حاول بعد ${wait} ثانية.`,
  }
  return problem(429, 'Too many searches', told, { headers: { 'retry-after': String(wait) } })
}
