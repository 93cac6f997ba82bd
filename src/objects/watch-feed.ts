import type { Attempt, Delivery } from '../deliveries/delivery.ts'
import { buildSnapshot } from '../feeds/build-snapshot.ts'
import { kvKeys } from '../platform/kv-keys.ts'
import { Published } from '../platform/published.ts'
import type { Statement } from '../statements/statement.ts'
import { compileWatches } from '../watches/compile.ts'
import { matchesOf } from '../watches/alerts-for.ts'
import type { EndpointOrders } from './endpoint-orders.ts'
import { FeedStore } from './feed-store.ts'
import type { Sql } from './sql.ts'

type FeedOrders = EndpointOrders['feed']

/** A watch's own feed: an endpoint whose receiver is KV. */
export class WatchFeed {
  readonly #store: FeedStore
  readonly #env: Env

  constructor(sql: Sql, env: Env) {
    this.#store = new FeedStore(sql)
    this.#env = env
  }

  /** Makes the feed anew when its question or key changed, filled by a back-test; ends it when gone. */
  async obey(before: FeedOrders, orders: FeedOrders): Promise<void> {
    if (before !== null && before.key !== orders?.key) await this.#remove(before)
    if (orders === null) return
    // Whom else the watch tells is none of its feed's business.
    if (before !== null && before.key === orders.key && question(before) === question(orders))
      return
    if (before === null || question(before) !== question(orders)) await this.#fill(orders)
    await this.#publish(orders)
  }

  /** Takes an alert's statements into the feed and publishes it. */
  async deliver(delivery: Delivery, orders: FeedOrders): Promise<Attempt> {
    const started = Date.now()
    const { message } = delivery
    if (message.kind === 'alert' && orders !== null) {
      const { statement, translation, publisher } = message.alert
      this.#store.add(statement, publisher)
      if (translation !== null && translation.matches.length > 0) {
        this.#store.add(translation.statement, publisher)
      }
      await this.#publish(orders)
    }
    return {
      at: new Date(started).toISOString(),
      status: null,
      ms: Date.now() - started,
      error: null,
    }
  }

  /** What the watch would have caught among the newest statements of all. */
  async #fill({ watch }: NonNullable<FeedOrders>): Promise<void> {
    const front = this.#env.FRONT.getByName('front')
    const [statements, faces] = await Promise.all([front.newest(), front.faces()])
    const compiled = compileWatches([watch])
    this.#store.clear()
    for (const statement of statements as Statement[]) {
      const face = faces.find(({ id }) => id === statement.publisher)
      if (face !== undefined && matchesOf(statement, statement, compiled).length > 0) {
        this.#store.add(statement, face)
      }
    }
  }

  async #publish({ watch, key, authority }: NonNullable<FeedOrders>): Promise<void> {
    const statements = this.#store.statements()
    const updated = statements
      .map((one) => one.updated)
      .reduce((a, b) => (a > b ? a : b), '1970-01-01T00:00:00.000Z')
    const publishers = this.#store.publishers()
    const { json } = buildSnapshot({ of: `watch/${watch.id}`, publishers, statements, updated })
    await new Published(this.#env.PUBLISHED).saveSnapshot(kvKeys.watchFeed(watch.id, key), json, {
      updated,
      authority,
    })
    await this.#env.FRONT.getByName('front').spent(`watch/${watch.id}`, 1)
  }

  async #remove({ watch, key }: NonNullable<FeedOrders>): Promise<void> {
    await new Published(this.#env.PUBLISHED).remove(kvKeys.watchFeed(watch.id, key))
  }
}

/** What a feed's entries depend on. */
function question({ watch }: NonNullable<FeedOrders>): string {
  return JSON.stringify([watch.name, watch.query, watch.publishers, watch.languages])
}
