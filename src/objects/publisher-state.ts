import type { Publisher } from '../sources/publisher.ts'
import { NEW_SOURCE, type SourceState } from '../sources/source-state.ts'
import type { Watch } from '../watches/watch.ts'
import { AlertStore } from './alert-store.ts'
import { Outbox } from './outbox.ts'
import { Settings } from './settings.ts'
import { NOTHING_SPENT, type Spent, spentAlso, spentOn } from './spending.ts'
import type { Sql } from './sql.ts'
import { StatementStore } from './statement-store.ts'
import { WantedStore } from './wanted-store.ts'

/** What a publisher's object owes to others. */
export type PublisherErrand = 'alert' | 'snapshot' | 'front' | 'publish' | 'revision'

/** What the desk told the object, with the version that it belongs to. */
export interface PublisherOrders {
  readonly version: number
  /** Who mints ids, see `tagAuthority`. */
  readonly authority: string
  /** `null` once the publisher was deleted: polling stops, the outbox is finished. */
  readonly publisher: Publisher | null
  /** Names the set of watches by version and content: `12.9f…`. */
  readonly watchVersion: string
}

/** Counts that outlive the day, for metrics. */
export interface Totals {
  readonly changes: Readonly<Record<string, number>>
  readonly alerts: number
}

const NO_TOTALS: Totals = { changes: {}, alerts: 0 }

interface SourceRow {
  readonly state: SourceState
  readonly spent: Spent
}

/** All that a publisher's object keeps, by name. */
export class PublisherState {
  readonly #sql: Sql
  readonly settings: Settings
  readonly statements: StatementStore
  readonly wanted: WantedStore
  readonly alerts: AlertStore
  readonly outbox: Outbox<PublisherErrand>
  /** When the snapshot was last written, ms since 1970; after a restart at once again. */
  snapshotAt = 0
  #kvWrites = 0
  #kvOfAll = { day: '', writes: 0 }

  constructor(sql: Sql) {
    this.#sql = sql
    this.settings = new Settings(sql)
    this.statements = new StatementStore(sql)
    this.wanted = new WantedStore(sql)
    this.alerts = new AlertStore(sql)
    this.outbox = new Outbox(sql)
    sql.run(`CREATE TABLE IF NOT EXISTS sources (id TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS watches (version TEXT NOT NULL, chunk INTEGER NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (version, chunk)) WITHOUT ROWID`)
  }

  orders(): PublisherOrders | undefined {
    return this.settings.load('orders')
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
    this.#sql.run(
      'INSERT INTO sources (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value',
      id,
      JSON.stringify(row),
    )
    this.#sql.takeRowsWritten()
  }

  #sourceRow(id: string): SourceRow | undefined {
    const row = this.#sql.first<{ value: string }>('SELECT value FROM sources WHERE id = ?', id)
    return row === undefined ? undefined : (JSON.parse(row.value) as SourceRow)
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

  totals(): Totals {
    return this.settings.load<Totals>('totals') ?? NO_TOTALS
  }

  addTotals(changes: readonly string[], alerts: number): void {
    const totals = this.totals()
    const counted: Record<string, number> = { ...totals.changes }
    for (const kind of changes) counted[kind] = (counted[kind] ?? 0) + 1
    this.settings.save('totals', { changes: counted, alerts: totals.alerts + alerts })
  }

  /** The watches of a version, or undefined while they are not all here. */
  watches(version: string): Watch[] | undefined {
    const rows = this.#sql.all<{ value: string }>(
      'SELECT value FROM watches WHERE version = ? ORDER BY chunk',
      version,
    )
    if (rows.length === 0) return undefined
    return rows.flatMap(({ value }) => JSON.parse(value) as Watch[])
  }

  /** Replaces the watches by another version's. */
  saveWatches(version: string, chunks: readonly string[]): void {
    this.#sql.run('DELETE FROM watches')
    chunks.forEach((chunk, index) =>
      this.#sql.run(
        'INSERT INTO watches (version, chunk, value) VALUES (?, ?, ?)',
        version,
        index,
        chunk,
      ),
    )
  }
}
