import { RpcTarget } from 'cloudflare:workers'

/** What a turn does with the line that it was taken from. */
interface TurnOwner {
  readonly renew: () => boolean
  readonly end: () => void
  readonly heard: (pausedUntil: number) => Promise<void>
}

/**
 * A turn at a host, in the hand of the run that has it. It is one call to the host's object, however
 * much is said in it, and where the run dies the runtime disposes of it, which gives it back at once.
 */
export class HostTurn extends RpcTarget {
  readonly #owner: TurnOwner

  constructor(owner: TurnOwner) {
    super()
    this.#owner = owner
  }

  /** @returns false where the turn is over: nothing more may be asked of the host in it */
  renew(): boolean {
    return this.#owner.renew()
  }

  /**
   * @param pausedUntil before which the site wants to be asked nothing, ms since 1970; 0 where it answers
   *   again; undefined where it said nothing of it
   */
  async end(pausedUntil: number | undefined): Promise<void> {
    this.#owner.end()
    if (pausedUntil !== undefined) await this.#owner.heard(pausedUntil)
  }

  [Symbol.dispose](): void {
    this.#owner.end()
  }
}
