import type { ChangeKind } from '../statements/change.ts'
import type { Instant } from '../text/instant.ts'
import type { Match } from '../watches/watch.ts'
import type { Sql } from './sql.ts'

/** An alert as it is kept: which wording of which statement, not its text, which stands in its row. */
export interface AlertNote {
  readonly id: string
  readonly watch: { readonly id: string; readonly name: string; readonly query: string }
  readonly change: ChangeKind
  readonly at: Instant
  readonly number: number
  readonly revision: number
  readonly matches: readonly Match[]
  readonly partner: {
    readonly number: number
    readonly revision: number
    readonly matches: readonly Match[]
  } | null
  /** The text in brief, see `textSketch`; not there in notes of an older version. */
  readonly sketch?: string
  /** Numbers of statements that published the same text again: they made no alert of their own. */
  readonly republished?: readonly number[]
}

export const ALERTS_SCHEMA = `
CREATE TABLE IF NOT EXISTS alerts (
  number INTEGER NOT NULL, watch TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (number, watch, id)) WITHOUT ROWID;`

/** The alerts that were made: remembered, so that a late partner makes no second one. */
export class AlertStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  save(note: AlertNote): void {
    this.#sql.run(
      `INSERT INTO alerts (number, watch, id, value) VALUES (?, ?, ?, ?)
        ON CONFLICT (number, watch, id) DO UPDATE SET value = excluded.value`,
      note.number,
      note.watch.id,
      note.id,
      JSON.stringify(note),
    )
  }

  /** The alerts about a statement, of one watch or of all. */
  of(number: number, watch?: string): AlertNote[] {
    const rows =
      watch === undefined
        ? this.#sql.all<{ value: string }>('SELECT value FROM alerts WHERE number = ?', number)
        : this.#sql.all<{ value: string }>(
            'SELECT value FROM alerts WHERE number = ? AND watch = ?',
            number,
            watch,
          )
    return rows.map(({ value }) => JSON.parse(value) as AlertNote)
  }

  remove(number: number): void {
    this.#sql.run('DELETE FROM alerts WHERE number = ?', number)
  }

  /** Takes what alerts about its partner quoted of a statement out of them. */
  removePartner(number: number): void {
    const rows = this.#sql.all<{ value: string }>(
      "SELECT value FROM alerts WHERE value ->> '$.partner.number' = ?",
      number,
    )
    for (const { value } of rows) this.save({ ...(JSON.parse(value) as AlertNote), partner: null })
  }

  /** What a watch was told of statements from a number on, newest first. */
  since(number: number, watch: string): AlertNote[] {
    return this.#sql
      .all<{ value: string }>(
        'SELECT value FROM alerts WHERE number >= ? AND watch = ? ORDER BY number DESC',
        number,
        watch,
      )
      .map(({ value }) => JSON.parse(value) as AlertNote)
  }

  load(number: number, watch: string, id: string): AlertNote | undefined {
    return this.of(number, watch).find((note) => note.id === id)
  }
}
