/** What came of asking for a host's turn: its number, or when to ask again (ms since 1970). */
export type TurnVerdict =
  | { readonly kind: 'granted'; readonly number: number }
  | { readonly kind: 'wait'; readonly until: number }

interface Holder {
  readonly number: number
  readonly who: string
  readonly since: number
  until: number
}

interface Waiter {
  readonly who: string
  tries: number
  /** When it was told to come again. */
  at: number
}

/**
 * A turn ends by itself: a run may be killed. Longer than `RENEW_AFTER_MS` and the 20 s that a request
 * may take together, else a request would outlast its turn.
 */
const LEASE_MS = 30_000
/** However often it is renewed: a site that drips its pages must not keep its neighbours waiting. */
const RENEWED_FOR_MS = 60_000

/** How far apart those in line are told to come: as long as turns here lasted lately, in these bounds. */
const [FIRST_STEP_MS, LEAST_STEP_MS, MOST_STEP_MS] = [500, 250, 5_000]
/** Of what was believed of that, one turn changes a fourth. */
const LEARNED = 0.25
const MOST_STEPS = 5
/** Alarms ring a little late; whoever comes later than this has lost its place. */
const GRACE_MS = 3_000

/**
 * Whose turn it is to ask one host. First come, first served, roughly: nobody waits here, since
 * waiting costs; whoever does not get the turn is told when to come again, each in the line a turn's
 * length after the one before, and then goes before those who asked later.
 */
export class HostLine {
  #holder: Holder | undefined
  #line: Waiter[] = []
  #granted = 0
  /** Who had the last turn. */
  #last = ''
  #stepMs = FIRST_STEP_MS
  /** Until when the site asked for a pause, ms since 1970. */
  #pausedUntil = 0

  get pausedUntil(): number {
    return this.#pausedUntil
  }

  /**
   * @param who an asker that never asks for two turns at once: its own turn that was not given back is
   *   one of a run that died
   * @param isPressing somebody has asked for this by hand: neither the line nor a pause counts
   */
  ask(who: string, isPressing: boolean, now: number): TurnVerdict {
    if (!isPressing && this.#pausedUntil > now) return { kind: 'wait', until: this.#pausedUntil }
    this.#line = this.#line.filter(({ at }) => at > now - GRACE_MS)
    const isFree = this.#holder === undefined || this.#holder.until <= now
    if (!isFree && this.#holder?.who !== who) return this.#wait(who, now)
    if (!isPressing && this.#isKept(who, now)) return this.#wait(who, now)
    this.#line = this.#line.filter((one) => one.who !== who)
    this.#granted += 1
    this.#holder = { number: this.#granted, who, since: now, until: now + LEASE_MS }
    this.#last = who
    return { kind: 'granted', number: this.#granted }
  }

  /** @returns false where the turn is over: nothing more may be asked of the host in it */
  renew(number: number, now: number): boolean {
    const holder = this.#holder
    if (holder?.number !== number || holder.until <= now) return false
    if (holder.since + RENEWED_FOR_MS < now) return false
    holder.until = now + LEASE_MS
    return true
  }

  /** Gives a turn back; one that is another's by now is left alone. */
  end(number: number, now: number): void {
    if (this.#holder?.number !== number) return
    const lasted = Math.min(MOST_STEP_MS, Math.max(LEAST_STEP_MS, now - this.#holder.since))
    this.#stepMs += (lasted - this.#stepMs) * LEARNED
    this.#holder = undefined
  }

  /** The site asked that nothing be asked of it before a moment. A shorter pause shortens none. */
  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until)
  }

  /** The site answered a poll that was asked for by hand: its pause is over. */
  resume(): void {
    this.#pausedUntil = 0
  }

  #wait(who: string, now: number): TurnVerdict {
    let place = this.#line.findIndex((one) => one.who === who)
    if (place === -1) place = this.#line.push({ who, tries: 0, at: 0 }) - 1
    const waiter = this.#line[place]
    if (waiter === undefined) throw new Error(`nobody stands at ${place}`)
    // A host whose turns are long is asked for seldomer.
    waiter.tries += 1
    const ahead = Math.max(now, ...this.#line.slice(0, place).map(({ at }) => at))
    const step = Math.ceil(this.#stepMs)
    waiter.at = Math.max(ahead, now + step * Math.min(waiter.tries - 1, MOST_STEPS)) + step
    return { kind: 'wait', until: waiter.at }
  }

  /**
   * Whether somebody who asked before is to come so soon that another's turn would last until then; or, for
   * who had the last turn, whether somebody was sent away often: one whose runs never end would else always be
   * there first.
   */
  #isKept(who: string, now: number): boolean {
    const place = this.#line.findIndex((one) => one.who === who)
    const before = place === -1 ? this.#line : this.#line.slice(0, place)
    const isAgain = this.#last === who
    return before.some(
      ({ at, tries }) => at <= now + this.#stepMs || (isAgain && tries >= MOST_STEPS),
    )
  }
}
