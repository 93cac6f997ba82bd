/** A turn that was given: kept while the run asks, then given back. */
export interface TurnInHand extends Disposable {
  readonly renew: () => Promise<boolean>
  readonly end: (pausedUntil: number | undefined) => Promise<void>
}

/** A host's turn, or when to ask for it again (ms since 1970). */
export type Asked = { readonly turn: TurnInHand } | { readonly until: number }

/** What it needs from the object. */
export interface TurnWorld {
  /** Asks the host's own object. */
  readonly take: (host: string, isPressing: boolean) => Promise<Asked>
  readonly clock: () => number
  readonly sleep: (ms: number) => Promise<void>
  readonly log: (error: unknown) => void
}

/** A run asks to keep its turn before a request that it makes later than this; see `HostLine`. */
const RENEW_AFTER_MS = 5_000
const SECOND_MS = 1_000
/** So often in all a run that somebody waits for asks again for turns, each time a second later at the most. */
const PRESSED_TRIES = 10
/** A host's object that does not answer is asked again after this. */
const RETRY_MS = 10_000

/** The turns that one run has in hand. Loaded by publishers that share a host. */
export class SharedTurns {
  readonly #world: TurnWorld
  #triesLeft = PRESSED_TRIES
  readonly #inHand = new Map<string, { readonly turn: TurnInHand; renewed: number }>()

  constructor(world: TurnWorld) {
    this.#world = world
  }

  /** @returns 0 where the host may be asked now, else when to ask for its turn again (ms since 1970) */
  async take(host: string, isPressing: boolean): Promise<number> {
    for (;;) {
      const until = await this.#take(host, isPressing)
      if (until === 0 || !isPressing || this.#triesLeft === 0) return until
      this.#triesLeft -= 1
      const wait = until - this.#world.clock()
      await this.#world.sleep(Math.min(SECOND_MS, Math.max(1, wait)))
    }
  }

  async #take(host: string, isPressing: boolean): Promise<number> {
    const now = this.#world.clock()
    const held = this.#inHand.get(host)
    if (held !== undefined && now - held.renewed <= RENEW_AFTER_MS) return 0
    try {
      if (held !== undefined) return await this.#renew(host, held, now)
      const got = await this.#world.take(host, isPressing)
      if ('until' in got) return got.until
      this.#inHand.set(host, { turn: got.turn, renewed: now })
      return 0
    } catch (error) {
      this.#world.log(error)
      return now + RETRY_MS
    }
  }

  /** @param heard what hosts said in this run: until when to leave them alone, or 0 that they answer again */
  async end(heard: ReadonlyMap<string, number>): Promise<void> {
    const inHand = [...this.#inHand]
    this.#inHand.clear()
    this.#triesLeft = PRESSED_TRIES
    for (const [host, { turn }] of inHand) {
      try {
        await turn.end(heard.get(host))
      } catch (error) {
        this.#world.log(error)
      } finally {
        turn[Symbol.dispose]()
      }
    }
  }

  async #renew(
    host: string,
    held: { readonly turn: TurnInHand; renewed: number },
    now: number,
  ): Promise<number> {
    if (await held.turn.renew()) {
      held.renewed = now
      return 0
    }
    this.#inHand.delete(host)
    held.turn[Symbol.dispose]()
    return now + RETRY_MS
  }
}
