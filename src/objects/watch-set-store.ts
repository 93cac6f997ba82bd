import { type WatchSet, type WatchSetItem, watchSetOf } from '../watches/watch-set.ts'
import type { Sql } from './sql.ts'

export const WATCH_SETS_SCHEMA = `
CREATE TABLE IF NOT EXISTS watches (
  version TEXT NOT NULL, chunk INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (version, chunk)) WITHOUT ROWID;`

/** The set of watches that a publisher's object has pulled from the desk, in its chunks. */
export class WatchSetStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** The set of a version, or undefined while it is not all here. */
  load(version: string): WatchSet | undefined {
    const rows = this.#sql.all<{ value: string }>(
      'SELECT value FROM watches WHERE version = ? ORDER BY chunk',
      version,
    )
    if (rows.length === 0) return undefined
    return watchSetOf(rows.flatMap(({ value }) => JSON.parse(value) as WatchSetItem[]))
  }

  /** Replaces the watches by another version's. */
  save(version: string, chunks: readonly string[]): void {
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
