import { DurableObject } from 'cloudflare:workers'
import { dayOf } from '../platform/plan.ts'
import type { PublishedStatement } from '../statements/revision-list.ts'
import type { Revision } from '../statements/statement.ts'
import type { Source } from '../sources/source.ts'
import { afterPoll } from '../sources/source-state.ts'
import type { FloodRecord } from './flood-store.ts'
import { drain } from './publisher-drain.ts'
import { publisherNeighbours } from './publisher-neighbours.ts'
import { type PollReport, readPages, round, savePolled } from './publisher-round.ts'
import type { TopicNews } from './hub-topic.ts'
import { publisherSnapshot } from './publisher-snapshot.ts'
import { type PublisherReport, reportOf } from './publisher-report.ts'
import { type PublisherErrand, type PublisherOrders, PublisherState } from './publisher-state.ts'
import { RobotsGate } from './robots-gate.ts'
import { type RoundWorld, roundWorld } from './round-world.ts'
import { Serial } from './serial.ts'
import { Sql } from './sql.ts'

/** If a run dies, the alarm rings again after this. */
const SAFETY_MS = 30_000

/**
 * One publisher: its ledger, its polls, and what it owes. The only writer of its statements and
 * its snapshot. Everything it does begins in `run`, one source at a time.
 */
export class PublisherObject extends DurableObject<Env> {
  readonly #state: PublisherState
  readonly #serial = new Serial()
  readonly #inFlight = new Map<string, Promise<PollReport>>()
  readonly #robots: RobotsGate
  #polledLast = true

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#state = new PublisherState(new Sql(ctx.storage.sql))
    this.#robots = new RobotsGate(this.#state.settings)
  }

  /** Takes orders from the desk; older ones than it has are ignored. Watches are pulled by version. */
  async obey(orders: PublisherOrders): Promise<void> {
    const known = this.#state.orders()
    if (known !== undefined && known.version > orders.version) return
    if (orders.watchVersion !== '' && this.#state.watches.load(orders.watchVersion) === undefined) {
      const chunks = await this.env.DESK.getByName('desk').watchChunks(orders.watchVersion)
      // A newer set is under way: its own orders follow these.
      if (chunks === undefined) return
      this.#transact(() => this.#state.watches.save(orders.watchVersion, chunks))
    }
    const face = this.#state.face()
    this.#transact(() => {
      if (face !== undefined) this.#state.settings.save('face', face)
      this.#state.saveOrders(orders)
      // A new name stands in every feed; the end of a publisher too.
      const shown = JSON.stringify(this.#state.face()) !== JSON.stringify(face)
      if (orders.publisher === null || (shown && this.#state.statements.count() > 0)) {
        this.#state.outbox.addOnce('snapshot', '')
        for (const topic of this.#state.hubTopics.all()) this.#state.outbox.addOnce('hub', topic)
      }
    })
    await this.#arm()
  }

  /** Polls every source that is not paused, now, and answers when the changes are committed. */
  async pollNow(): Promise<PollReport[]> {
    const sources = this.#state.activeSources()
    const reports: PollReport[] = []
    for (const source of sources) reports.push(await this.#poll(source))
    await this.#drain()
    await this.#arm()
    return reports
  }

  /** Polling, page reading and telling, as far as one run goes; then the alarm is set anew. */
  override async alarm(): Promise<void> {
    // A run that dies half-way (CPU limit, restart) must not be the last one.
    void this.ctx.storage.setAlarm(Date.now() + SAFETY_MS, { allowUnconfirmed: true })
    this.#state.countRows(2)
    try {
      await this.#run()
    } catch (error) {
      this.#log('run', error)
    } finally {
      await this.#arm()
    }
  }

  /**
   * One thing a run: a poll with its alerts, or what it left to publish, since the free plan gives
   * a run 10 ms of CPU. The two take turns, so that a long outbox keeps no poll waiting.
   */
  async #run(): Promise<void> {
    const source = this.#state.dueSource(Date.now())
    const owes = this.#state.dues().owed <= Date.now()
    if (owes && (source === undefined || this.#polledLast)) {
      this.#polledLast = false
      await this.#drain()
      return
    }
    this.#polledLast = true
    if (source !== undefined) {
      await this.#poll(source)
    } else {
      for (const one of this.#state.activeSources())
        await this.#serial.run(() => readPages(one, this.#world(one)))
    }
    // Somebody waits for alerts; a feed's readers can wait for the next run.
    if (this.#state.dues().owed <= Date.now()) await this.#drain('alert')
  }

  /** A poll that is asked for while one of the same source is under way joins it. */
  #poll(source: Source): Promise<PollReport> {
    const running = this.#inFlight.get(source.id)
    if (running !== undefined) return running
    const started = this.#serial
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
      this.#log('round', error)
      const now = new Date()
      const detail = 'A fault in Bayan stopped this poll; nothing was changed. The log tells more.'
      const outcome = { kind: 'refused', reason: 'internal', detail } as const
      const next = now.getTime() + source.interval * 1000
      const before = this.#state.source(source.id)
      const after = afterPoll(before, outcome, now, next)
      savePolled(source.id, before, after, this.#world(source))
      const none = { appeared: 0, revised: 0, withdrawn: 0, restored: 0, baseline: false }
      return { source: source.id, outcome: 'refused', reason: 'internal', detail, ...none }
    }
  }

  #world(source: Source): RoundWorld {
    const transact = (work: () => void) => this.#transact(work)
    return roundWorld(source, { env: this.env, state: this.#state, robots: this.#robots, transact })
  }

  /** All of it or nothing, in what is kept and in what is held of it in memory. */
  #transact(work: () => void): void {
    try {
      this.ctx.storage.transactionSync(work)
    } catch (error) {
      this.#state.forget()
      throw error
    }
  }

  async #drain(only?: PublisherErrand): Promise<void> {
    const face = this.#state.face()
    const orders = this.#state.orders()
    if (face === undefined || orders === undefined) return
    const now = Date.now()
    const world = {
      face,
      authority: orders.authority,
      retired: orders.publisher === null,
      state: this.#state,
      neighbours: publisherNeighbours(this.env),
      plan: this.env.PLAN === 'paid' ? 'paid' : 'free',
      now,
      day: dayOf(new Date(now)),
    } as const
    await this.#serial.run(() => drain(world, only))
  }

  /** Sets the alarm to what comes next: a poll, a page, or what is still owed. */
  async #arm(): Promise<void> {
    const next = this.#state.nextRun()
    if (next === Infinity) {
      await this.ctx.storage.deleteAlarm()
      return
    }
    await this.ctx.storage.setAlarm(Math.max(next, Date.now() + 1))
  }

  /** A topic begins to be followed, or ends; answers with what it is rendered from. */
  followTopic(name: string, isFollowed: boolean): TopicNews | undefined {
    this.#state.hubTopics.set(name, isFollowed)
    const face = this.#state.face()
    const authority = this.#state.orders()?.authority
    if (face === undefined || authority === undefined) return undefined
    return { snapshot: publisherSnapshot(this.#state, face).bytes, authority }
  }

  /** The watchdog's call: re-arms what is overdue, and tells which orders this object has. */
  async wake(): Promise<number> {
    const alarm = await this.ctx.storage.getAlarm()
    if (alarm === null || alarm < Date.now() - SAFETY_MS) await this.#arm()
    return this.#state.orders()?.version ?? 0
  }

  /** What this object knows of itself, for status and metrics. */
  report(): PublisherReport {
    return reportOf(this.#state, new Date(Date.now()))
  }

  /** Polls whose alerts wait for the operator. */
  floods(): FloodRecord[] {
    return this.#state.floods.list()
  }

  /** Sends what waits in a flood, or lets it go; undefined where no such flood waits. */
  async settleFlood(
    number: number,
    how: 'released' | 'dismissed',
  ): Promise<{ readonly alerts: number } | undefined> {
    let errands: string[] | undefined
    this.#transact(() => {
      errands = this.#state.floods.settle(number, how)
      if (how === 'released')
        for (const errand of errands ?? []) this.#state.outbox.add('alert', errand)
    })
    if (errands === undefined) return undefined
    await this.#drain('alert')
    await this.#arm()
    return { alerts: errands.length }
  }

  /** A statement that KV has not got yet. */
  statement(number: number): PublishedStatement | undefined {
    const kept = this.#state.statements.load(number)
    if (kept === undefined) return undefined
    const revisions = this.#state.statements.revisionNotes(number)
    const alerts = this.#state.alerts.of(number).map(({ id }) => id)
    return { format: 1, statement: kept.statement, revisions, identity: kept.keys, alerts }
  }

  revisions(number: number): Revision[] {
    return this.#state.statements.revisions(number)
  }

  #log(at: string, error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    console.error(JSON.stringify({ at, publisher: this.#state.face()?.id, error: detail }))
  }
}
