/** Wrong tokens from one address before it has to wait, within the window. */
const MOST_FAILURES = 10
const WINDOW_MS = 10 * 60_000
/** Addresses that are remembered; an attacker has more of them than we have memory. */
const MOST_CLIENTS = 1_000

interface Failures {
  readonly count: number
  readonly since: number
}

/**
 * Counts wrong tokens by address, for all isolates, since the desk is one object. In memory only: a
 * row for each guess would let a stranger spend the day's writes.
 */
export class LoginLimiter {
  readonly #clients = new Map<string, Failures>()

  /** 0: may try; else seconds until it may. */
  waitSeconds(client: string, now: number): number {
    const failures = this.#clients.get(client)
    if (failures === undefined || failures.count < MOST_FAILURES) return 0
    return Math.max(0, Math.ceil((failures.since + WINDOW_MS - now) / 1000))
  }

  failed(client: string, now: number): void {
    const known = this.#clients.get(client)
    const isOver = known === undefined || now - known.since >= WINDOW_MS
    this.#clients.delete(client)
    this.#clients.set(
      client,
      isOver ? { count: 1, since: now } : { count: known.count + 1, since: known.since },
    )
    if (this.#clients.size > MOST_CLIENTS) {
      const [oldest] = this.#clients.keys()
      if (oldest !== undefined) this.#clients.delete(oldest)
    }
  }
}
