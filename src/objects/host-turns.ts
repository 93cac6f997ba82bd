import type { Get, GetAnswer } from '../sources/get.ts'
import { hostOf } from '../sources/listing-hosts.ts'
import type { Refusal } from '../sources/reading.ts'
import { askedToWait } from './asked-to-wait.ts'
import { RENEW_AFTER_MS } from './host-line.ts'

/** What a round needs to know of the hosts that it asks. */
export interface HostGate {
  /** @returns 0 where the address may be asked now, else until when it may not (ms since 1970) */
  readonly take: (address: string) => Promise<number>
  /** Until when the site wants to be asked nothing, ms since 1970; 0 where it said nothing. */
  readonly pausedUntil: (address: string) => number
  /** Leaves an address alone until what was refused in this run may be had. */
  readonly defer: (address: string) => void
}

/** For rounds that are alone in the world. */
export const FREE_HOSTS: HostGate = {
  take: () => Promise.resolve(0),
  pausedUntil: () => 0,
  defer: () => undefined,
}

/** A turn that was given: kept while the run asks, then given back. */
export interface TurnInHand extends Disposable {
  readonly renew: () => Promise<boolean>
  readonly end: (pausedUntil: number | undefined) => Promise<void>
}

/** A host's turn, or when to ask for it again (ms since 1970). */
export type Asked = { readonly turn: TurnInHand } | { readonly until: number }

/** What it needs from the object. */
export interface HostWorld {
  /** Hosts at which other publishers have sources too. */
  readonly shared: () => readonly string[]
  /** Asks the host's own object. */
  readonly take: (host: string, isPressing: boolean) => Promise<Asked>
  /** Addresses whose sites wanted a pause when they were last polled, and until when. */
  readonly remembered: () => readonly (readonly [address: string, until: number])[]
  readonly clock: () => number
  readonly sleep: (ms: number) => Promise<void>
  readonly log: (error: unknown) => void
}

/** A site's pauses that are held; the newest of them. */
const MOST_HELD = 100
/** So often a poll that somebody waits for asks for its turn, each a second after the last. */
const PRESSED_TRIES = 10
/** A host's object that does not answer is asked again after this. */
const RETRY_MS = 10_000

/**
 * One publisher's manners at the hosts that it asks: one request at a time, and none before the time
 * that a site named. Its own runs never overlap, so that a host of its own costs it nothing; a shared one
 * is asked in turns, which the host's own object gives.
 *
 * Only addresses that are asked count, not where redirects lead: a page that redirects to somebody else's
 * limit must not keep that site from being read.
 */
export class HostTurns implements HostGate {
  readonly #world: HostWorld
  readonly #paused = new Map<string, number>()
  readonly #waiting = new Map<string, number>()
  /** What hosts said in this run: until when to leave them alone, or 0 that they answer again. */
  readonly #heard = new Map<string, number>()
  readonly #inHand = new Map<string, { readonly turn: TurnInHand; renewed: number }>()
  #isPressing = false
  #deniedUntil = 0
  #isRemembered = false

  constructor(world: HostWorld) {
    this.#world = world
  }

  /** Until when an address is not to be asked, as far as it is known here; a moment gone by for none. */
  heldUntil(address: string): number {
    this.#remember()
    if (this.#paused.size === 0 && this.#waiting.size === 0) return 0
    const host = hostOf(address) ?? ''
    return Math.max(this.#paused.get(host) ?? 0, this.#waiting.get(host) ?? 0)
  }

  pausedUntil(address: string): number {
    if (this.#paused.size === 0) return 0
    const until = this.#paused.get(hostOf(address) ?? '') ?? 0
    return until > this.#world.clock() ? until : 0
  }

  async take(address: string): Promise<number> {
    const now = this.#world.clock()
    const held = this.#isPressing ? 0 : this.heldUntil(address)
    if (held > now) return held
    const host = this.#sharedHost(address)
    if (host === undefined || this.#inHand.has(host)) return 0
    const got = await this.#ask(host)
    if ('until' in got) {
      this.#waiting.set(host, got.until)
      return got.until
    }
    this.#waiting.delete(host)
    this.#inHand.set(host, { turn: got.turn, renewed: now })
    return 0
  }

  /** The same for a run that somebody asked for by hand: no pause counts, and it waits for its turn. */
  async press(address: string): Promise<number> {
    this.#isPressing = true
    for (let tries = 1; ; tries += 1) {
      const until = await this.take(address)
      if (until === 0 || tries === PRESSED_TRIES) return until
      await this.#world.sleep(1_000)
    }
  }

  defer(address: string): void {
    const until = Math.max(this.#deniedUntil, this.#world.clock() + 1_000)
    this.#waiting.set(hostOf(address) ?? '', until)
  }

  /** The operator changed how something is read: it is asked at once. */
  forget(): void {
    this.#paused.clear()
    this.#waiting.clear()
  }

  /** The same `get`, which asks no host out of turn and hears what sites say of pauses. */
  behind(get: Get): Get {
    return async (request) => {
      const until = await this.#mayAsk(request.url)
      if (until > 0) return this.#busy(request.url, until)
      const answer = await get(request)
      if (answer.kind === 'answer') this.#hear(request.url, answer)
      return answer
    }
  }

  /** Gives back what this run has in hand. */
  async end(): Promise<void> {
    this.#isPressing = false
    this.#deniedUntil = 0
    const heard = new Map(this.#heard)
    this.#heard.clear()
    if (this.#inHand.size === 0) return
    const inHand = [...this.#inHand]
    this.#inHand.clear()
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

  async #mayAsk(address: string): Promise<number> {
    const host = this.#sharedHost(address)
    const held = host === undefined ? undefined : this.#inHand.get(host)
    if (host === undefined || held === undefined) return await this.take(address)
    const now = this.#world.clock()
    if (now - held.renewed <= RENEW_AFTER_MS) return 0
    if (await held.turn.renew()) {
      held.renewed = now
      return 0
    }
    this.#inHand.delete(host)
    held.turn[Symbol.dispose]()
    this.#waiting.set(host, now + RETRY_MS)
    return now + RETRY_MS
  }

  async #ask(host: string): Promise<Asked> {
    try {
      return await this.#world.take(host, this.#isPressing)
    } catch (error) {
      this.#world.log(error)
      return { until: this.#world.clock() + RETRY_MS }
    }
  }

  #busy(address: string, until: number): Refusal {
    this.#deniedUntil = Math.max(this.#deniedUntil, until)
    const detail = `${hostOf(address) ?? 'The site'} was not asked: another reading of ours is under way there, or it asked us to wait.`
    const seconds = Math.max(1, Math.ceil((until - this.#world.clock()) / 1000))
    return { kind: 'refused', reason: 'busy', detail, retryAfter: String(seconds) }
  }

  #hear(asked: string, { status, url, headers }: GetAnswer): void {
    const isTired = status === 429 || status === 503
    if (!isTired && (status >= 400 || !this.#isPressing)) return
    const host = hostOf(asked)
    if (host === undefined || hostOf(url) !== host) return
    if (!isTired) {
      // Somebody asked by hand in spite of a pause, and was answered.
      this.#paused.delete(host)
      this.#heard.set(host, 0)
      return
    }
    const retryAfter = headers.get('retry-after') ?? undefined
    const until = askedToWait({ retryAfter }, this.#world.clock())
    if (until === 0) return
    this.#pause(host, until)
    this.#heard.set(host, until)
  }

  #pause(host: string, until: number): void {
    const now = this.#world.clock()
    for (const [known, over] of this.#paused) if (over <= now) this.#paused.delete(known)
    if (this.#paused.size >= MOST_HELD) this.#paused.clear()
    this.#paused.set(host, Math.max(until, this.#paused.get(host) ?? 0))
  }

  /** The object left memory since: what its sources' rows know of pauses. */
  #remember(): void {
    if (this.#isRemembered) return
    this.#isRemembered = true
    for (const [address, until] of this.#world.remembered()) {
      if (until > this.#world.clock()) this.#pause(hostOf(address) ?? '', until)
    }
  }

  #sharedHost(address: string): string | undefined {
    const shared = this.#world.shared()
    if (shared.length === 0) return undefined
    const host = hostOf(address)
    return host !== undefined && shared.includes(host) ? host : undefined
  }
}
