import type { ListingEntry } from '../sources/reading.ts'
import type { Sql } from './sql.ts'

/** A statement that a listing showed and whose own page is still to be read. */
export interface Wanted {
  readonly url: string
  readonly source: string
  readonly entry: ListingEntry
  readonly keys: readonly string[]
  readonly baseline: boolean
  readonly attempts: number
  /** The flood that it came with: its alerts share that flood's fate. */
  readonly flood?: number
}

interface WantedRow extends Record<string, string | number> {
  url: string
  source: string
  value: string
  baseline: number
  attempts: number
}

export const WANTED_SCHEMA = `
CREATE TABLE IF NOT EXISTS wanted (
  url TEXT PRIMARY KEY, source TEXT NOT NULL, value TEXT NOT NULL, baseline INTEGER NOT NULL,
  attempts INTEGER NOT NULL, due INTEGER NOT NULL) WITHOUT ROWID;`

/** Pages that did not fit into one run: kept in the transaction of the poll that saw them. */
export class WantedStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  add(wanted: Wanted, due: number): void {
    this.#sql.run(
      `INSERT INTO wanted (url, source, value, baseline, attempts, due) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (url) DO UPDATE SET attempts = excluded.attempts, due = excluded.due`,
      wanted.url,
      wanted.source,
      JSON.stringify({ entry: wanted.entry, keys: wanted.keys, flood: wanted.flood }),
      wanted.baseline ? 1 : 0,
      wanted.attempts,
      due,
    )
  }

  has(url: string): boolean {
    return this.#sql.first('SELECT 1 AS one FROM wanted WHERE url = ?', url) !== undefined
  }

  /** Whether pages of a source are still to be read. */
  any(source: string): boolean {
    const query = 'SELECT 1 AS one FROM wanted WHERE source = ? LIMIT 1'
    return this.#sql.first(query, source) !== undefined
  }

  due(source: string, now: number, limit: number): Wanted[] {
    return this.#sql
      .all<WantedRow>(
        'SELECT url, source, value, baseline, attempts FROM wanted WHERE source = ? AND due <= ? ORDER BY due, url LIMIT ? + 0',
        source,
        now,
        limit,
      )
      .map((row) => {
        const kept = JSON.parse(row.value) as Pick<Wanted, 'entry' | 'keys' | 'flood'>
        const { url, attempts } = row
        return { url, source: row.source, ...kept, baseline: row.baseline === 1, attempts }
      })
  }

  /** Puts a source's pages off to a moment at least. */
  hold(source: string, until: number): void {
    this.#sql.run('UPDATE wanted SET due = ?1 WHERE source = ?2 AND due < ?1', until, source)
  }

  remove(url: string): void {
    this.#sql.run('DELETE FROM wanted WHERE url = ?', url)
  }
}
