import { addressPolicyOf, baseUrlOf, publicHubsOf, userAgentOf } from '../platform/env.ts'
import { logFault } from '../platform/log-fault.ts'
import { type HubLine, confirm, distribute } from './hub-calls.ts'
import { type HubTopic, type TopicNews, hubUrl, renderTopic, topicName } from './hub-topic.ts'
import { HubFollowing } from './hub-following.ts'
import { HubVersion } from './hub-version.ts'
import { SETTINGS_SCHEMA, Settings } from './settings.ts'
import { Sql } from './sql.ts'
import {
  SUBSCRIBERS_SCHEMA,
  SubscriberStore,
  type Owed,
  type Pending,
  type Wish,
} from './subscriber-store.ts'
import { openTables } from './tables.ts'

/** If a run dies, the alarm rings again after this. */
const SAFETY_MS = 30_000
const RETRY_MS = 10_000
/** Callbacks that one run begins to call: the free plan allows 50 requests. */
const BATCH = 40
/** A run waits so long for its callbacks; the slow ones go on while the next run calls others. */
const PATIENCE_MS = 1_000
/** Beyond so many slow ones, the next run waits. */
const MOST_IN_FLIGHT = 200

const SUBSCRIBERS = { topic: 2_000, host: 100 } as const

export type HubVerdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly reason: string }

export interface HubReport {
  readonly subscribers: number
  readonly pending: number
  readonly version: number
}

const TABLES = [SETTINGS_SCHEMA, SUBSCRIBERS_SCHEMA]

/**
 * What a topic's hub does: who subscribed and until when, what they have got, and what they are to get.
 * A subscriber that was missed gets the whole newest document later: there is no queue of deliveries,
 * only the version that each one has.
 */
export class HubWork {
  readonly #storage: DurableObjectStorage
  readonly #env: Env
  readonly #settings: Settings
  readonly #subscribers: SubscriberStore
  readonly #inFlight = new Set<string>()
  readonly #version: HubVersion
  readonly #following: HubFollowing

  constructor(storage: DurableObjectStorage, env: Env) {
    this.#storage = storage
    this.#env = env
    const sql = new Sql(storage.sql)
    openTables(sql, TABLES)
    this.#settings = new Settings(sql)
    this.#subscribers = new SubscriberStore(sql)
    this.#version = new HubVersion(this.#settings)
    this.#following = new HubFollowing(env, this.#settings, this.#version)
  }

  /** Takes a wish; the callback is asked by the alarm, after the answer to whoever wished. */
  async ask(topic: HubTopic, wish: Wish): Promise<HubVerdict> {
    const refusal = wish.mode === 'subscribe' ? await this.#refusal(topic, wish) : undefined
    if (refusal !== undefined) return { kind: 'refused', reason: refusal }
    // Nothing to take back. Kept and called, it would give strangers rows and requests without bound.
    if (wish.mode === 'unsubscribe' && !this.#subscribers.knows(wish.callback)) {
      return { kind: 'accepted' }
    }
    this.#storage.transactionSync(() => {
      this.#settings.save('topic', topic)
      this.#subscribers.ask(wish, Date.now())
    })
    await this.#storage.setAlarm(Date.now() + 1)
    return { kind: 'accepted' }
  }

  async #refusal(topic: HubTopic, { callback }: Wish): Promise<string | undefined> {
    const store = this.#subscribers
    if (store.has(callback)) return undefined
    const seats = store.count() + store.countPending() + 1
    if (seats > SUBSCRIBERS.topic) return 'this topic has no seat left'
    if (store.seatsOfHost(new URL(callback).host) >= SUBSCRIBERS.host) {
      return 'this host has no seat left for this topic'
    }
    const front = this.#env.FRONT.getByName('front')
    const reason = await front.takeHubSeats(topicName(topic), seats)
    if (reason !== null) return reason
    this.#settings.save('seats', seats)
    return undefined
  }

  /**
   * Takes the newest state of the topic. Where the topic itself did not change (a statement in the
   * other language, a new snapshot of the same), nobody is told.
   */
  async publish(news: TopicNews): Promise<void> {
    const topic = this.#topic()
    if (topic === undefined) return
    const state = renderTopic(topic, news, baseUrlOf(this.#env), publicHubsOf(this.#env))
    if (state === undefined || !this.#version.raise(state)) return
    await this.#storage.setAlarm(Date.now() + 1)
  }

  /** The topic ended: everybody is told, and nobody may come again. */
  async end(reason: string): Promise<void> {
    this.#subscribers.denyAll(reason, Date.now())
    await this.#storage.setAlarm(Date.now() + 1)
  }

  /** For tests and the operator: how many there are. */
  report(): HubReport {
    return {
      subscribers: this.#subscribers.count(),
      pending: this.#subscribers.countPending(),
      version: this.#version.current().number,
    }
  }

  async alarm(): Promise<void> {
    void this.#storage.setAlarm(Date.now() + SAFETY_MS, { allowUnconfirmed: true })
    let next = Date.now() + RETRY_MS
    try {
      next = await this.#run()
    } catch (error) {
      logFault({ at: 'hub', topic: this.#topic()?.url }, error)
    } finally {
      if (next === Infinity) await this.#storage.deleteAlarm()
      else await this.#storage.setAlarm(Math.max(next, Date.now() + 1))
    }
  }

  /** @returns when the next run is due, ms since 1970 */
  async #run(): Promise<number> {
    const topic = this.#topic()
    if (topic === undefined) return Infinity
    const store = this.#subscribers
    const now = Date.now()
    store.sweep(now)
    await this.#register(topic)
    const room = Math.max(0, Math.min(BATCH, MOST_IN_FLIGHT - this.#inFlight.size))
    const look = room + this.#inFlight.size
    const pending = store
      .pending(now, look)
      .filter(({ wish }) => !this.#inFlight.has(wish.callback))
      .slice(0, room)
    const { number } = this.#version.current()
    const owed = store
      .owed(number, now, look + pending.length)
      .filter(({ callback }) => !this.#inFlight.has(callback))
      .slice(0, room - pending.length)
    await this.#call([
      ...pending.map((one) => ({ key: one.wish.callback, work: () => this.#confirm(one, topic) })),
      ...owed.map((one) => ({ key: one.callback, work: () => this.#distribute(one, topic) })),
    ])
    await this.#register(topic)
    // What is due now and was not called is in flight: look again when it may have come back.
    const isAll = pending.length + owed.length === 0
    const again = isAll && this.#inFlight.size > 0 ? Date.now() + PATIENCE_MS : 0
    return Math.max(store.next(this.#version.current().number), again)
  }

  /** Begins all calls, and waits for them as long as patience lasts. */
  async #call(
    calls: readonly { readonly key: string; readonly work: () => Promise<void> }[],
  ): Promise<void> {
    const begun = calls.map(async ({ key, work }) => {
      this.#inFlight.add(key)
      try {
        await work()
      } catch (error) {
        logFault({ at: 'hub call' }, error)
      } finally {
        this.#inFlight.delete(key)
      }
    })
    await Promise.race([Promise.all(begun), scheduler.wait(PATIENCE_MS)])
  }

  async #confirm(pending: Pending, topic: HubTopic): Promise<void> {
    const { wish } = pending
    const verdict = await this.#verdictOn(wish, topic)
    const now = Date.now()
    this.#storage.transactionSync(() => {
      if (verdict === 'unreachable') return this.#subscribers.postpone(pending, now)
      this.#subscribers.settle(wish)
      if (verdict === 'refused') return
      if (wish.mode === 'subscribe') {
        this.#subscribers.subscribe(wish, this.#version.hadBy(wish.seen), now)
      } else this.#subscribers.remove(wish.callback)
    })
  }

  /**
   * What the callback says. The topic is followed before anybody is its subscriber, so that what is
   * published from then on reaches him; where that fails, the wish is tried again like one whose
   * callback cannot be reached.
   */
  async #verdictOn(wish: Wish, topic: HubTopic): ReturnType<typeof confirm> {
    const verdict = await confirm(wish, topic.url, crypto.randomUUID(), this.#line())
    if (verdict !== 'confirmed' || wish.mode !== 'subscribe') return verdict
    try {
      await this.#following.begin(topic)
      return verdict
    } catch (error) {
      logFault({ at: 'hub', topic: topic.url }, error)
      return 'unreachable'
    }
  }

  async #distribute(owed: Owed, topic: HubTopic): Promise<void> {
    const { number, body } = this.#version.current()
    const { callback, secret } = owed
    const verdict = await distribute(callback, secret, topic, body, this.#line())
    if (verdict === 'delivered') this.#subscribers.delivered(callback, number)
    else if (verdict === 'gone') this.#subscribers.remove(callback)
    else this.#subscribers.failed(owed, number, Date.now())
  }

  /** Tells others what they keep of this topic: that nobody follows it, how many seats it takes. */
  async #register(topic: HubTopic): Promise<void> {
    const count = this.#subscribers.count()
    await this.#following.adjust(topic, count)
    const seats = count + this.#subscribers.countPending()
    if (seats === this.#seats()) return
    await this.#env.FRONT.getByName('front').setHubSeats(topicName(topic), seats)
    this.#settings.save('seats', seats)
  }

  /** Seats that the front knows of. */
  #seats(): number {
    return this.#settings.load('seats') ?? 0
  }

  #line(): HubLine {
    const env = this.#env
    return { policy: addressPolicyOf(env), hub: hubUrl(baseUrlOf(env)), agent: userAgentOf(env) }
  }

  #topic(): HubTopic | undefined {
    return this.#settings.load('topic')
  }
}
