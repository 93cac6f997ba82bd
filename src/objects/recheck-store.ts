import type { Sql } from './sql.ts'

export const RECHECKS_SCHEMA = `
CREATE TABLE IF NOT EXISTS rechecks (
  due INTEGER NOT NULL, source TEXT NOT NULL, number INTEGER NOT NULL, step INTEGER NOT NULL,
  PRIMARY KEY (due, number)) WITHOUT ROWID;`

/** Pages of statements that are to be read again: their listing will not show an edit. */
export class RecheckStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  add(due: number, source: string, number: number, step: number): void {
    this.#sql.run(
      'INSERT OR REPLACE INTO rechecks (due, source, number, step) VALUES (?, ?, ?, ?)',
      due,
      source,
      number,
      step,
    )
  }

  due(source: string, now: number, limit: number): { due: number; number: number; step: number }[] {
    return this.#sql.all(
      'SELECT due, number, step FROM rechecks WHERE due <= ? AND source = ? ORDER BY due LIMIT ? + 0',
      now,
      source,
      limit,
    )
  }

  /** Puts a source's looks off to a moment at least. */
  hold(source: string, until: number): void {
    this.#sql.run(
      'UPDATE OR REPLACE rechecks SET due = ?1 WHERE due < ?1 AND source = ?2',
      until,
      source,
    )
  }

  remove(due: number, number: number): void {
    this.#sql.run('DELETE FROM rechecks WHERE due = ? AND number = ?', due, number)
  }
}
