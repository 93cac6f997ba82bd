import type { Sql } from './sql.ts'

export const ARCHIVES_SCHEMA = `
CREATE TABLE IF NOT EXISTS archives (
  month TEXT PRIMARY KEY, due INTEGER, written INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;`

/** A month; `due` where a change is still to be written, `written` when it was last (ms, 0: never). */
interface ArchivedMonth extends Record<string, string | number | null> {
  month: string
  due: number | null
  written: number
}

/** A month whose statements changed is written after this, so that a back-filling is one write. */
const FIRST_WRITE_MS = 60_000
/** A month is written at most once in this time: what is newest stands in the snapshot anyway. */
const SPACING_MS = 24 * 3_600_000
/** What came in this time may not have been in a snapshot yet. */
const SHOWN_AFTER_MS = 60_000

/**
 * The months of a publisher's archive, `2018-11`: which there are, and which are to be written.
 * A statement belongs to the month of the publisher's date, else of the day on which we saw it
 * first. It moves only where that date proved to be the one of our visit.
 */
export class ArchiveStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** Notes that a month changed. A new month is a new neighbour: theirs change too. */
  mark(month: string, now: number): void {
    const query = 'SELECT due FROM archives WHERE month = ?'
    const known = this.#sql.first<{ due: number | null }>(query, month)
    // Owed already: a busy day marks its month with each statement.
    if (known !== undefined && known.due !== null) return
    this.#sql.run(
      `INSERT INTO archives (month, due) VALUES (?, ?)
        ON CONFLICT (month) DO UPDATE SET due = max(excluded.due, written + ?) WHERE due IS NULL`,
      month,
      now + FIRST_WRITE_MS,
      SPACING_MS,
    )
    if (known !== undefined) return
    const { previous, next } = this.around(month)
    for (const neighbour of [previous, next]) if (neighbour !== null) this.mark(neighbour, now)
  }

  /** The month that is to be written now: the oldest first, so that no link leads to nothing. */
  due(now: number): string | undefined {
    return this.#sql.first<{ month: string }>(
      'SELECT month FROM archives WHERE due <= ? ORDER BY month LIMIT 1',
      now,
    )?.month
  }

  /**
   * Has a month written at once, because one of its statements fell out of the snapshot, where it was
   * shown, and the month was written before that one came: readers would look for it for a day. That
   * happens once in as many statements as the snapshot holds. What an import or a first poll brings
   * was shown nowhere, and waits as ever.
   */
  hurry(month: string, firstSeen: number, now: number): void {
    if (firstSeen > now - SHOWN_AFTER_MS) return
    this.#sql.run(
      'UPDATE archives SET due = ?1 WHERE month = ?2 AND due > ?1 AND written BETWEEN 1 AND ?3',
      now,
      month,
      firstSeen,
    )
  }

  written(month: string, now: number): void {
    this.#sql.run('UPDATE archives SET due = NULL, written = ? WHERE month = ?', now, month)
  }

  postpone(month: string, due: number): void {
    this.#sql.run('UPDATE archives SET due = ? WHERE month = ?', due, month)
  }

  /** Forgets all months: the publisher is erased. */
  clear(): string[] {
    const rows = this.#sql.all<{ month: string }>('SELECT month FROM archives')
    this.#sql.run('DELETE FROM archives')
    return rows.map(({ month }) => month)
  }

  /** Every month that has statements, whether it was written yet or not; what changed last first. */
  all(): ArchivedMonth[] {
    return this.#sql.all<ArchivedMonth>(
      'SELECT month, due, written FROM archives ORDER BY due IS NULL, written DESC, month',
    )
  }

  around(month: string): { readonly previous: string | null; readonly next: string | null } {
    const row = this.#sql.first<{ previous: string | null; next: string | null }>(
      `SELECT (SELECT MAX(month) FROM archives WHERE month < ?) AS previous,
        (SELECT MIN(month) FROM archives WHERE month > ?) AS next`,
      month,
      month,
    )
    return row ?? { previous: null, next: null }
  }

  /** The newest month that readers can open; `null` before the first was written. */
  newest(): string | null {
    const row = this.#sql.first<{ month: string | null }>(
      'SELECT MAX(month) AS month FROM archives WHERE written > 0',
    )
    return row?.month ?? null
  }
}
