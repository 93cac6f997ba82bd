import { DurableObject } from 'cloudflare:workers'
import { HostLine } from './host-line.ts'
import { HostTurn } from './host-turn.ts'
import { longestWait } from './asked-to-wait.ts'

/** A shorter pause is over before this object would be forgotten. */
const KEPT_FROM_MS = 30_000

/** A host's turn, or when to ask for it again (ms since 1970). */
type Turn = { readonly turn: HostTurn } | { readonly until: number }

/**
 * One host at which several publishers have sources: whose turn it is to ask it. The line lives in
 * memory alone; a pause that the site asked for is kept, since it is longer than an idle object lives.
 */
export class HostObject extends DurableObject<Env> {
  readonly #line = new HostLine()

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    void ctx.blockConcurrencyWhile(async () => {
      this.#line.pause((await ctx.storage.get<number>('pausedUntil')) ?? 0)
    })
  }

  /** @see HostLine.ask */
  take(who: string, isPressing = false): Turn {
    const verdict = this.#line.ask(who, isPressing, Date.now())
    if (verdict.kind === 'wait') return { until: verdict.until }
    const { number } = verdict
    const turn = new HostTurn({
      renew: () => this.#line.renew(number, Date.now()),
      end: () => this.#line.end(number),
      heard: async (until) => await this.#heard(until),
    })
    return { turn }
  }

  /** A site's wish is kept to for so long as one source would keep to it, and no longer. */
  async #heard(asked: number): Promise<void> {
    const now = Date.now()
    if (asked === 0) {
      this.#line.resume()
      await this.ctx.storage.delete('pausedUntil')
      return
    }
    const until = Math.min(asked, longestWait(now))
    if (until <= this.#line.pausedUntil) return
    this.#line.pause(until)
    if (until > now + KEPT_FROM_MS) await this.ctx.storage.put('pausedUntil', until)
  }
}
