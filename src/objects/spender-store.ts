import type { Shelf } from '../feeds/older.ts'
import type { PublisherFace } from '../feeds/snapshot.ts'
import type { Spent } from './spending.ts'
import type { Sql } from './sql.ts'

/** What the front knows of a publisher: how it is named, where its older
 * statements lie, and what its object spent today. */
export interface Spender {
  readonly face: PublisherFace | null
  /** Absent until it was told. */
  readonly shelf?: Shelf
  readonly spent: Spent
}

export const SPENDERS_SCHEMA =
  'CREATE TABLE IF NOT EXISTS spenders (id TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;'

/** Whoever writes to KV beside the front: publishers' objects and watches' feeds. */
export class SpenderStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  load(id: string): Spender | undefined {
    const row = this.#sql.first<{ value: string }>('SELECT value FROM spenders WHERE id = ?', id)
    return row === undefined ? undefined : (JSON.parse(row.value) as Spender)
  }

  all(): Spender[] {
    return this.#sql
      .all<{ value: string }>('SELECT value FROM spenders')
      .map(({ value }) => JSON.parse(value) as Spender)
  }

  save(id: string, spender: Spender): void {
    this.#sql.run(
      'INSERT INTO spenders (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value',
      id,
      JSON.stringify(spender),
    )
  }
}
