import type { Sql } from './sql.ts'

/** What is owed to somebody else, written in the transaction that made it owed. */
export interface Owed<Kind extends string> {
  readonly seq: number
  readonly kind: Kind
  readonly value: string
  readonly attempts: number
}

export const OUTBOX_SCHEMA = `
CREATE TABLE IF NOT EXISTS outbox (
  seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL DEFAULT 0);`

const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 10 * 60_000

/**
 * The outbox of an object: rows of separate kinds, each tried again on its own, so that a failing
 * kind never holds up another.
 */
export class Outbox<Kind extends string> {
  readonly #sql: Sql
  #last: number | undefined

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /**
   * No number is given twice while the object lives, or a row that was told could be crossed off in the
   * place of a later one. SQLite's own count of that is a page more to write with each row.
   */
  #next(rows = 1): number {
    const query = 'SELECT MAX(seq) AS last FROM outbox'
    this.#last ??= this.#sql.first<{ last: number | null }>(query)?.last ?? 0
    const next = this.#last + 1
    this.#last += rows
    return next
  }

  add(kind: Kind, value: string): void {
    const query = 'INSERT INTO outbox (seq, kind, value) VALUES (?, ?, ?)'
    this.#sql.run(query, this.#next(), kind, value)
  }

  /** Adds unless the same is owed already: for what is written whole, once is enough. */
  addOnce(kind: Kind, value: string, due = 0): void {
    this.#sql.run(
      `INSERT INTO outbox (seq, kind, value, due) SELECT ?1, ?2, ?3, ?4
        WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE kind = ?2 AND value = ?3)`,
      this.#next(),
      kind,
      value,
      due,
    )
  }

  /** The same for several, in one statement. */
  addAllOnce(owed: readonly (readonly [kind: Kind, value: string])[]): void {
    if (owed.length === 0) return
    this.#sql.run(
      `INSERT INTO outbox (seq, kind, value)
        SELECT ? + new.key, new.value ->> 0, new.value ->> 1 FROM json_each(?) AS new WHERE NOT EXISTS
          (SELECT 1 FROM outbox WHERE kind = new.value ->> 0 AND value = new.value ->> 1)`,
      this.#next(owed.length),
      JSON.stringify(owed),
    )
  }

  due(kind: Kind, now: number, limit: number): Owed<Kind>[] {
    return this.#sql.all<{ seq: number; kind: Kind; value: string; attempts: number }>(
      'SELECT seq, kind, value, attempts FROM outbox WHERE kind = ? AND due <= ? ORDER BY seq LIMIT ? + 0',
      kind,
      now,
      limit,
    )
  }

  /** What is due of all kinds, the oldest first; as many as one look may take. */
  allDue(now: number, limit: number): Owed<Kind>[] {
    return this.#sql.all<{ seq: number; kind: Kind; value: string; attempts: number }>(
      'SELECT seq, kind, value, attempts FROM outbox WHERE due <= ? ORDER BY seq LIMIT ? + 0',
      now,
      limit,
    )
  }

  done(owed: readonly Owed<Kind>[]): void {
    for (const { seq } of owed) this.#sql.run('DELETE FROM outbox WHERE seq = ?', seq)
  }

  /** Puts rows off: 1 s, 2 s, 4 s … up to 10 minutes. Nothing is ever given up here. */
  postpone(owed: readonly Owed<Kind>[], now: number): void {
    for (const { seq, attempts } of owed) {
      const due = now + Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 20))
      this.#sql.run('UPDATE outbox SET attempts = attempts + 1, due = ? WHERE seq = ?', due, seq)
    }
  }

  /** Holds rows until a moment, without counting it as a failure. */
  hold(owed: readonly Owed<Kind>[], until: number): void {
    for (const { seq } of owed) this.#sql.run('UPDATE outbox SET due = ? WHERE seq = ?', until, seq)
  }

  /** Whether a row of this kind that speaks of `text` is still owed. */
  holds(kind: Kind, text: string): boolean {
    const row = this.#sql.first(
      'SELECT 1 AS one FROM outbox WHERE kind = ? AND instr(value, ?) > 0 LIMIT 1',
      kind,
      JSON.stringify(text),
    )
    return row !== undefined
  }

  /** When the next row is due, ms since 1970; undefined where nothing is owed. */
  next(): number | undefined {
    const query = 'SELECT MIN(due) AS due FROM outbox'
    return this.#sql.first<{ due: number | null }>(query)?.due ?? undefined
  }

  count(): number {
    return this.#sql.first<{ n: number }>('SELECT COUNT(*) AS n FROM outbox')?.n ?? 0
  }
}
