import {
  type SnapshotBounds,
  type SnapshotInput,
  buildSnapshot,
  newestOf,
} from '../feeds/build-snapshot.ts'
import type { PreparedEntry } from '../feeds/prepare-entry.ts'
import {
  type ErasedEntry,
  type PublisherFace,
  SNAPSHOT_ENTRIES_A_LANGUAGE,
} from '../feeds/snapshot.ts'
import { dateOf } from '../statements/newest-first.ts'
import { type Instant, EPOCH } from '../text/instant.ts'
import { LANGUAGES, type Language } from '../text/language.ts'
import type { Sql } from './sql.ts'

/** Where entries are kept: the newest statements a language, edits, machine versions, or states for the operator. */
type Table = 'entries' | 'edits' | 'machine_entries' | 'own_entries'

const schemaOf = (table: Table) => `
CREATE TABLE IF NOT EXISTS ${table} (
  id TEXT PRIMARY KEY, publisher TEXT NOT NULL, language TEXT NOT NULL, sort TEXT NOT NULL,
  published TEXT, first_seen TEXT NOT NULL, updated TEXT NOT NULL, revision INTEGER NOT NULL,
  head TEXT NOT NULL, body TEXT NOT NULL, body_bytes INTEGER NOT NULL) WITHOUT ROWID;`

/** What is not among the newest: under which day it stands, and since when it is known. */
export interface LeftOut extends Record<string, string> {
  sort: string
  first_seen: string
}

const NEWEST_FIRST = 'ORDER BY sort DESC, first_seen DESC, length(id) DESC, id DESC'

/** Withdrawn statements that are kept beside the newest: whoever follows withdrawals asks for them. */
const WITHDRAWN_A_LANGUAGE = 20
const OLDER_BOUNDS: SnapshotBounds = {
  bytes: 48 * 1024,
  entriesALanguage: SNAPSHOT_ENTRIES_A_LANGUAGE + WITHDRAWN_A_LANGUAGE,
}

/** How a head says it; in a title the quotes would be escaped. */
const WITHDRAWN = '"state":"withdrawn"'

export const ENTRIES_SCHEMA = schemaOf('entries')
export const EDITS_SCHEMA = schemaOf('edits')
export const MACHINE_ENTRIES_SCHEMA = schemaOf('machine_entries')
export const OWN_ENTRIES_SCHEMA = schemaOf('own_entries')

interface EntryRow extends Record<string, string | number | null> {
  id: string
  publisher: string
  language: Language
  published: string | null
  first_seen: string
  updated: string
  revision: number
  head: string
  body: string
  body_bytes: number
}

/**
 * The newest statements a language, ready to be joined to a snapshot: of a publisher, of all, or of
 * a watch's feed. A statement is made ready once, when it changes; a snapshot reads, and parses
 * nothing.
 */
export class EntryStore {
  readonly #sql: Sql
  readonly #table: Table

  constructor(sql: Sql, table: Table = 'entries') {
    this.#sql = sql
    this.#table = table
  }

  /** Keeps a statement as it is now. An older wording than is kept, from a retry, changes nothing. */
  keep(entry: PreparedEntry): void {
    const { id, publisher, language, published, firstSeen, updated, revision } = entry
    this.#sql.run(
      `INSERT INTO ${this.#table} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET sort = excluded.sort, published = excluded.published, updated = excluded.updated,
          revision = excluded.revision, head = excluded.head, body = excluded.body,
          body_bytes = excluded.body_bytes
        WHERE excluded.revision >= revision`,
      id,
      publisher,
      language,
      dateOf(entry),
      published,
      firstSeen,
      updated,
      revision,
      entry.head,
      entry.body,
      entry.bodyBytes,
    )
  }

  /** Forgets what no snapshot would show; tells what is not among the newest. */
  trim(): LeftOut[] {
    return LANGUAGES.flatMap((language) => {
      const left = this.#sql.all<LeftOut>(
        `SELECT sort, first_seen FROM ${this.#table} WHERE language = ?
          ${NEWEST_FIRST} LIMIT -1 OFFSET ? + 0`,
        language,
        SNAPSHOT_ENTRIES_A_LANGUAGE,
      )
      if (left.length > 0) this.#forget(language)
      return left
    })
  }

  #forget(language: Language): void {
    this.#sql.run(
      `DELETE FROM ${this.#table} WHERE language = ?1 AND id NOT IN
        (SELECT id FROM ${this.#table} WHERE language = ?1 ${NEWEST_FIRST} LIMIT ?2 + 0)
        AND id NOT IN (SELECT id FROM ${this.#table} WHERE language = ?1
          AND instr(head, ?4) > 0 ORDER BY updated DESC, id DESC LIMIT ?3 + 0)`,
      language,
      SNAPSHOT_ENTRIES_A_LANGUAGE,
      WITHDRAWN_A_LANGUAGE,
      WITHDRAWN,
    )
  }

  /** The ids that a snapshot would show of a language. */
  newestIds(language: Language): string[] {
    return this.#sql
      .all<{ id: string }>(
        `SELECT id FROM ${this.#table} WHERE language = ? ${NEWEST_FIRST} LIMIT ? + 0`,
        language,
        SNAPSHOT_ENTRIES_A_LANGUAGE,
      )
      .map(({ id }) => id)
  }

  remove(id: string): void {
    this.#sql.run(`DELETE FROM ${this.#table} WHERE id = ?`, id)
  }

  /** Of a statement, or of all its edits. */
  removeAbout(statement: string): void {
    this.#sql.run(
      `DELETE FROM ${this.#table} WHERE id = ? OR substr(id, 1, ?) = ?`,
      statement,
      statement.length + 1,
      `${statement}.`,
    )
  }

  clear(): void {
    this.#sql.run(`DELETE FROM ${this.#table}`)
  }

  count(): number {
    return this.#sql.first<{ n: number }>(`SELECT COUNT(*) AS n FROM ${this.#table}`)?.n ?? 0
  }

  load(id: string): PreparedEntry | undefined {
    const row = this.#sql.first<EntryRow>(`SELECT * FROM ${this.#table} WHERE id = ?`, id)
    return row === undefined ? undefined : entryOf(row)
  }

  ids(): string[] {
    return this.#sql.all<{ id: string }>(`SELECT id FROM ${this.#table}`).map(({ id }) => id)
  }

  all(): PreparedEntry[] {
    return this.#sql.all<EntryRow>(`SELECT * FROM ${this.#table}`).map(entryOf)
  }

  /** The snapshot of what is kept, and when the newest change in it was. */
  snapshot(
    of: string,
    publishers: Readonly<Record<string, PublisherFace>>,
    more: Pick<SnapshotInput, 'chain' | 'older' | 'erased' | 'machine' | 'edits' | 'bounds'> = {},
  ): { readonly bytes: Uint8Array; readonly updated: Instant } {
    const entries = this.all()
    const updated = newestChange(entries, more.erased)
    const older = this.#table === 'entries' ? olderWithdrawn(entries) : []
    const input = { of, publishers, updated }
    const withdrawn =
      older.length === 0
        ? {}
        : { withdrawn: buildSnapshot({ ...input, entries: older, bounds: OLDER_BOUNDS }) }
    return { bytes: buildSnapshot({ ...input, entries, ...withdrawn, ...more }), updated }
  }
}

/** Those that no snapshot would show among its newest. */
function olderWithdrawn(entries: readonly PreparedEntry[]): PreparedEntry[] {
  const newest = new Set(newestOf(entries, SNAPSHOT_ENTRIES_A_LANGUAGE))
  return entries.filter((entry) => !newest.has(entry) && entry.head.includes(WITHDRAWN))
}

function entryOf(row: EntryRow): PreparedEntry {
  const { id, publisher, language, published, updated, revision, head, body } = row
  const order = { id, publisher, language, published, firstSeen: row.first_seen, updated, revision }
  return { ...order, head, body, bodyBytes: row.body_bytes }
}

/** When the newest change among entries was; that one was erased is a change too. */
export function newestChange(
  entries: readonly PreparedEntry[],
  erased: readonly ErasedEntry[] = [],
): Instant {
  const times = [...entries.map(({ updated }) => updated), ...erased.map(({ at }) => at)]
  return times.reduce((newest, time) => (time > newest ? time : newest), EPOCH)
}
