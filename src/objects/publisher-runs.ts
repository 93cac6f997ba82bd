import { logFault, traceOf } from '../platform/log-fault.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { askedAddress } from '../sources/asked-address.ts'
import { hostOf } from '../sources/listing-hosts.ts'
import type { Source } from '../sources/source.ts'
import { doChores } from './chores.ts'
import { forgivePause } from './forgive-pause.ts'
import { HostTurns, notAsked } from './host-turns.ts'
import { drain } from './publisher-drain.ts'
import type { PublisherErrand } from './publisher-errand.ts'
import { drainWorld } from './publisher-neighbours.ts'
import { type PollReport, afterFault, report, round } from './publisher-round.ts'
import { readPages } from './read-pages.ts'
import { RobotsGate } from './robots-gate.ts'
import { type RoundWorld, roundWorld } from './round-world.ts'
import type { RunHome } from './run-home.ts'
import { Serial } from './serial.ts'

/**
 * The runs of a publisher's object: what its alarm does, one source at a time. Apart from the object, which
 * only the platform can make: so that the warm-up can go the whole way that a poll goes (decision 63).
 */
export class PublisherRuns {
  readonly #home: RunHome
  readonly #inFlight = new Map<string, Promise<PollReport>>()
  readonly #robots: RobotsGate
  readonly hosts: HostTurns
  readonly serial = new Serial()
  #pagesHeldUntil = 0
  #polledLast = true

  constructor(home: RunHome) {
    this.#home = home
    this.#robots = new RobotsGate(home.state.settings)
    const { state, clock } = home
    this.hosts = new HostTurns({
      sharedHost: (address) => {
        const shared = state.orders()?.sharedHosts
        return shared?.find((host) => host === hostOf(address))
      },
      take: async (host, isPressing) => await home.turn(host, state.face()?.id ?? '', isPressing),
      remembered: () =>
        state.activeSources().map((one) => {
          const known = state.source(one.id)
          return [askedAddress(one, known), known.pausedUntil] as const
        }),
      forgive: (host) => forgivePause(host, state, clock()),
      clock,
      sleep: (ms) => new Promise((resolve) => home.wire.ringAfter(ms, () => resolve())),
      log: (error) => this.log('host', error),
    })
  }

  /**
   * Polling, page reading and telling, as far as one run goes; then the alarm is set anew. A run that
   * dies half-way (CPU limit, restart) is repeated by the runtime, and after its six repetitions by
   * the watchdog: an alarm for safety would cost each poll a write before it begins (decision 51).
   */
  async alarm(): Promise<void> {
    this.#home.state.countRows(1)
    try {
      await this.#run()
    } catch (error) {
      this.log('run', error)
    } finally {
      await this.arm()
    }
  }

  /** Polls every source that is not paused, now, and answers when the changes are committed. */
  async pollNow(): Promise<PollReport[]> {
    const sources = this.#home.state.activeSources()
    const reports: PollReport[] = []
    for (const source of sources) reports.push(await this.#poll(source, true))
    await this.drain()
    await this.arm()
    return reports
  }

  async drain(only?: PublisherErrand): Promise<void> {
    const world = drainWorld(this.#home)
    if (world === undefined) return
    await this.serial.run(() => drain(world, only))
  }

  /** Sets the alarm to what comes next: a poll, a page, or what is still owed. */
  async arm(): Promise<void> {
    const { state, storage, clock } = this.#home
    const next = state.nextRun((source) => this.#heldUntil(source), this.#pagesHeldUntil)
    if (next === Infinity) {
      await storage.deleteAlarm()
      return
    }
    await storage.setAlarm(Math.max(next, clock() + 1))
  }

  transact<T>(work: () => T): T {
    const { storage, state } = this.#home
    return allOrNothing(storage, work, () => state.forget())
  }

  log(at: string, error: unknown): void {
    logFault({ at, publisher: this.#home.state.face()?.id }, traceOf(error))
  }

  /**
   * One thing a run: a poll with its alerts, or what it left to publish, since the free plan gives
   * a run 10 ms of CPU. The two take turns, so that a long outbox keeps no poll waiting.
   */
  async #run(): Promise<void> {
    const { state, clock } = this.#home
    if (state.rebuild.load() !== undefined) return await this.#rebuildSome()
    const isDue = this.#pollable().length > 0
    const owes = state.dues.next().owed <= clock()
    if (owes && (!isDue || this.#polledLast)) {
      this.#polledLast = false
      await this.drain()
      return
    }
    this.#polledLast = true
    if (!(await this.#pollDue())) await this.serial.run(() => this.#workOff())
    // Somebody waits for alerts; a feed's readers can wait for the next run.
    if (state.dues.mayOwe(clock())) await this.drain('alert')
  }

  /** What is due and may be asked, as far as this object knows. */
  #pollable(): Source[] {
    const { state, clock } = this.#home
    const now = clock()
    return state.dueSources(now).filter((source) => this.#heldUntil(source) <= now)
  }

  /** Polls what is longest overdue, of what is at hosts that may be asked now. */
  async #pollDue(): Promise<boolean> {
    for (;;) {
      const [source] = this.#pollable()
      if (source === undefined) return false
      // Its host is held now, with all of its sources: the next one is at another.
      if ((await this.#poll(source)).reason !== 'busy') return true
    }
  }

  #heldUntil(source: Source): number {
    return this.hosts.heldUntil(askedAddress(source, this.#home.state.source(source.id)))
  }

  async #rebuildSome(): Promise<void> {
    const { state, neighbours, clock } = this.#home
    const { published } = neighbours()
    const id = state.face()?.id
    if (id === undefined) return
    const { rebuildSome } = await import('./rebuild.ts')
    await this.serial.run(() =>
      rebuildSome(id, state, published, (work) => this.transact(work), clock()),
    )
  }

  /** Between polls: what the object set itself, else pages that are to be read. */
  async #workOff(): Promise<void> {
    const { state, clock } = this.#home
    const sources = state.activeSources()
    const [source] = sources
    try {
      if (source !== undefined && state.dues.next().chore <= clock())
        return await doChores(this.#world(source))
      let held = Infinity
      for (const one of sources)
        held = Math.min(held, (await readPages(one, this.#world(one))) || held)
      this.#pagesHeldUntil = held === Infinity ? 0 : held
    } finally {
      await this.hosts.end()
    }
  }

  /** A poll that is asked for while one of the same source is under way joins it. */
  #poll(source: Source, isPressing = false): Promise<PollReport> {
    const running = this.#inFlight.get(source.id)
    if (running !== undefined) return running
    const started = this.serial
      .run(() => this.#roundOf(source, isPressing))
      .finally(() => this.#inFlight.delete(source.id))
    this.#inFlight.set(source.id, started)
    return started
  }

  /** A fault of our own is shown like any other reason, and never makes the alarm ring in a loop. */
  async #roundOf(source: Source, isPressing: boolean): Promise<PollReport> {
    const { hosts } = this
    try {
      const address = askedAddress(source, this.#home.state.source(source.id))
      const held = await (isPressing ? hosts.press(address) : hosts.take(address))
      // No failure of the source, and no row but the alarm's.
      if (held > 0) return report(source, notAsked(address, 0), false, [])
      return await round(source, this.#world(source))
    } catch (error) {
      this.log('round', error)
      return await afterFault(source, this.#world(source))
    } finally {
      await hosts.end()
    }
  }

  #world(source: Source): RoundWorld {
    const transact = (work: () => void) => this.transact(work)
    const [robots, hosts] = [this.#robots, this.hosts]
    return roundWorld(source, { ...this.#home, robots, hosts, transact })
  }
}
