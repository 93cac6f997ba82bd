import type { PublisherFace } from '../feeds/snapshot.ts'
import type { Source } from '../sources/source.ts'
import type { MachineRules } from '../statements/machine-version.ts'
import { NEW_SOURCE, type SourceState } from '../sources/source-state.ts'
import { ALERTS_SCHEMA, AlertStore } from './alert-store.ts'
import { ARCHIVES_SCHEMA, ArchiveStore } from './archive-store.ts'
import { CHORES_SCHEMA, ChoreStore } from './chore-store.ts'
import { HeldDues } from './dues.ts'
import { EDITS_SCHEMA, ENTRIES_SCHEMA, EntryStore, MACHINE_ENTRIES_SCHEMA } from './entry-store.ts'
import { ErasedStore } from './erased-store.ts'
import { HubTopics } from './hub-topics.ts'
import { MACHINE_SCHEMA, MachineStore } from './machine-store.ts'
import { OUTBOX_SCHEMA, Outbox } from './outbox.ts'
import type { PublisherErrand } from './publisher-errand.ts'
import type { PublisherOrders } from './publisher-orders.ts'
import { PAIRING_SCHEMA, PairingStore } from './pairing-store.ts'
import { RebuildProgress } from './rebuild-progress.ts'
import { FLOODS_SCHEMA, FloodStore } from './flood-store.ts'
import { RECHECKS_SCHEMA, RecheckStore } from './recheck-store.ts'
import { SETTINGS_SCHEMA, Settings } from './settings.ts'
import { NOTHING_SPENT, type Spent, spentAlso, spentOn } from './spending.ts'
import type { Sql } from './sql.ts'
import { STATEMENTS_SCHEMA, StatementStore } from './statement-store.ts'
import { openTables } from './tables.ts'
import { TotalsStore } from './totals.ts'
import { VolatileStore } from './volatile-store.ts'
import { WANTED_SCHEMA, WantedStore } from './wanted-store.ts'
import { WATCH_SETS_SCHEMA, WatchSetStore } from './watch-set-store.ts'

/** With rows of its own, else the rest of one over 1 KB lies on another page. */
const SOURCES_SCHEMA =
  'CREATE TABLE IF NOT EXISTS sources (id TEXT PRIMARY KEY, value TEXT NOT NULL);'

interface SourceRow {
  readonly state: SourceState
  readonly spent: Spent
}

const TABLES = [
  SETTINGS_SCHEMA,
  STATEMENTS_SCHEMA,
  RECHECKS_SCHEMA,
  ENTRIES_SCHEMA,
  EDITS_SCHEMA,
  ARCHIVES_SCHEMA,
  WANTED_SCHEMA,
  ALERTS_SCHEMA,
  FLOODS_SCHEMA,
  OUTBOX_SCHEMA,
  SOURCES_SCHEMA,
  WATCH_SETS_SCHEMA,
  CHORES_SCHEMA,
  PAIRING_SCHEMA,
  MACHINE_SCHEMA,
  MACHINE_ENTRIES_SCHEMA,
]

/**
 * All that a publisher's object keeps, by name. Orders and source rows are looked at several times
 * a poll and so held in memory as well; whoever rolls a transaction back must call `forget`.
 */
export class PublisherState {
  readonly #sql: Sql
  readonly #sources = new Map<string, SourceRow>()
  #orders: PublisherOrders | undefined
  readonly dues: HeldDues
  readonly settings: Settings
  readonly volatile: VolatileStore
  readonly statements: StatementStore
  readonly rechecks: RecheckStore
  readonly entries: EntryStore
  readonly edits: EntryStore
  readonly erased: ErasedStore
  readonly archives: ArchiveStore
  readonly hubTopics: HubTopics
  readonly wanted: WantedStore
  readonly alerts: AlertStore
  readonly floods: FloodStore
  readonly watches: WatchSetStore
  readonly outbox: Outbox<PublisherErrand>
  readonly chores: ChoreStore
  readonly rebuild: RebuildProgress
  readonly pairing: PairingStore
  readonly machine: MachineStore
  readonly machineEntries: EntryStore
  readonly totals: TotalsStore
  /** When the snapshot was last written, ms since 1970; after a restart at once again. */
  snapshotAt = 0
  #kvWrites = 0
  #kvOfAll = { day: '', writes: 0 }

  constructor(sql: Sql) {
    this.#sql = sql
    this.dues = new HeldDues(sql, () => this.activeSources().map(({ id }) => id))
    openTables(sql, TABLES)
    this.settings = new Settings(sql, { isHeld: true })
    this.volatile = new VolatileStore(this.settings)
    this.entries = new EntryStore(sql)
    this.edits = new EntryStore(sql, 'edits')
    this.erased = new ErasedStore(this.settings)
    this.archives = new ArchiveStore(sql)
    this.hubTopics = new HubTopics(this.settings)
    this.statements = new StatementStore(sql)
    this.rechecks = new RecheckStore(sql)
    this.wanted = new WantedStore(sql)
    this.alerts = new AlertStore(sql)
    this.floods = new FloodStore(sql)
    this.watches = new WatchSetStore(sql)
    this.outbox = new Outbox(sql)
    this.chores = new ChoreStore(sql)
    this.rebuild = new RebuildProgress(this.settings)
    this.pairing = new PairingStore(sql)
    this.machine = new MachineStore(sql)
    this.machineEntries = new EntryStore(sql, 'machine_entries')
    this.totals = new TotalsStore(sql, this.settings, this.statements)
  }

  /** After a transaction that was rolled back: what is held in memory may not be what is kept. */
  forget(): void {
    this.#sources.clear()
    this.#orders = undefined
    this.dues.forget()
    this.settings.forget()
    this.alerts.forget()
    this.statements.forget()
    this.rebuild.forget()
  }

  /** Empties what was set for later and learned: the publisher is erased, its statements are gone. */
  forgetAll(): void {
    const tables = 'pairing likenesses chores wanted rechecks awaited held floods'
    for (const table of tables.split(' ')) this.#sql.run(`DELETE FROM ${table}`)
    this.volatile.clear()
  }

  orders(): PublisherOrders | undefined {
    this.#orders ??= this.settings.load('orders')
    return this.#orders
  }

  rules(): MachineRules | undefined {
    return this.orders()?.translation
  }

  saveOrders(orders: PublisherOrders): void {
    this.settings.save('orders', orders)
    this.#orders = orders
  }

  activeSources(): readonly Source[] {
    const publisher = this.orders()?.publisher
    if (publisher === null || publisher === undefined || publisher.paused) return []
    if (this.rebuild.load() !== undefined) return []
    return publisher.sources.filter((source) => !source.paused)
  }

  /** The sources that are due, the longest overdue first: one a run. */
  dueSources(now: number): Source[] {
    return this.activeSources()
      .map((source) => ({ source, next: this.source(source.id).next }))
      .filter(({ next }) => next <= now)
      .sort((a, b) => a.next - b.next)
      .map(({ source }) => source)
  }

  /**
   * When the object has something to do next, ms since 1970; Infinity when it has nothing.
   * @param held until when a source's host is left alone; @param pagesHeld the same for pages
   */
  nextRun(held: (source: Source) => number, pagesHeld: number): number {
    const polls = this.activeSources().map((one) => Math.max(this.source(one.id).next, held(one)))
    const { owed, page, chore } = this.dues.next()
    if (this.rebuild.load() !== undefined) return this.face() === undefined ? Infinity : 0
    return Math.min(owed, ...(polls.length > 0 ? [Math.max(page, pagesHeld), chore, ...polls] : []))
  }

  /** The publisher's name outlives its deletion: what is owed then is still told under it. */
  face(): PublisherFace | undefined {
    const publisher = this.orders()?.publisher
    if (publisher === null || publisher === undefined) {
      return this.settings.load<PublisherFace>('face')
    }
    const { id, name, site } = publisher
    return { id, name, site }
  }

  source(id: string): SourceState {
    return this.#sourceRow(id)?.state ?? NEW_SOURCE
  }

  /** One row: the state, and with it what was spent since the last time. */
  saveSource(id: string, state: SourceState, day: string): void {
    const before = this.#sourceRow(id)?.spent ?? NOTHING_SPENT
    // The row that is being written now counts too.
    const more = { kvWrites: this.#kvWrites, rowsWritten: this.#sql.takeRowsWritten() + 1 }
    this.#kvWrites = 0
    const row: SourceRow = { state, spent: spentAlso(before, more, day) }
    this.#sources.set(id, row)
    // A poll that found nothing writes this row alone, and moves nothing that is due.
    this.dues.unmovedBy(() => {
      this.#sql.run(
        'INSERT INTO sources (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value',
        id,
        JSON.stringify(row),
      )
    })
    this.#sql.takeRowsWritten()
  }

  #sourceRow(id: string): SourceRow | undefined {
    const held = this.#sources.get(id)
    if (held !== undefined) return held
    const kept = this.#sql.first<{ value: string }>('SELECT value FROM sources WHERE id = ?', id)
    if (kept === undefined) return undefined
    const { state, spent } = JSON.parse(kept.value) as SourceRow
    // A row that an earlier version wrote may lack what this one looks at, or have notes in one language.
    const notes = (state.notes ?? []).filter((note: unknown) => typeof note !== 'string')
    const row = { state: { ...NEW_SOURCE, ...state, notes }, spent }
    this.#sources.set(id, row)
    return row
  }

  countKvWrites(writes: number): void {
    this.#kvWrites += writes
  }

  /** KV writes of the whole deployment on a day, as the front last told. */
  kvWritesOfAll(day: string): number {
    return this.#kvOfAll.day === day ? this.#kvOfAll.writes : 0
  }

  noteKvWritesOfAll(day: string, writes: number): void {
    this.#kvOfAll = { day, writes }
  }

  countRows(rows: number): void {
    this.#sql.countRows(rows)
  }

  /** What this object has spent on a day, up to its last poll. */
  spent(day: string): Spent {
    const rows = this.#sql.all<{ value: string }>('SELECT value FROM sources')
    const sum = spentOn(
      day,
      rows.map(({ value }) => (JSON.parse(value) as SourceRow).spent),
    )
    return spentAlso(sum, { kvWrites: this.#kvWrites, rowsWritten: 0 }, day)
  }
}
