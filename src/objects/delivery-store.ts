import type { Attempt, Delivery, Message } from '../deliveries/delivery.ts'
import type { Instant } from '../text/instant.ts'
import type { Sql } from './sql.ts'

export const DELIVERIES_SCHEMA = `
CREATE TABLE IF NOT EXISTS deliveries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, alert TEXT, state TEXT NOT NULL,
  reason TEXT, due INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, message TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS deliveries_pending ON deliveries (due) WHERE state = 'pending';
CREATE TABLE IF NOT EXISTS attempts (
  seq INTEGER NOT NULL, number INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (seq, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS results (name TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;`

export type DeliveryState = 'pending' | 'delivered' | 'abandoned'

/** A delivery as the log shows it; part of the outside contract. */
export interface DeliveryRecord {
  readonly id: string
  /** `null` for a notice and for a test message. */
  readonly alert: string | null
  readonly endpoint: string
  readonly state: DeliveryState
  readonly reason: string | null
  /** When the next attempt is due; null when none is. */
  readonly next: string | null
  readonly attempts: readonly Attempt[]
  /** Place in the endpoint's log: what a cursor holds. */
  readonly seq: number
}

interface Row extends Record<string, string | number | null> {
  seq: number
  id: string
  alert: string | null
  state: DeliveryState
  reason: string | null
  due: number
  tries: number
}

/** A delivery that is due, with the attempts made so far. */
export interface Due {
  readonly seq: number
  readonly tries: number
  readonly delivery: Delivery
}

/** When what a message tells was found. */
function instantOf(message: Message): Instant {
  switch (message.kind) {
    case 'alert':
      return message.alert.at
    case 'notice':
      return message.notice.at
    case 'test':
      return message.at
  }
}

/** Settled deliveries that the log keeps; the newest. */
const LOG_LENGTH = 1_000

/** The deliveries of one endpoint and the log of their attempts. */
export class DeliveryStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** Keeps a delivery under its id; one that is known already is left as it is. */
  add(delivery: Delivery, state: DeliveryState, reason: string | null, due: number): void {
    const { message } = delivery
    this.#sql.run(
      `INSERT INTO deliveries (id, alert, state, reason, due, message) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING`,
      delivery.id,
      message.kind === 'alert' ? message.alert.id : null,
      state,
      reason,
      due,
      JSON.stringify(delivery),
    )
  }

  has(id: string): boolean {
    return this.#sql.first('SELECT 1 AS one FROM deliveries WHERE id = ?', id) !== undefined
  }

  /** The delivery that is due and was accepted first. */
  nextDue(now: number): Due | undefined {
    const row = this.#sql.first<{ seq: number; tries: number; message: string }>(
      `SELECT seq, tries, message FROM deliveries WHERE state = 'pending' AND due <= ?
        ORDER BY seq LIMIT 1`,
      now,
    )
    if (row === undefined) return undefined
    return { seq: row.seq, tries: row.tries, delivery: JSON.parse(row.message) as Delivery }
  }

  nextTime(): number | undefined {
    const row = this.#sql.first<{ due: number | null }>(
      "SELECT MIN(due) AS due FROM deliveries WHERE state = 'pending'",
    )
    return row?.due ?? undefined
  }

  /** Writes down one attempt and what became of the delivery. */
  record(
    due: Due,
    attempt: Attempt,
    state: DeliveryState,
    reason: string | null,
    next: number,
  ): void {
    const tries = due.tries + 1
    this.#sql.run(
      'INSERT OR REPLACE INTO attempts (seq, number, value) VALUES (?, ?, ?)',
      due.seq,
      this.#attempts(due.seq).length + 1,
      JSON.stringify(attempt),
    )
    this.#sql.run(
      'UPDATE deliveries SET state = ?, reason = ?, due = ?, tries = ? WHERE seq = ?',
      state,
      reason,
      next,
      tries,
      due.seq,
    )
    const result = state === 'pending' ? 'retried' : state
    this.#sql.run(
      'INSERT INTO results (name, count) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET count = count + 1',
      result,
    )
    if (due.seq % 100 === 0) this.#trim(due.seq)
  }

  /** Gives up everything that is pending: the endpoint is gone. */
  abandonAll(reason: string): void {
    this.#sql.run(
      "UPDATE deliveries SET state = 'abandoned', reason = ? WHERE state = 'pending'",
      reason,
    )
  }

  /** Puts a settled delivery on its way again under the same id. */
  replay(id: string, now: number): DeliveryRecord | undefined {
    const row = this.#sql.first<Row>('SELECT * FROM deliveries WHERE id = ?', id)
    if (row === undefined) return undefined
    this.#sql.run(
      "UPDATE deliveries SET state = 'pending', reason = NULL, due = ?, tries = 0 WHERE id = ?",
      now,
      id,
    )
    return this.find(id)
  }

  find(id: string): DeliveryRecord | undefined {
    const row = this.#sql.first<Row>('SELECT * FROM deliveries WHERE id = ?', id)
    return row === undefined ? undefined : this.#recordOf(row)
  }

  /** The log, newest first, from before a place on. */
  list(state: DeliveryState | undefined, before: number, limit: number): DeliveryRecord[] {
    const rows = this.#sql.all<Row>(
      `SELECT seq, id, alert, state, reason, due, tries, '' AS message FROM deliveries
        WHERE seq < ? AND (? = '' OR state = ?) ORDER BY seq DESC LIMIT ?`,
      before,
      state ?? '',
      state ?? '',
      limit,
    )
    return rows.map((row) => this.#recordOf(row))
  }

  results(): Record<string, number> {
    const rows = this.#sql.all<{ name: string; count: number }>('SELECT name, count FROM results')
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
  }

  oldestPending(): string | null {
    const row = this.#sql.first<{ message: string }>(
      "SELECT message FROM deliveries WHERE state = 'pending' ORDER BY seq LIMIT 1",
    )
    if (row === undefined) return null
    const { message } = JSON.parse(row.message) as Delivery
    return instantOf(message)
  }

  pending(): number {
    const row = this.#sql.first<{ n: number }>(
      "SELECT COUNT(*) AS n FROM deliveries WHERE state = 'pending'",
    )
    return row?.n ?? 0
  }

  #recordOf(row: Row): DeliveryRecord {
    const { seq, id, alert, state, reason, due } = row
    const next = state === 'pending' ? new Date(due).toISOString() : null
    return { seq, id, alert, endpoint: '', state, reason, next, attempts: this.#attempts(seq) }
  }

  #attempts(seq: number): Attempt[] {
    return this.#sql
      .all<{ value: string }>('SELECT value FROM attempts WHERE seq = ? ORDER BY number', seq)
      .map(({ value }) => JSON.parse(value) as Attempt)
  }

  #trim(newest: number): void {
    const oldest = newest - LOG_LENGTH
    this.#sql.run(
      'DELETE FROM attempts WHERE seq < ? AND seq IN (SELECT seq FROM deliveries WHERE state <> ?)',
      oldest,
      'pending',
    )
    this.#sql.run("DELETE FROM deliveries WHERE seq < ? AND state <> 'pending'", oldest)
  }
}
