import { DurableObject } from 'cloudflare:workers'
import type { Attempt, Delivery } from '../deliveries/delivery.ts'
import { DELETED } from '../deliveries/delivery-reason.ts'
import type { Endpoint } from '../deliveries/endpoint.ts'
import { type Bucket, take } from '../deliveries/pace.ts'
import type { BayanEnv } from '../platform/env.ts'
import { logFault } from '../platform/log-fault.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { alarmBehind } from './alarm-behind.ts'
import { isFeedEndpoint } from './alerting.ts'
import { attemptDelivery } from './attempt-delivery.ts'
import { type Acted, DeliveryLog, type DeliveryState, type LogPlace } from './delivery-log.ts'
import { digestOf, nextInLine } from './delivery-line.ts'
import { DELIVERIES_SCHEMA } from './delivery-schema-table.ts'
import { type Due, DeliveryStore } from './delivery-store.ts'
import { EndpointHealth } from './endpoint-health.ts'
import type { EndpointOrders } from './endpoint-orders.ts'
import { type EndpointReport, reportOf } from './endpoint-report.ts'
import {
  FEED_MS,
  LOCKED_MS,
  OVERDUE_MS,
  RETRY_MS,
  SENDS_AT_ONCE,
  SENDS_A_RUN,
} from './endpoint-times.ts'
import { keepDeliveries } from './keep-deliveries.ts'
import { KeptOrders } from './kept-orders.ts'
import { nextRun } from './next-run.ts'
import { Serial } from './serial.ts'
import { SETTINGS_SCHEMA, Settings } from './settings.ts'
import { Sql } from './sql.ts'
import { openTables } from './tables.ts'
import { WATCH_FEED_SCHEMA } from './watch-feed-schema.ts'

const TABLES = [SETTINGS_SCHEMA, DELIVERIES_SCHEMA, WATCH_FEED_SCHEMA]

/**
 * One endpoint: keeps what is to be sent, sends at the endpoint's pace, tries again, gives up,
 * keeps the log. One bad endpoint slows nobody else, because each has an object of its own.
 */
export class EndpointObject extends DurableObject<BayanEnv> {
  readonly #sql = new Sql(this.ctx.storage.sql)
  readonly #settings = new Settings(this.#sql, { isHeld: true })
  readonly #deliveries: DeliveryStore
  readonly #log: DeliveryLog
  readonly #orders = new KeptOrders(this.#settings, this.env)
  readonly #health = new EndpointHealth(this.#settings, this.env)
  readonly #serial = new Serial()
  #bucket: Bucket | undefined
  #sending: number | undefined

  constructor(ctx: DurableObjectState, env: BayanEnv) {
    super(ctx, env)
    openTables(this.#sql, TABLES)
    this.#deliveries = new DeliveryStore(this.#sql)
    this.#log = new DeliveryLog(this.#sql, () => this.#orders.name())
  }

  /** Loaded where the endpoint is a watch's own feed. */
  async #feed() {
    const { WatchFeed } = await import('./watch-feed.ts')
    return new WatchFeed(this.#sql, this.env)
  }

  #transact<T>(work: () => T): T {
    return allOrNothing(this.ctx.storage, work, () => this.#settings.forget())
  }

  /** Takes orders from the desk; older ones than it has are ignored. Saving it enables it anew. */
  async obey(name: string, orders: EndpointOrders): Promise<void> {
    const known = this.#orders.load()
    if (known !== undefined && known.version > orders.version) return
    this.#transact(() => {
      this.#orders.save(name, orders)
      if (known?.saved !== orders.saved) this.#health.recovered(name, undefined)
      if (orders.endpoint === null) this.#deliveries.abandonAll(DELETED, Date.now())
    })
    const before = known?.feed ?? null
    if (before !== null || orders.feed !== null)
      await this.#serial.run(async () => (await this.#feed()).obey(before, orders.feed))
    await this.#arm()
  }

  /** Keeps deliveries, each once under its id, and sends them soon; if deleted, as dead letters. */
  async accept(name: string, deliveries: readonly Delivery[]): Promise<void> {
    const orders = this.#orders.load() ?? (await this.#askDesk(name))
    const gone = orders !== undefined && orders.endpoint === null
    const isFeed = isFeedEndpoint(name)
    const now = Date.now()
    this.#transact(() => {
      keepDeliveries(this.#deliveries, deliveries, { gone, isFeed, sending: this.#sending, now })
      // Nothing settles at a disabled endpoint, so that what waits is bounded here.
      if (this.#health.disabled() !== undefined) this.#deliveries.trim(now)
    })
    if (isFeed) return await this.#arm(FEED_MS)
    const sends = this.#run(SENDS_AT_ONCE)
    this.ctx.waitUntil(sends)
    await alarmBehind(sends, this.ctx.storage)
  }

  /** What was erased stays in no log and in no feed, and is not sent any more. */
  async forget(statements: readonly string[]): Promise<void> {
    const { forgetDeliveries } = await import('./forget-deliveries.ts')
    this.#transact(() => forgetDeliveries(statements, this.#sql, Date.now()))
    const feed = this.#orders.load()?.feed ?? null
    await this.#serial.run(async () => (await this.#feed()).forget(statements, feed))
    await this.#arm()
  }

  /**
   * Sends a message of its own at once, past all that waits, and answers with the attempt. To a
   * disabled endpoint it is the probe: where it arrives, the endpoint is enabled.
   */
  async sendTest(name: string, delivery: Delivery): Promise<Attempt | undefined> {
    if (this.#orders.load() === undefined) await this.#askDesk(name)
    return await this.#serial.run(async () => {
      const endpoint = await this.#orders.endpoint()
      if (endpoint === undefined) return undefined
      const due = Date.now()
      // Given up unless it arrives: a test is tried once, and stands in nobody's line.
      const seq = this.#deliveries.add(delivery, 'abandoned', 'testing', due)
      if (seq === undefined) return undefined
      const attempt = await this.#attempt({ seq, tries: 0, due, delivery }, endpoint)
      await this.#arm()
      return attempt
    })
  }

  override async alarm(): Promise<void> {
    await this.#run(SENDS_A_RUN)
  }

  /** Sends so many of what is due, and sets the alarm for the rest. Never throws. */
  async #run(sends: number): Promise<void> {
    let wait = 0
    try {
      wait = await this.#serial.run(() => this.#sendDue(sends))
      await this.#health.tell()
    } catch (error) {
      wait = RETRY_MS
      logFault({ at: 'endpoint', endpoint: this.#orders.name() }, error)
    } finally {
      await this.#arm(wait)
    }
  }

  /** Sends what may leave now. Gives ms before which nothing else may, for a reason of its own. */
  async #sendDue(sends: number): Promise<number> {
    const orders = this.#orders.load() ?? (await this.#askDesk(this.#orders.name()))
    if (orders === undefined) return RETRY_MS
    if (orders.endpoint === null) return 0
    const endpoint = await this.#orders.endpoint()
    if (endpoint === undefined) return LOCKED_MS
    for (let sent = 0; sent < sends;) {
      const next = nextInLine(this.#deliveries, orders.endpoint, this.#health, Date.now())
      if (next.kind === 'nothing' || next.kind === 'wait') return 0
      if (next.kind === 'digest') {
        const digest = await digestOf(next.seqs, this.#log, this.#orders.name(), Date.now())
        this.#transact(() => this.#deliveries.gather(digest, next.seqs, Date.now()))
        continue
      }
      const due = this.#deliveries.due(next.seq)
      const taking = take(this.#bucket, new Date(), endpoint.pace)
      this.#bucket = taking.bucket
      if (due === undefined || taking.waitMs > 0) return 0
      await this.#attempt(due, endpoint)
      sent += 1
    }
    return 0
  }

  async #attempt(due: Due, endpoint: Endpoint): Promise<Attempt> {
    this.#sending = due.seq
    const feed = this.#orders.load()?.feed ?? null
    const { attempt, bucket } = await attemptDelivery(due, endpoint, {
      env: this.env,
      store: this.#deliveries,
      health: this.#health,
      bucket: this.#bucket,
      feed: async () => await (await this.#feed()).deliver(due.delivery, feed),
      transact: (write) => this.#transact(write),
    })
    this.#bucket = bucket
    return attempt
  }

  list(state: DeliveryState | undefined, before: LogPlace | undefined, limit: number) {
    return this.#log.list(state, before, limit)
  }

  /** Sends a delivery again under its id. A disabled endpoint is enabled first, or tested. */
  async replay(id: string): Promise<Acted> {
    const { replayDelivery } = await import('./replay-deliveries.ts')
    if (this.#log.find(id) === undefined) return { kind: 'unknown' }
    if (this.#health.disabled() !== undefined) return { kind: 'disabled' }
    if (!replayDelivery(id, this.#sql, Date.now())) return { kind: 'erased' }
    return await this.#acted(id)
  }

  /** Replays what was given up since a moment, in ms since 1970. How many, or that it is disabled. */
  async replaySince(since: number): Promise<number | 'disabled'> {
    const { replaySince } = await import('./replay-deliveries.ts')
    if (this.#health.disabled() !== undefined) return 'disabled'
    const replayed = this.#transact(() => replaySince(since, this.#sql, Date.now()))
    await this.#arm()
    return replayed
  }

  async cancel(id: string): Promise<Acted> {
    if (this.#log.find(id) === undefined) return { kind: 'unknown' }
    if (!this.#deliveries.cancel(id, Date.now())) return { kind: 'not-pending' }
    return await this.#acted(id)
  }

  async #acted(id: string): Promise<Acted> {
    await this.#arm()
    const record = this.#log.find(id)
    return record === undefined ? { kind: 'unknown' } : { kind: 'done', record }
  }

  report(): EndpointReport {
    return reportOf(this.#orders, this.#health, this.#log)
  }

  /** The watchdog's call: re-arms what is overdue, and tells which orders this object has. */
  async wake(): Promise<number> {
    this.#deliveries.trimDaily(Date.now())
    const alarm = await this.ctx.storage.getAlarm()
    if (alarm === null || alarm < Date.now() - OVERDUE_MS) await this.#arm()
    return this.#orders.load()?.version ?? 0
  }

  /** Without configuration the delivery is kept and the desk is asked. */
  async #askDesk(name: string): Promise<EndpointOrders | undefined> {
    const orders = await this.#orders.ask(name)
    if (orders !== undefined) await this.obey(name, orders)
    return orders
  }

  /** Sets the alarm to the next delivery, not before the endpoint's pace allows one. */
  async #arm(notBefore = 0): Promise<void> {
    const now = Date.now()
    const next = nextRun(this.#orders.load(), this.#health, this.#deliveries, this.#bucket, now)
    if (next === undefined) await this.ctx.storage.deleteAlarm()
    else await this.ctx.storage.setAlarm(Math.max(next, now + Math.max(notBefore, 1)))
  }
}
