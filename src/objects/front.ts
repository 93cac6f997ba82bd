import { DurableObject } from 'cloudflare:workers'
import { ALL } from '../feeds/feed-address.ts'
import type { PreparedEntry } from '../feeds/prepare-entry.ts'
import type { PublisherFace } from '../feeds/snapshot.ts'
import { logFault } from '../platform/log-fault.ts'
import {
  KV_WRITES_BEFORE_SAVING,
  SNAPSHOT_SPACING_MS,
  SNAPSHOT_SPACING_SAVING_MS,
  dayOf,
} from '../platform/plan.ts'
import { Published, allSnapshotKey } from '../platform/published.ts'
import { CLUSTERS_SCHEMA, type Cluster, ClusterStore } from './cluster-store.ts'
import { ClusterTeller } from './cluster-teller.ts'
import { ENTRIES_SCHEMA, EntryStore, MACHINE_ENTRIES_SCHEMA } from './entry-store.ts'
import { ErasedStore } from './erased-store.ts'
import { allOrNothing } from './all-or-nothing.ts'
import type { FrontErrand } from './front-errand.ts'
import { FrontHubs } from './front-hubs.ts'
import type { FrontNews } from './front-news.ts'
import { FrontShelves } from './front-shelves.ts'
import type { TopicNews } from './hub-topic.ts'
import { HubSeats, HubTopics } from './hub-topics.ts'
import { keepMachines, machineSection } from './machine-section.ts'
import { OUTBOX_SCHEMA, Outbox } from './outbox.ts'
import { SETTINGS_SCHEMA, Settings } from './settings.ts'
import { SPENDERS_SCHEMA, SpenderStore } from './spender-store.ts'
import { NOTHING_SPENT, type Spent, spentAlso, spentOn } from './spending.ts'
import { Sql } from './sql.ts'
import { openTables } from './tables.ts'

const RETRY_MS = 5_000

/** Texts that one run compares: the free plan gives it 10 ms of CPU. */
const CLUSTERED_A_RUN = 5

const TABLES = [
  SETTINGS_SCHEMA,
  ENTRIES_SCHEMA,
  SPENDERS_SCHEMA,
  CLUSTERS_SCHEMA,
  OUTBOX_SCHEMA,
  MACHINE_ENTRIES_SCHEMA,
]

/**
 * The newest statements of all publishers: receives each committed change once, and is the one
 * writer of the snapshot `all`. An alert never waits for it.
 */
export class FrontObject extends DurableObject<Env> {
  readonly #sql = new Sql(this.ctx.storage.sql)
  readonly #settings = new Settings(this.#sql)
  readonly #entries = new EntryStore(this.#sql)
  readonly #machine = new EntryStore(this.#sql, 'machine_entries')
  readonly #erased = new ErasedStore(this.#settings)
  readonly #topics = new HubTopics(this.#settings)
  readonly #hubs: FrontHubs
  readonly #seats = new HubSeats(this.#settings)
  readonly #clusters = new ClusterStore(this.#sql)
  readonly #teller: ClusterTeller
  readonly #spenders = new SpenderStore(this.#sql)
  readonly #shelves = new FrontShelves(this.#settings, this.#spenders)
  #writtenAt = 0
  /** Whether something changed since `all` was written; after a start nobody knows. */
  #isStale = true

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    openTables(this.#sql, TABLES)
    const outbox = new Outbox<FrontErrand>(this.#sql)
    this.#hubs = new FrontHubs(outbox, this.#topics, (name) => this.env.HUBS.getByName(name))
    this.#teller = new ClusterTeller({
      outbox,
      clusters: this.#clusters,
      nameOf: (publisher) => this.#spenders.load(publisher)?.face?.name ?? { ar: '', en: '' },
      tell: async (publisher, number, news) =>
        await env.PUBLISHERS.getByName(publisher).noteCluster(number, news),
    })
  }

  /**
   * Takes statements as they are now; the same twice is the same once.
   * @returns KV writes of the whole deployment today, as far as they were told
   */
  async accept(news: FrontNews): Promise<number> {
    const { face, authority, entries, erased, machine, shelf, kvWrites } = news
    const day = dayOf(new Date())
    this.ctx.storage.transactionSync(() => {
      for (const entry of entries) this.#entries.keep(entry)
      this.#shelves.note(this.#entries.trim())
      keepMachines(machine, this.#machine)
      this.#erased.add(erased)
      if (this.#settings.load('authority') === undefined)
        this.#settings.save('authority', authority)
      this.#spenders.save(face.id, { face, shelf, spent: { ...NOTHING_SPENT, day, kvWrites } })
    })
    this.#isStale = true
    // The alarm is the promise that the snapshot will be written, whatever happens to this call.
    await this.ctx.storage.setAlarm(Math.max(Date.now() + 1, this.#mayWriteAt()))
    return this.#kvWritesToday(day)
  }

  /** KV writes of an object that publishes beside the publishers: a watch's feed. */
  spent(spender: string, kvWrites: number): number {
    const day = dayOf(new Date())
    const before = this.#spenders.load(spender)?.spent ?? NOTHING_SPENT
    const spent = spentAlso(before, { kvWrites, rowsWritten: 0 }, day)
    this.#spenders.save(spender, { face: null, spent })
    return this.#kvWritesToday(day)
  }

  /** The newest statements, with their texts: what a new watch's feed is filled from. */
  newest(): PreparedEntry[] {
    return this.#entries.all()
  }

  /** Takes erased statements out of `all`. */
  async forget(statements: readonly string[]): Promise<void> {
    this.#transact(() => {
      for (const id of statements) {
        this.#entries.remove(id)
        this.#machine.remove(id)
        this.#teller.oweErased(this.#clusters.remove(id), id)
      }
    })
    this.#isStale = true
    await this.ctx.storage.setAlarm(Date.now() + 1)
  }

  faces(): PublisherFace[] {
    return this.#spenders.all().flatMap(({ face }) => (face === null ? [] : [face]))
  }

  /** A topic of all begins to be followed, or ends; answers with what it is rendered from. */
  followTopic(name: string, isFollowed: boolean): TopicNews {
    this.#topics.set(name, isFollowed)
    return this.#snapshot()
  }

  /** Seats for a topic's subscribers, of those that the plan has; the reason where it has none. */
  takeHubSeats(topic: string, seats: number): string | null {
    return this.#seats.take(topic, seats, this.env.PLAN !== 'paid') ?? null
  }

  setHubSeats(topic: string, seats: number): void {
    this.#seats.set(topic, seats)
  }

  override async alarm(): Promise<void> {
    try {
      if (this.#isStale && this.#mayWriteAt() <= Date.now()) await this.#publish()
      else await this.#cluster()
      await this.#hubs.tellSome(() => this.#snapshot(), Date.now())
      const next = this.#nextRun()
      if (next !== undefined) await this.ctx.storage.setAlarm(Math.max(Date.now() + 1, next))
    } catch (error) {
      logFault({ at: 'front' }, error)
      await this.ctx.storage.setAlarm(Date.now() + RETRY_MS)
    }
  }

  report(): { readonly spent: Spent; readonly statements: number } {
    const day = dayOf(new Date())
    const own = this.#settings.load<Spent>('spent') ?? NOTHING_SPENT
    return { spent: spentOn(day, [own]), statements: this.#entries.count() }
  }

  async #publish(): Promise<void> {
    // Now, not when it is written: what is taken meanwhile is not in it.
    this.#isStale = false
    // Before anything was ever told. Later even an empty feed is written: the last may be erased.
    if (this.#settings.load('authority') === undefined) return
    const { snapshot, authority, updated } = this.#snapshot()
    try {
      await new Published(this.env.PUBLISHED).saveSnapshot(allSnapshotKey, snapshot, {
        updated,
        authority,
      })
    } catch (error) {
      this.#isStale = true
      throw error
    }
    this.#hubs.owe()
    this.#writtenAt = Date.now()
    const own = this.#settings.load<Spent>('spent') ?? NOTHING_SPENT
    const more = { kvWrites: 1, rowsWritten: this.#sql.takeRowsWritten() + 1 }
    this.#settings.save('spent', spentAlso(own, more, dayOf(new Date(this.#writtenAt))))
  }

  #snapshot(): TopicNews & { readonly updated: string } {
    const publishers = Object.fromEntries(this.faces().map((face) => [face.id, face]))
    const authority = this.#settings.load<string>('authority') ?? ''
    const { bytes, updated } = this.#entries.snapshot(ALL, publishers, {
      ...this.#shelves.older(),
      erased: this.#erased.list(),
      ...machineSection(this.#machine, ALL, publishers),
    })
    return { snapshot: bytes, authority, updated }
  }

  /** Texts published at several places, the newest first. */
  clusters(): Cluster[] {
    return this.#clusters.list()
  }

  #transact(work: () => void): void {
    allOrNothing(this.ctx.storage, work, () => this.#clusters.forget())
  }

  /** In a run of its own: `all` is written before, and no alert waits for this. */
  async #cluster(): Promise<void> {
    const now = Date.now()
    this.#transact(() => {
      for (const entry of this.#unclustered().slice(0, CLUSTERED_A_RUN))
        this.#teller.owe(this.#clusters.take(entry, now), now)
    })
    await this.#teller.tellSome(now)
  }

  #unclustered(): PreparedEntry[] {
    const now = Date.now()
    return this.#entries.all().filter((entry) => !this.#clusters.knows(entry, now))
  }

  /** When something is to be done next, ms since 1970; undefined where all is done. */
  #nextRun(): number | undefined {
    if (this.#isStale) return this.#mayWriteAt()
    return this.#unclustered().length > 0 ? 0 : this.#teller.next()
  }

  /**
   * One key takes one write a second, and near the end of a day's writes far fewer. A clock that went
   * back since the last write must not make the next one wait for it.
   */
  #mayWriteAt(): number {
    this.#writtenAt = Math.min(this.#writtenAt, Date.now())
    const isNearEnd = this.#kvWritesToday(dayOf(new Date())) >= KV_WRITES_BEFORE_SAVING
    const saving = this.env.PLAN !== 'paid' && isNearEnd
    return this.#writtenAt + (saving ? SNAPSHOT_SPACING_SAVING_MS : SNAPSHOT_SPACING_MS)
  }

  #kvWritesToday(day: string): number {
    const own = this.#settings.load<Spent>('spent') ?? NOTHING_SPENT
    return spentOn(day, [own, ...this.#spenders.all().map(({ spent }) => spent)]).kvWrites
  }
}
