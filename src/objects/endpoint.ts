import { DurableObject } from 'cloudflare:workers'
import type { Attempt, Delivery } from '../deliveries/delivery.ts'
import { httpKind } from '../deliveries/kinds.ts'
import type { Endpoint } from '../deliveries/endpoint.ts'
import { type Bucket, take } from '../deliveries/pace.ts'
import { baseUrlOf, mayReachPrivate } from '../platform/env.ts'
import {
  DELIVERIES_SCHEMA,
  type DeliveryRecord,
  type DeliveryState,
  DeliveryStore,
  type Due,
} from './delivery-store.ts'
import type { EndpointOrders } from './endpoint-orders.ts'
import { type EndpointReport, endpointState } from './endpoint-report.ts'
import { WATCH_FEED_SCHEMA, WatchFeed } from './watch-feed.ts'
import { type SendWorld, send } from './send.ts'
import { Serial } from './serial.ts'
import { SETTINGS_SCHEMA, Settings } from './settings.ts'
import { Sql } from './sql.ts'
import { openTables } from './tables.ts'

/** If a run dies between sending and writing down, the same id is sent again after this. */
const SAFETY_MS = 30_000
/** Messages that one run sends: the next run follows at once. */
const SENDS_A_RUN = 10
const RETRY_MS = 10_000

/**
 * One endpoint: keeps what is to be sent, sends at the endpoint's pace, tries again, gives up,
 * keeps the log. One bad endpoint slows nobody else, because each has an object of its own.
 */
export class EndpointObject extends DurableObject<Env> {
  readonly #settings: Settings
  readonly #deliveries: DeliveryStore
  readonly #feed: WatchFeed
  readonly #serial = new Serial()
  #bucket: Bucket | undefined

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    const sql = new Sql(ctx.storage.sql)
    openTables(sql, [SETTINGS_SCHEMA, DELIVERIES_SCHEMA, WATCH_FEED_SCHEMA])
    this.#settings = new Settings(sql)
    this.#deliveries = new DeliveryStore(sql)
    this.#feed = new WatchFeed(sql, env)
  }

  /** Takes orders from the desk; older ones than it has are ignored. A new version enables anew. */
  async obey(name: string, orders: EndpointOrders): Promise<void> {
    const known = this.#orders()
    if (known !== undefined && known.version > orders.version) return
    this.ctx.storage.transactionSync(() => {
      this.#settings.save('name', name)
      this.#settings.save('orders', orders)
      this.#settings.remove('disabled')
      if (orders.endpoint === null) this.#deliveries.abandonAll('gone: the endpoint was deleted')
    })
    await this.#serial.run(() => this.#feed.obey(known?.feed ?? null, orders.feed))
    await this.#arm()
  }

  /**
   * Keeps deliveries, each once under its id, and sends them soon. To a deleted endpoint they end
   * as dead letters with that reason.
   */
  async accept(name: string, deliveries: readonly Delivery[]): Promise<void> {
    const orders = this.#orders() ?? (await this.#askDesk(name))
    const gone = orders !== undefined && orders.endpoint === null
    this.ctx.storage.transactionSync(() => {
      for (const delivery of deliveries) {
        if (gone) this.#deliveries.add(delivery, 'abandoned', 'gone: the endpoint was deleted', 0)
        else this.#deliveries.add(delivery, 'pending', null, Date.now())
      }
    })
    await this.#arm()
  }

  /** Sends a message of its own at once, and answers with the attempt. */
  async test(name: string, delivery: Delivery): Promise<Attempt | undefined> {
    const orders = this.#orders() ?? (await this.#askDesk(name))
    if (orders === undefined || orders.endpoint === null) return undefined
    const now = Date.now()
    this.#deliveries.add(delivery, 'pending', null, now + SAFETY_MS)
    const { endpoint } = orders
    return await this.#serial.run(async () => {
      const due = this.#deliveries.nextDue(now + SAFETY_MS + 1)
      if (due === undefined || due.delivery.id !== delivery.id) {
        // Others wait before it; the log will show it when its turn has come.
        await this.#arm()
        return undefined
      }
      return await this.#attempt(due, endpoint, orders.feed)
    })
  }

  override async alarm(): Promise<void> {
    void this.ctx.storage.setAlarm(Date.now() + SAFETY_MS, { allowUnconfirmed: true })
    let failed = false
    try {
      await this.#serial.run(() => this.#sendDue())
    } catch (error) {
      failed = true
      console.error(
        JSON.stringify({ at: 'endpoint', endpoint: this.#name(), error: String(error) }),
      )
    } finally {
      await this.#arm(failed ? RETRY_MS : 0)
    }
  }

  async #sendDue(): Promise<void> {
    const orders = this.#orders() ?? (await this.#askDesk(this.#name()))
    if (orders === undefined || orders.endpoint === null || this.#disabled() !== undefined) return
    const { endpoint } = orders
    for (let sent = 0; sent < SENDS_A_RUN; sent++) {
      const due = this.#deliveries.nextDue(Date.now())
      if (due === undefined) return
      const taking = take(this.#bucket, new Date(), endpoint.pace)
      this.#bucket = taking.bucket
      if (taking.waitMs > 0) return
      await this.#attempt(due, endpoint, orders.feed)
      if (this.#disabled() !== undefined) return
    }
  }

  async #attempt(due: Due, endpoint: Endpoint, feed: EndpointOrders['feed']): Promise<Attempt> {
    const kind = httpKind(endpoint.kind)
    if (kind === undefined) {
      const attempt = await this.#feed.deliver(due.delivery, feed)
      this.#deliveries.record(due, attempt, 'delivered', null, 0)
      return attempt
    }
    const { attempt, next } = await send(due.delivery, due.tries, endpoint, kind, this.#sendWorld())
    this.ctx.storage.transactionSync(() => {
      switch (next.kind) {
        case 'delivered':
          return this.#deliveries.record(due, attempt, 'delivered', null, 0)
        case 'pending':
          return this.#deliveries.record(
            due,
            attempt,
            'pending',
            next.reason.code,
            next.notBefore.getTime(),
          )
        case 'abandoned':
          this.#deliveries.record(due, attempt, 'abandoned', next.reason.code, 0)
          if (next.disablesEndpoint) this.#settings.save('disabled', next.reason.detail)
      }
    })
    return attempt
  }

  #sendWorld(): SendWorld {
    const { env } = this
    const allowPrivate = mayReachPrivate(env)
    return {
      baseUrl: baseUrlOf(env),
      policy: { allowPrivate, ownHost: new URL(env.BASE_URL).hostname, httpsOnly: !allowPrivate },
      clock: () => Date.now(),
      chance: () => Math.random(),
    }
  }

  list(state: DeliveryState | undefined, before: number, limit: number): DeliveryRecord[] {
    return this.#deliveries.list(state, before, limit).map((record) => this.#named(record))
  }

  async replay(id: string): Promise<DeliveryRecord | undefined> {
    const record = this.#deliveries.replay(id, Date.now())
    if (record === undefined) return undefined
    await this.#arm()
    return this.#named(record)
  }

  report(): EndpointReport {
    const orders = this.#orders()
    const disabled = this.#disabled()
    const pending = this.#deliveries.pending()
    const [last] = this.#deliveries.list(undefined, Number.MAX_SAFE_INTEGER, 1)
    const failing = last !== undefined && last.state !== 'delivered' && last.attempts.length > 0
    return {
      state: endpointState(orders, disabled !== undefined, failing),
      reason: disabled ?? (failing ? last.reason : null),
      pending,
      oldestPending: this.#deliveries.oldestPending(),
      results: this.#deliveries.results(),
    }
  }

  /** The watchdog's call: re-arms what is overdue, and tells which orders this object has. */
  async wake(): Promise<number> {
    const alarm = await this.ctx.storage.getAlarm()
    if (alarm === null || alarm < Date.now() - SAFETY_MS) await this.#arm()
    return this.#orders()?.version ?? 0
  }

  #orders(): EndpointOrders | undefined {
    return this.#settings.load('orders')
  }

  #name(): string {
    return this.#settings.load('name') ?? ''
  }

  #disabled(): string | undefined {
    return this.#settings.load('disabled')
  }

  /** Without configuration the delivery is kept and the desk is asked. */
  async #askDesk(name: string): Promise<EndpointOrders | undefined> {
    this.#settings.save('name', name)
    try {
      const orders = await this.env.DESK.getByName('desk').endpointOrders(name)
      await this.obey(name, orders)
      return orders
    } catch (error) {
      console.error(JSON.stringify({ at: 'ask desk', endpoint: name, error: String(error) }))
      return undefined
    }
  }

  #named(record: DeliveryRecord): DeliveryRecord {
    return { ...record, endpoint: this.#name() }
  }

  /** Sets the alarm to the next delivery, not before the endpoint's pace allows one. */
  async #arm(notBefore = 0): Promise<void> {
    const next = this.#disabled() === undefined ? this.#deliveries.nextTime() : undefined
    if (next === undefined) {
      await this.ctx.storage.deleteAlarm()
      return
    }
    const now = Date.now()
    const pace = this.#orders()?.endpoint?.pace
    const wait = pace === undefined ? RETRY_MS : take(this.#bucket, new Date(now), pace).waitMs
    await this.ctx.storage.setAlarm(Math.max(next, now + Math.max(wait, notBefore, 1)))
  }
}
