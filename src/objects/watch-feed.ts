import type { Attempt, Delivery } from '../deliveries/delivery.ts'
import { type PreparedEntry, prepareEntry } from '../feeds/prepare-entry.ts'
import type { PublisherFace } from '../feeds/snapshot.ts'
import { kvKeys } from '../platform/kv-keys.ts'
import { Published } from '../platform/published.ts'
import { htmlToText } from '../text/html-text.ts'
import { compileWatches } from '../watches/compile.ts'
import { matchesOf } from '../watches/alerts-for.ts'
import type { EndpointOrders } from './endpoint-orders.ts'
import { withMachineMatch, withMatch } from './entry-match.ts'
import { EntryStore } from './entry-store.ts'
import type { Sql } from './sql.ts'

type FeedOrders = EndpointOrders['feed']

/** A watch's own feed: an endpoint whose receiver is KV. */
export class WatchFeed {
  readonly #sql: Sql
  readonly #entries: EntryStore
  readonly #env: Env

  constructor(sql: Sql, env: Env) {
    this.#sql = sql
    this.#entries = new EntryStore(sql)
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
      const { statement, matches, translation, publisher } = message.alert
      const hits = [{ statement, matches }, ...(translation === null ? [] : [translation])]
      for (const { statement: one, matches: why } of hits) {
        if (one !== statement && why.length === 0) continue
        const entry = prepareEntry(one)
        const byMachine = one === statement ? message.alert.machine : undefined
        const shown =
          byMachine === undefined
            ? withMatch(entry, orders.watch, one, why)
            : withMachineMatch(entry, orders.watch, byMachine)
        this.#add(shown, publisher)
      }
      await this.#publish(orders)
    }
    return {
      at: new Date(started).toISOString(),
      status: null,
      ms: Date.now() - started,
      error: null,
      answer: null,
      next: null,
    }
  }

  async forget(statements: readonly string[], orders: FeedOrders): Promise<void> {
    const held = statements.filter((id) => this.#entries.load(id) !== undefined)
    for (const id of held) this.#entries.remove(id)
    if (held.length > 0 && orders !== null) await this.#publish(orders)
  }

  /** What the watch would have caught among the newest statements of all. */
  async #fill({ watch, concepts }: NonNullable<FeedOrders>): Promise<void> {
    const front = this.#env.FRONT.getByName('front')
    const [entries, faces] = await Promise.all([front.newest(), front.faces()])
    const compiled = compileWatches([watch], concepts)
    this.#entries.clear()
    for (const entry of entries as PreparedEntry[]) {
      const face = faces.find(({ id }) => id === entry.publisher)
      const { title } = JSON.parse(entry.head) as { readonly title: string }
      const wording = { title, text: htmlToText(entry.body) }
      const [hit] = matchesOf(wording, entry, compiled)
      if (face !== undefined && hit !== undefined) {
        this.#add(withMatch(entry, watch, wording, hit.matches), face)
      }
    }
  }

  #add(entry: PreparedEntry, face: PublisherFace): void {
    this.#entries.keep(entry)
    this.#entries.trim()
    this.#sql.run(
      `INSERT INTO feed_publishers (id, value) VALUES (?, ?)
        ON CONFLICT (id) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
      face.id,
      JSON.stringify(face),
    )
  }

  #publishers(): Record<string, PublisherFace> {
    const rows = this.#sql.all<{ id: string; value: string }>(
      'SELECT id, value FROM feed_publishers',
    )
    return Object.fromEntries(rows.map(({ id, value }) => [id, JSON.parse(value) as PublisherFace]))
  }

  async #publish({ watch, key, authority }: NonNullable<FeedOrders>): Promise<void> {
    const { bytes, updated } = this.#entries.snapshot(`watch/${watch.id}`, this.#publishers())
    await new Published(this.#env.PUBLISHED).saveSnapshot(kvKeys.watchFeed(watch.id, key), bytes, {
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
function question({ watch, concepts = [] }: NonNullable<FeedOrders>): string {
  const { name, query, publishers, languages } = watch
  return JSON.stringify([name, query, publishers, languages, concepts])
}
