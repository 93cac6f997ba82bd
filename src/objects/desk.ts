import { DurableObject } from 'cloudflare:workers'
import type { Endpoint } from '../deliveries/endpoint.ts'
import { type Plan, dayOf } from '../platform/plan.ts'
import { Published } from '../platform/published.ts'
import type { Publisher } from '../sources/publisher.ts'
import { sha256Hex } from '../statements/content-hash.ts'
import { tagAuthority } from '../statements/statement-id.ts'
import type { Watch } from '../watches/watch.ts'
import { feedEndpoint } from './alerting.ts'
import { type DeskNeighbours, endpointOrders, push } from './desk-push.ts'
import {
  type Objection,
  objectionToPublisher,
  objectionToRemoval,
  objectionToWatch,
} from './desk-save.ts'
import { type Status, gatherStatus } from './desk-status.ts'
import { DeskStore } from './desk-store.ts'
import type { EndpointOrders } from './endpoint-orders.ts'
import { newFeedKey } from './feed-key.ts'
import { Serial } from './serial.ts'
import { Sql } from './sql.ts'
import { watchChunks } from './watch-chunks.ts'

export type Saved =
  | { readonly kind: 'saved'; readonly created: boolean }
  | ({ readonly kind: 'refused' } & Objection)

export type Removed =
  | { readonly kind: 'removed' }
  | { readonly kind: 'unknown' }
  | ({ readonly kind: 'refused' } & Objection)

/** Whoever asks, and however often: the objects are asked at most once in this time. */
const STATUS_AGE_MS = 60_000

const RETRY_MS = 5_000

/**
 * The operator's settings. Each change raises a version and notes, in one transaction, who is to
 * be told of it; the telling is done at once, and again by the alarm until it has succeeded.
 */
export class DeskObject extends DurableObject<Env> {
  readonly #store: DeskStore
  readonly #serial = new Serial()
  #status: Status | undefined
  #gathering: Promise<Status> | undefined

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#store = new DeskStore(new Sql(ctx.storage.sql))
  }

  publishers(): Publisher[] {
    return this.#store.list('publisher')
  }

  watches(): Watch[] {
    return this.#store.list('watch')
  }

  /** With addresses and secrets: only for what runs inside the worker. */
  endpoints(): Endpoint[] {
    return this.#store.list('endpoint')
  }

  feedKey(watch: string): string | undefined {
    return this.#store.load('feedKey', watch)
  }

  async savePublisher(publisher: Publisher): Promise<Saved> {
    return await this.#save(
      () => objectionToPublisher(publisher, this.#store, this.#plan()),
      (version) => {
        const created = this.#store.load('publisher', publisher.id) === undefined
        this.#store.save('publisher', publisher.id, publisher, version)
        this.#store.soil(`publisher:${publisher.id}`, version)
        this.#store.soil('list', version)
        return created
      },
    )
  }

  async saveEndpoint(endpoint: Endpoint): Promise<Saved> {
    return await this.#save(
      () => undefined,
      (version) => {
        const created = this.#store.load('endpoint', endpoint.id) === undefined
        this.#store.save('endpoint', endpoint.id, endpoint, version)
        this.#store.soil(`endpoint:${endpoint.id}`, version)
        return created
      },
    )
  }

  async saveWatch(watch: Watch): Promise<Saved> {
    const others = () => this.#store.list('watch').filter(({ id }) => id !== watch.id)
    return await this.#saveWatches(
      () => objectionToWatch(watch, this.#store),
      () => [...others(), watch],
      (version) => {
        const created = this.#store.load('watch', watch.id) === undefined
        this.#store.save('watch', watch.id, watch, version)
        if (this.feedKey(watch.id) === undefined)
          this.#store.save('feedKey', watch.id, newFeedKey(), version)
        this.#store.soil(`endpoint:${feedEndpoint(watch.id)}`, version)
        return created
      },
    )
  }

  /** Gives the watch's feed another address; the old one ends. */
  async rotateFeedKey(watch: string): Promise<string | undefined> {
    if (this.#store.load('watch', watch) === undefined) return undefined
    const key = newFeedKey()
    await this.#save(
      () => undefined,
      (version) => {
        this.#store.save('feedKey', watch, key, version)
        this.#store.soil(`endpoint:${feedEndpoint(watch)}`, version)
        return false
      },
    )
    return key
  }

  async removePublisher(id: string): Promise<Removed> {
    if (this.#store.load('publisher', id) === undefined) return { kind: 'unknown' }
    await this.#save(
      () => undefined,
      (version) => {
        this.#store.remove('publisher', id)
        this.#store.save('retired', id, { at: new Date().toISOString() }, version)
        this.#store.soil(`publisher:${id}`, version)
        this.#store.soil('list', version)
        return false
      },
    )
    return { kind: 'removed' }
  }

  async removeWatch(id: string): Promise<Removed> {
    if (this.#store.load('watch', id) === undefined) return { kind: 'unknown' }
    await this.#saveWatches(
      () => undefined,
      () => this.#store.list('watch').filter((watch) => watch.id !== id),
      (version) => {
        this.#store.remove('watch', id)
        this.#store.remove('feedKey', id)
        this.#store.soil(`endpoint:${feedEndpoint(id)}`, version)
        return false
      },
    )
    return { kind: 'removed' }
  }

  async removeEndpoint(id: string): Promise<Removed> {
    if (this.#store.load('endpoint', id) === undefined) return { kind: 'unknown' }
    const saved = await this.#save(
      () => objectionToRemoval(id, this.#store),
      (version) => {
        this.#store.remove('endpoint', id)
        this.#store.soil(`endpoint:${id}`, version)
        return false
      },
    )
    return saved.kind === 'refused' ? saved : { kind: 'removed' }
  }

  /** One piece of settings: objection, version, write and notes of whom to tell, then the telling. */
  async #save(
    objection: () => Objection | undefined,
    write: (version: number) => boolean,
  ): Promise<Saved> {
    const saved = await this.#serial.run(async (): Promise<Saved> => {
      const refused = objection()
      if (refused !== undefined) return { kind: 'refused', ...refused }
      const created = this.ctx.storage.transactionSync(() => {
        this.#store.fixAuthority(tagAuthority(this.env.BASE_URL, dayOf(new Date())))
        return write(this.#store.raiseVersion())
      })
      return { kind: 'saved', created }
    })
    if (saved.kind === 'saved') await this.#push()
    return saved
  }

  /** Watches change as a set: its version is hashed before the transaction, which must not wait. */
  async #saveWatches(
    objection: () => Objection | undefined,
    watchesAfter: () => Watch[],
    write: (version: number) => boolean,
  ): Promise<Saved> {
    const saved = await this.#serial.run(async (): Promise<Saved> => {
      const refused = objection()
      if (refused !== undefined) return { kind: 'refused', ...refused }
      const chunks = watchChunks(watchesAfter())
      const hash = await sha256Hex(chunks.join('\n'))
      const created = this.ctx.storage.transactionSync(() => {
        this.#store.fixAuthority(tagAuthority(this.env.BASE_URL, dayOf(new Date())))
        const version = this.#store.raiseVersion()
        this.#store.saveWatchSet(`${version}.${hash}`, version, chunks)
        for (const id of this.#store.ids('publisher')) this.#store.soil(`publisher:${id}`, version)
        return write(version)
      })
      return { kind: 'saved', created }
    })
    if (saved.kind === 'saved') await this.#push()
    return saved
  }

  async #push(): Promise<void> {
    try {
      await push(this.#store, this.#neighbours(), Date.now())
    } finally {
      const due = this.#store.nextDirty()
      if (due !== undefined) await this.ctx.storage.setAlarm(Math.max(due, Date.now() + 1))
    }
  }

  override async alarm(): Promise<void> {
    try {
      await this.#push()
    } catch (error) {
      console.error(JSON.stringify({ at: 'desk', error: String(error) }))
      await this.ctx.storage.setAlarm(Date.now() + RETRY_MS)
    }
  }

  #neighbours(): DeskNeighbours {
    const { env } = this
    return {
      endpoint: async (name, orders) => await env.ENDPOINTS.getByName(name).obey(name, orders),
      publisher: async (id, orders) => await env.PUBLISHERS.getByName(id).obey(orders),
      published: new Published(env.PUBLISHED),
    }
  }

  watchChunks(watchVersion: string): string[] | undefined {
    return this.#store.watchChunks(watchVersion)
  }

  endpointOrders(name: string): EndpointOrders {
    return endpointOrders(name, this.#store)
  }

  /** The state of everything, gathered at most once a minute, whoever asks. */
  async status(): Promise<Status> {
    const known = this.#status
    if (known !== undefined && Date.now() - Date.parse(known.asOf) < STATUS_AGE_MS) return known
    this.#gathering ??= this.#gather().finally(() => {
      this.#gathering = undefined
    })
    return await this.#gathering
  }

  async #gather(): Promise<Status> {
    const { env } = this
    const feeds = this.#store.ids('watch').map(feedEndpoint)
    this.#status = await gatherStatus({
      publishers: this.#store.list('publisher').map(({ id, name }) => ({ id, name })),
      endpoints: [...this.#store.ids('endpoint'), ...feeds],
      publisher: async (id) => await env.PUBLISHERS.getByName(id).report(),
      endpoint: async (name) => await env.ENDPOINTS.getByName(name).report(),
      front: async () => await env.FRONT.getByName('front').report(),
      plan: this.#plan(),
      now: new Date(),
    })
    return this.#status
  }

  /** The watchdog: wakes every object, and tells again those that have older orders than they should. */
  async watch(): Promise<void> {
    const { env } = this
    for (const id of this.#store.ids('publisher')) {
      const version = await env.PUBLISHERS.getByName(id).wake()
      if (version === 0) this.#store.soil(`publisher:${id}`, this.#store.version())
    }
    const feeds = this.#store.ids('watch').map(feedEndpoint)
    for (const name of [...this.#store.ids('endpoint'), ...feeds]) {
      const version = await env.ENDPOINTS.getByName(name).wake()
      if (version === 0) this.#store.soil(`endpoint:${name}`, this.#store.version())
    }
    await this.#push()
  }

  #plan(): Plan {
    return this.env.PLAN === 'paid' ? 'paid' : 'free'
  }
}
