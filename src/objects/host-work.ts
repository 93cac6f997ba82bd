import { longestWait } from './asked-to-wait.ts'
import { HostLine } from './host-line.ts'
import { HostTurn } from './host-turn.ts'

/** A shorter pause is over before the object would leave memory. */
const KEPT_FROM_MS = 30_000

/** A host's turn, or when to ask for it again (ms since 1970). */
export type Turn = { readonly turn: HostTurn } | { readonly until: number }

/**
 * What a host's object does. The line lives in memory alone; a pause that the site asked for is kept, since
 * it is longer than an idle object stays there.
 */
export class HostWork {
  readonly #storage: Pick<DurableObjectStorage, 'get' | 'put' | 'delete'>
  readonly #line = new HostLine()
  #isRemembered = false

  constructor(storage: Pick<DurableObjectStorage, 'get' | 'put' | 'delete'>) {
    this.#storage = storage
  }

  async take(who: string, isPressing: boolean, now: number): Promise<Turn> {
    if (!this.#isRemembered) this.#line.pause((await this.#storage.get<number>(PAUSE)) ?? 0)
    this.#isRemembered = true
    const verdict = this.#line.ask(who, isPressing, now)
    if (verdict.kind === 'wait') return { until: verdict.until }
    const { number } = verdict
    const turn = new HostTurn({
      renew: () => this.#line.renew(number, Date.now()),
      end: () => this.#line.end(number, Date.now()),
      heard: async (until) => await this.#heard(until, Date.now()),
    })
    return { turn }
  }

  /** A site's wish is kept to for so long as one source would keep to it, and no longer. */
  async #heard(asked: number, now: number): Promise<void> {
    if (asked === 0) {
      if (this.#line.pausedUntil > now) await this.#storage.delete(PAUSE)
      this.#line.resume()
      return
    }
    const until = Math.min(asked, longestWait(now))
    if (until <= this.#line.pausedUntil) return
    this.#line.pause(until)
    if (until > now + KEPT_FROM_MS) await this.#storage.put(PAUSE, until)
  }
}

const PAUSE = 'pausedUntil'
