import type { Revision } from '../statements/statement.ts'
import type { Sql } from './sql.ts'

export const WORDINGS_SCHEMA = `
CREATE TABLE IF NOT EXISTS revisions (
  place INTEGER PRIMARY KEY, value TEXT NOT NULL);`

/** Two numbers in one rowid: an index of its own would double every write. */
const place = (number: number, revision: number) => number * 65_536 + revision

/** Every wording of every statement; none leaves but by erasure. */
export class WordingStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  at(number: number, revision: number): Revision | undefined {
    const row = this.#sql.first<{ value: string }>(
      'SELECT value FROM revisions WHERE place = ?',
      place(number, revision),
    )
    return row === undefined ? undefined : (JSON.parse(row.value) as Revision)
  }

  /** Every wording of a statement, oldest first. */
  all(number: number): Revision[] {
    return this.#sql
      .all<{ value: string }>(
        'SELECT value FROM revisions WHERE place > ? AND place < ? ORDER BY place',
        place(number, 0),
        place(number + 1, 0),
      )
      .map(({ value }) => JSON.parse(value) as Revision)
  }

  /** Keeps a wording; withdrawn, restored, diverged bring none that is not there already. */
  save(number: number, wording: Revision): void {
    this.#sql.run(
      'INSERT OR IGNORE INTO revisions (place, value) VALUES (?, ?)',
      place(number, wording.number),
      JSON.stringify(wording),
    )
  }

  erase(number: number): void {
    const [from, to] = [place(number, 0), place(number + 1, 0)]
    this.#sql.run('DELETE FROM revisions WHERE place > ? AND place < ?', from, to)
  }
}
