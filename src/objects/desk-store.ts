import type { SealedEndpoint } from '../platform/seal.ts'
import type { SealedTranslation } from '../platform/sealed-translation.ts'
import type { Publisher } from '../sources/publisher.ts'
import type { Concept } from '../watches/concept.ts'
import type { Watch } from '../watches/watch.ts'
import type { Notice } from '../deliveries/notice.ts'
import { ENDED_SESSIONS_SCHEMA, EndedSessions } from './ended-sessions.ts'
import { ENTRIES_SCHEMA, EntryStore, OWN_ENTRIES_SCHEMA } from './entry-store.ts'
import { SETTINGS_SCHEMA, Settings } from './settings.ts'
import type { Sql } from './sql.ts'
import { openTables } from './tables.ts'

const SCHEMA = `
CREATE TABLE IF NOT EXISTS things (
  kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS dirty (
  target TEXT PRIMARY KEY, rank INTEGER NOT NULL, version INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS watch_sets (
  version TEXT NOT NULL, chunk INTEGER NOT NULL, made INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (version, chunk)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notices (id TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;`

/** What the desk keeps, by kind. A retired publisher's id is never given again. */
export interface Things {
  publisher: Publisher
  /** Hosts that a publisher's object asks; under the publisher's id. */
  hosts: readonly string[]
  watch: Watch
  concept: Concept
  endpoint: SealedEndpoint
  /** The random key in the address of a watch's feed, or of the operator's feed of states. */
  feedKey: string
  /** At most one, under `TRANSLATION`. */
  translation: SealedTranslation
  retired: { readonly at: string; readonly erase?: boolean }
}

export type ThingKind = keyof Things

/** Who must be told of a change; a notice's id names what is told to whoever asked for notices. */
export type Target =
  | `endpoint:${string}`
  | `publisher:${string}`
  | 'list'
  | 'health'
  | 'own-health'
  | 'translator'
  | `notice:${string}`

/** Endpoints before publishers: an alert must not find an endpoint that does not know its address. */
const RANKS = { endpoint: 0, publisher: 1, list: 2 } as const

export interface Dirty {
  readonly target: Target
  readonly version: number
  readonly attempts: number
}

const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 5 * 60_000
const WATCH_SETS_KEPT = 3

const TABLES = [SETTINGS_SCHEMA, SCHEMA, ENTRIES_SCHEMA, OWN_ENTRIES_SCHEMA, ENDED_SESSIONS_SCHEMA]

/** The operator's settings and who is still to be told of them. */
export class DeskStore {
  readonly #sql: Sql
  readonly #settings: Settings
  /** What the feed of states holds. */
  readonly health: EntryStore
  /** What the operator's own feed of states holds. */
  readonly ownHealth: EntryStore
  readonly endedSessions: EndedSessions

  constructor(sql: Sql) {
    this.#sql = sql
    openTables(sql, TABLES)
    this.health = new EntryStore(sql)
    this.ownHealth = new EntryStore(sql, 'own_entries')
    this.endedSessions = new EndedSessions(sql)
    this.#settings = new Settings(sql)
  }

  version(): number {
    return this.#settings.load<number>('version') ?? 0
  }

  raiseVersion(): number {
    const version = this.version() + 1
    this.#settings.save('version', version)
    return version
  }

  /** Who mints ids, see `tagAuthority`: fixed by the first change that is saved. */
  authority(): string {
    return this.#settings.load<string>('authority') ?? ''
  }

  fixAuthority(authority: string): void {
    if (this.authority() === '') this.#settings.save('authority', authority)
  }

  /** Everything of a kind, in the order of ids. */
  entries<K extends ThingKind>(kind: K): ReadonlyMap<string, Things[K]> {
    const rows = this.#sql.all<{ id: string; value: string }>(
      'SELECT id, value FROM things WHERE kind = ? ORDER BY id',
      kind,
    )
    return new Map(rows.map(({ id, value }) => [id, JSON.parse(value) as Things[K]]))
  }

  list<K extends ThingKind>(kind: K): Things[K][] {
    return [...this.entries(kind).values()]
  }

  load<K extends ThingKind>(kind: K, id: string): Things[K] | undefined {
    const row = this.#row(kind, id)
    return row === undefined ? undefined : (JSON.parse(row.value) as Things[K])
  }

  #row(kind: ThingKind, id: string) {
    return this.#sql.first<{ version: number; value: string }>(
      'SELECT version, value FROM things WHERE kind = ? AND id = ?',
      kind,
      id,
    )
  }

  save<K extends ThingKind>(kind: K, id: string, value: Things[K], version: number): void {
    this.#sql.run(
      `INSERT INTO things (kind, id, version, value) VALUES (?, ?, ?, ?)
        ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, value = excluded.value`,
      kind,
      id,
      version,
      JSON.stringify(value),
    )
  }

  /** The version in which a thing was last saved; 0 where there is none. */
  versionOf(kind: ThingKind, id: string): number {
    return this.#row(kind, id)?.version ?? 0
  }

  remove(kind: ThingKind, id: string): void {
    this.#sql.run('DELETE FROM things WHERE kind = ? AND id = ?', kind, id)
  }

  ids(kind: ThingKind): string[] {
    return [...this.entries(kind).keys()]
  }

  /** Notes that a target must be told of a version, in the transaction that made it. */
  soil(target: Target, version: number): void {
    const [kind] = target.split(':')
    const rank = kind === 'endpoint' || kind === 'publisher' ? RANKS[kind] : RANKS.list
    this.#sql.run(
      `INSERT INTO dirty (target, rank, version) VALUES (?, ?, ?)
        ON CONFLICT (target) DO UPDATE SET version = excluded.version, attempts = 0, due = 0`,
      target,
      rank,
      version,
    )
  }

  /** Keeps a notice until everybody who asked for notices has it. */
  saveNotice(notice: Notice): void {
    this.#sql.run(
      'INSERT OR REPLACE INTO notices (id, value) VALUES (?, ?)',
      notice.id,
      JSON.stringify(notice),
    )
  }

  loadNotice(id: string): Notice | undefined {
    const row = this.#sql.first<{ value: string }>('SELECT value FROM notices WHERE id = ?', id)
    return row === undefined ? undefined : (JSON.parse(row.value) as Notice)
  }

  removeNotice(id: string): void {
    this.#sql.run('DELETE FROM notices WHERE id = ?', id)
  }

  dirty(now: number, limit: number): Dirty[] {
    return this.#sql.all<{ target: Target; version: number; attempts: number }>(
      'SELECT target, version, attempts FROM dirty WHERE due <= ? ORDER BY rank, target LIMIT ? + 0',
      now,
      limit,
    )
  }

  /**
   * The version that a target has been told of: what the watchdog compares with what it has.
   * Kept for each target when it was told; 0 for one that never was.
   */
  toldVersion(target: Target): number {
    return this.#settings.load<number>(`told ${target}`) ?? 0
  }

  /** Told: unless it was soiled again meanwhile. */
  clean({ target, version }: Dirty): void {
    // Only of objects does the watchdog ask which version they have.
    if (!target.startsWith('notice:')) this.#settings.save(`told ${target}`, version)
    this.#sql.run('DELETE FROM dirty WHERE target = ? AND version = ?', target, version)
  }

  postpone({ target, attempts }: Dirty, now: number): void {
    const due = now + Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 20))
    this.#sql.run('UPDATE dirty SET attempts = attempts + 1, due = ? WHERE target = ?', due, target)
  }

  nextDirty(): number | undefined {
    return (
      this.#sql.first<{ due: number | null }>('SELECT MIN(due) AS due FROM dirty')?.due ?? undefined
    )
  }

  watchVersion(): string {
    return this.#settings.load<string>('watchVersion') ?? ''
  }

  /** Keeps a set of watches under its version, which is immutable; the oldest sets go. */
  saveWatchSet(watchVersion: string, made: number, chunks: readonly string[]): void {
    chunks.forEach((value, chunk) =>
      this.#sql.run(
        'INSERT OR REPLACE INTO watch_sets (version, chunk, made, value) VALUES (?, ?, ?, ?)',
        watchVersion,
        chunk,
        made,
        value,
      ),
    )
    this.#settings.save('watchVersion', watchVersion)
    this.#sql.run(
      'DELETE FROM watch_sets WHERE made <= ? AND version <> ?',
      made - WATCH_SETS_KEPT,
      watchVersion,
    )
  }

  watchChunks(watchVersion: string): string[] | undefined {
    const rows = this.#sql.all<{ value: string }>(
      'SELECT value FROM watch_sets WHERE version = ? ORDER BY chunk',
      watchVersion,
    )
    return rows.length === 0 ? undefined : rows.map(({ value }) => value)
  }
}
