import type { Get, GetAnswer } from '../sources/get.ts'
import { hostOf } from '../sources/listing-hosts.ts'
import type { Refusal } from '../sources/reading.ts'
import { askedToWait } from './asked-to-wait.ts'
import type { SharedTurns, TurnWorld } from './shared-turns.ts'

/** What a round needs to know of the hosts that it asks. */
export interface HostGate {
  /** @returns 0 where the address may be asked now, else until when it may not (ms since 1970) */
  readonly take: (address: string) => Promise<number>
  /** Until when the site wants to be asked nothing, ms since 1970; 0 where it said nothing. */
  readonly pausedUntil: (address: string) => number
  /** Leaves an address alone until what was refused in this run may be had. */
  readonly defer: (address: string) => void
}

/** What it needs from the object. */
export interface HostWorld extends TurnWorld {
  /** The host of an address where others have sources too. */
  readonly sharedHost: (address: string) => string | undefined
  /** Addresses of its sources, and until when their sites wanted a pause when they were last polled. */
  readonly remembered: () => readonly (readonly [address: string, until: number])[]
  /** The site of a host answers again: its pause is to be remembered no more, by whichever source. */
  readonly forgive: (host: string) => void
}

const MOST_PAUSES = 100
const ASK_AGAIN_MS = 5 * 60_000
/** Longer than a turn lasts at the most. */
const GUEST_MS = 120_000

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
  /** Until when sites asked to be left alone. */
  readonly #paused = new Map<string, number>()
  /** When to ask for a turn again that was not to be had. */
  readonly #waiting = new Map<string, number>()
  /** What hosts said in this run, see `SharedTurns.end`. */
  readonly #heard = new Map<string, number>()
  /** Hosts where somebody else asks for a while, and until when. */
  readonly #guests = new Map<string, number>()
  #turns: SharedTurns | undefined
  #isPressing = false
  #deniedUntil = 0
  #isRemembered = false

  constructor(world: HostWorld) {
    this.#world = world
  }

  /** Until when an address is not to be asked, as far as it is known here; a moment gone by for none. */
  heldUntil(address: string): number {
    this.#remember()
    if (this.#paused.size + this.#waiting.size === 0) return 0
    const host = hostOf(address) ?? ''
    return Math.max(this.#paused.get(host) ?? 0, this.#waiting.get(host) ?? 0)
  }

  pausedUntil(address: string): number {
    if (this.#paused.size === 0) return 0
    const until = this.#paused.get(hostOf(address) ?? '') ?? 0
    return until > this.#world.clock() ? until : 0
  }

  async take(address: string): Promise<number> {
    const held = this.#isPressing ? 0 : this.heldUntil(address)
    if (held > this.#world.clock()) return held
    const host = this.#world.sharedHost(address) ?? this.#guestHost(address)
    if (host === undefined) return 0
    if (this.#turns === undefined) {
      const { SharedTurns } = await import('./shared-turns.ts')
      this.#turns ??= new SharedTurns(this.#world)
    }
    const until = await this.#turns.take(host, this.#isPressing)
    if (until > 0) this.#waiting.set(host, this.#askAgain(until))
    else this.#waiting.delete(host)
    return until
  }

  /** The same for a run that somebody asked for by hand: no pause counts, and it waits for turns, ten seconds in all. */
  async press(address: string): Promise<number> {
    this.#isPressing = true
    return await this.take(address)
  }

  /** Somebody is about to ask a host of this publisher's alone: for two minutes its runs take turns there. */
  expectGuest(host: string): void {
    this.#guests.set(host, this.#world.clock() + GUEST_MS)
  }

  defer(address: string): void {
    const until = Math.max(this.#deniedUntil, this.#world.clock() + 1_000)
    this.#waiting.set(hostOf(address) ?? '', this.#askAgain(until))
  }

  /** A pause may end before its time: a good answer to somebody else is heard of by asking again. */
  #askAgain(until: number): number {
    return Math.min(until, this.#world.clock() + ASK_AGAIN_MS)
  }

  /** The operator changed how something is read: it is asked at once. */
  forget(): void {
    this.#paused.clear()
    this.#waiting.clear()
  }

  /** The same `get`, which asks no host out of turn and hears what sites say of pauses. */
  behind(get: Get): Get {
    return async (request) => {
      const until = await this.take(request.url)
      if (until > 0) {
        this.#deniedUntil = Math.max(this.#deniedUntil, until)
        return notAsked(request.url, until - this.#world.clock())
      }
      const answer = await get(request)
      if (answer.kind === 'answer') this.#hear(request.url, answer)
      return answer
    }
  }

  /** Gives back what this run has in hand. */
  async end(): Promise<void> {
    this.#isPressing = false
    this.#deniedUntil = 0
    if (this.#turns !== undefined) await this.#turns.end(this.#heard)
    this.#heard.clear()
  }

  #guestHost(address: string): string | undefined {
    if (this.#guests.size === 0) return undefined
    const now = this.#world.clock()
    for (const [host, until] of this.#guests) if (until <= now) this.#guests.delete(host)
    const host = hostOf(address)
    return host !== undefined && this.#guests.has(host) ? host : undefined
  }

  #hear(asked: string, { status, url, headers }: GetAnswer): void {
    const isTired = status === 429 || status === 503
    if (!isTired && (status >= 400 || !this.#isPressing)) return
    const host = hostOf(asked)
    if (host === undefined || hostOf(url) !== host) return
    if (!isTired) {
      // Somebody asked by hand in spite of a pause, and was answered.
      // What the rows know is asked for first, else it would come back from them.
      this.#remember()
      this.#paused.delete(host)
      this.#world.forgive(host)
      this.#heard.set(host, 0)
      return
    }
    const retryAfter = headers.get('retry-after') ?? undefined
    const until = askedToWait({ retryAfter }, this.#world.clock())
    if (until === 0) return
    this.#pause(host, until)
    if (this.#isOwn(host)) this.#heard.set(host, until)
  }

  /**
   * Whether a source is asked there. What a page elsewhere says of a pause is kept to, and told to nobody: a
   * list may link to whatever address of another publisher's site answers so, each day anew.
   */
  #isOwn(host: string): boolean {
    return this.#world.remembered().some(([address]) => hostOf(address) === host)
  }

  #pause(host: string, until: number): void {
    const now = this.#world.clock()
    for (const [known, over] of this.#paused) if (over <= now) this.#paused.delete(known)
    if (this.#paused.size >= MOST_PAUSES) this.#paused.clear()
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
}

/** No failure of the source: it was not asked. */
export function notAsked(address: string, waitMs: number): Refusal {
  const retryAfter = String(Math.max(1, Math.ceil(waitMs / 1000)))
  const detail = ['busy', hostOf(address) ?? address] as const
  return { kind: 'refused', reason: 'busy', detail, retryAfter }
}
