import { dayOf } from '../platform/plan.ts'
import type { Source } from '../sources/source.ts'
import { doChores } from './chores.ts'
import { PublisherCore } from './publisher-core.ts'
import { publisherNeighbours } from './publisher-neighbours.ts'
import { type PollReport, afterFault, readPages, round } from './publisher-round.ts'
import type { PublisherOrders } from './publisher-orders.ts'
import { readAnew } from './read-anew.ts'
import { RobotsGate } from './robots-gate.ts'
import { type RoundWorld, roundWorld } from './round-world.ts'

/** So long an alarm may be overdue before the watchdog sets it anew. */
const OVERDUE_MS = 30_000

/**
 * One publisher: its ledger, its polls, and what it owes. The only writer of its statements and
 * its snapshot. Everything it does begins in `run`, one source at a time.
 */
export class PublisherObject extends PublisherCore {
  readonly #inFlight = new Map<string, Promise<PollReport>>()
  readonly #robots: RobotsGate
  #polledLast = true

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#robots = new RobotsGate(this.state.settings)
  }

  /** Takes orders from the desk; older ones than it has are ignored. Watches are pulled by version. */
  async obey(orders: PublisherOrders): Promise<void> {
    const known = this.state.orders()
    if (known !== undefined && known.version > orders.version) return
    if (orders.watchVersion !== '' && this.state.watches.load(orders.watchVersion) === undefined) {
      const chunks = await this.env.DESK.getByName('desk').watchChunks(orders.watchVersion)
      // A newer set is under way: its own orders follow these.
      if (chunks === undefined) return
      this.transact(() => this.state.watches.save(orders.watchVersion, chunks))
    }
    const isRuled = JSON.stringify(this.state.rules()) !== JSON.stringify(orders.translation)
    const machines = isRuled ? await import('./machine-keeping.ts') : undefined
    const face = this.state.face()
    const rules = this.state.rules()
    this.transact(() => {
      if (face !== undefined) this.state.settings.save('face', face)
      this.state.saveOrders(orders)
      readAnew(known?.publisher, orders.publisher, this.state, dayOf(new Date()))
      // A new name stands in every feed; the end of a publisher too.
      const shown = JSON.stringify(this.state.face()) !== JSON.stringify(face)
      machines?.machineRulesChanged(rules, this.state)
      if (orders.erase === true) this.state.outbox.addOnce('wipe', '')
      if (orders.publisher === null || (shown && this.state.totals.statements() > 0)) {
        this.state.outbox.addOnce('snapshot', '')
        for (const topic of this.state.hubTopics.all()) this.state.outbox.addOnce('hub', topic)
      }
    })
    await this.arm()
  }

  /** Polls every source that is not paused, now, and answers when the changes are committed. */
  async pollNow(): Promise<PollReport[]> {
    const sources = this.state.activeSources()
    const reports: PollReport[] = []
    for (const source of sources) reports.push(await this.#poll(source))
    await this.drain()
    await this.arm()
    return reports
  }

  /**
   * Polling, page reading and telling, as far as one run goes; then the alarm is set anew. A run that
   * dies half-way (CPU limit, restart) is repeated by the runtime, and after its six repetitions by
   * the watchdog: an alarm for safety would cost each poll a write before it begins (decision 51).
   */
  override async alarm(): Promise<void> {
    this.state.countRows(1)
    try {
      await this.#run()
    } catch (error) {
      this.log('run', error)
    } finally {
      await this.arm()
    }
  }

  /**
   * One thing a run: a poll with its alerts, or what it left to publish, since the free plan gives
   * a run 10 ms of CPU. The two take turns, so that a long outbox keeps no poll waiting.
   */
  async #run(): Promise<void> {
    if (this.state.rebuild.load() !== undefined) return await this.#rebuildSome()
    const source = this.state.dueSource(Date.now())
    const owes = this.state.dues.next().owed <= Date.now()
    if (owes && (source === undefined || this.#polledLast)) {
      this.#polledLast = false
      await this.drain()
      return
    }
    this.#polledLast = true
    if (source !== undefined) {
      await this.#poll(source)
    } else {
      await this.serial.run(() => this.#workOff())
    }
    // Somebody waits for alerts; a feed's readers can wait for the next run.
    if (this.state.dues.mayOwe(Date.now())) await this.drain('alert')
  }

  async #rebuildSome(): Promise<void> {
    const { published } = publisherNeighbours(this.env)
    const id = this.state.face()?.id
    if (id === undefined) return
    const { rebuildSome } = await import('./rebuild.ts')
    await this.serial.run(() =>
      rebuildSome(id, this.state, published, (work) => this.transact(work), Date.now()),
    )
  }

  /** Between polls: what the object set itself, else pages that are to be read. */
  async #workOff(): Promise<void> {
    const sources = this.state.activeSources()
    const [source] = sources
    if (source !== undefined && this.state.dues.next().chore <= Date.now())
      return await doChores(this.#world(source))
    for (const one of sources) await readPages(one, this.#world(one))
  }

  /** A poll that is asked for while one of the same source is under way joins it. */
  #poll(source: Source): Promise<PollReport> {
    const running = this.#inFlight.get(source.id)
    if (running !== undefined) return running
    const started = this.serial
      .run(() => this.#roundOf(source))
      .finally(() => this.#inFlight.delete(source.id))
    this.#inFlight.set(source.id, started)
    return started
  }

  /** A fault of our own is shown like any other reason, and never makes the alarm ring in a loop. */
  async #roundOf(source: Source): Promise<PollReport> {
    try {
      return await round(source, this.#world(source))
    } catch (error) {
      this.log('round', error)
      return afterFault(source, this.#world(source))
    }
  }

  #world(source: Source): RoundWorld {
    const transact = (work: () => void) => this.transact(work)
    return roundWorld(source, { env: this.env, state: this.state, robots: this.#robots, transact })
  }

  /** The watchdog's call: re-arms what is overdue, and tells which orders this object has. */
  async wake(): Promise<number> {
    const alarm = await this.ctx.storage.getAlarm()
    if (alarm === null || alarm < Date.now() - OVERDUE_MS) await this.arm()
    return this.state.orders()?.version ?? 0
  }
}
