import type { Instant } from '../text/instant.ts'
import type { Sql } from './sql.ts'

export const SUBSCRIBERS_SCHEMA = `
CREATE TABLE IF NOT EXISTS subscribers (
  callback TEXT PRIMARY KEY, host TEXT NOT NULL, secret TEXT NOT NULL, lease_end INTEGER NOT NULL,
  version INTEGER NOT NULL, tried INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
  due INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pending (
  callback TEXT PRIMARY KEY, value TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
  due INTEGER NOT NULL) WITHOUT ROWID;`

/** What somebody asked the hub for; nothing changes before the callback confirms it. */
export interface Wish {
  readonly callback: string
  readonly mode: 'subscribe' | 'unsubscribe' | 'denied'
  /** '' for none. */
  readonly secret: string
  readonly leaseSeconds: number
  /** `hub.verify_token` of older subscribers, given back to them; '' for none. */
  readonly token: string
  /** Why, where the hub denies. */
  readonly reason: string
  /** When the newest change was in the feed as it was served when the wish came. */
  readonly seen: Instant
}

/** A row is a wish with how often its callback was asked. */
export interface Pending {
  readonly wish: Wish
  readonly attempts: number
}

/** Somebody who has not got the newest version yet. */
export interface Owed extends Record<string, string | number> {
  readonly callback: string
  readonly secret: string
  readonly attempts: number
}

const SEND_RETRIES_MS = [10_000, 60_000, 5 * 60_000, 30 * 60_000, 2 * 3_600_000]
const ASK_RETRIES_MS = [10_000, 60_000]

/** The subscribers of one topic, and the wishes that are still to be confirmed. */
export class SubscriberStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** Notes a wish; a newer one of the same callback takes its place. */
  ask(wish: Wish, now: number): void {
    this.#sql.run(
      `INSERT INTO pending (callback, value, due) VALUES (?, ?, ?) ON CONFLICT (callback)
        DO UPDATE SET value = excluded.value, attempts = 0, due = excluded.due`,
      wish.callback,
      JSON.stringify(wish),
      now,
    )
  }

  pending(now: number, limit: number): Pending[] {
    return this.#sql
      .all<{ value: string; attempts: number }>(
        'SELECT value, attempts FROM pending WHERE due <= ? ORDER BY due LIMIT ? + 0',
        now,
        limit,
      )
      .map(({ value, attempts }) => ({ wish: JSON.parse(value) as Wish, attempts }))
  }

  /** Ends a wish, unless a newer one has taken its place meanwhile. */
  settle(wish: Wish): void {
    const { callback } = wish
    this.#sql.run(
      'DELETE FROM pending WHERE callback = ? AND value = ?',
      callback,
      JSON.stringify(wish),
    )
  }

  /** Puts a wish off whose callback could not be reached; after the last time it is dropped. */
  postpone({ wish, attempts }: Pending, now: number): void {
    const wait = ASK_RETRIES_MS[attempts]
    if (wait === undefined) return this.settle(wish)
    this.#sql.run(
      'UPDATE pending SET attempts = attempts + 1, due = ? WHERE callback = ? AND value = ?',
      now + wait,
      wish.callback,
      JSON.stringify(wish),
    )
  }

  /** A subscriber, or a renewal; what was handed over already is not handed over again. */
  subscribe({ callback, secret, leaseSeconds }: Wish, version: number, now: number): void {
    this.#sql.run(
      `INSERT INTO subscribers (callback, host, secret, lease_end, version) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (callback) DO UPDATE SET secret = excluded.secret, lease_end = excluded.lease_end`,
      callback,
      new URL(callback).host,
      secret,
      now + leaseSeconds * 1000,
      version,
    )
  }

  remove(callback: string): void {
    this.#sql.run('DELETE FROM subscribers WHERE callback = ?', callback)
  }

  /** Who has not got this version; those who failed before come last. */
  owed(version: number, now: number, limit: number): Owed[] {
    return this.#sql.all<Owed>(
      `SELECT callback, secret, CASE WHEN tried < ?1 THEN 0 ELSE attempts END AS attempts
        FROM subscribers WHERE version < ?1 AND (tried < ?1 OR due <= ?2)
        ORDER BY attempts, due LIMIT ?3 + 0`,
      version,
      now,
      limit,
    )
  }

  delivered(callback: string, version: number): void {
    this.#sql.run(
      'UPDATE subscribers SET version = ?, attempts = 0, due = 0 WHERE callback = ?',
      version,
      callback,
    )
  }

  /** Tried again later, in growing steps; after the last one the next version is waited for. */
  failed({ callback, attempts }: Owed, version: number, now: number): void {
    const wait = SEND_RETRIES_MS[attempts]
    if (wait === undefined) return this.delivered(callback, version)
    this.#sql.run(
      'UPDATE subscribers SET tried = ?, attempts = ?, due = ? WHERE callback = ?',
      version,
      attempts + 1,
      now + wait,
      callback,
    )
  }

  sweep(now: number): void {
    this.#sql.run('DELETE FROM subscribers WHERE lease_end <= ?', now)
  }

  /** Tells everybody that it is over, as if each had asked. */
  denyAll(reason: string, now: number): void {
    const rows = this.#sql.all<{ callback: string }>('SELECT callback FROM subscribers')
    for (const { callback } of rows) {
      this.ask(
        { callback, mode: 'denied', secret: '', leaseSeconds: 0, token: '', reason, seen: '' },
        now,
      )
    }
    this.#sql.run('DELETE FROM subscribers')
  }

  has(callback: string): boolean {
    return this.#count('subscribers WHERE callback = ?', callback) > 0
  }

  /** A subscriber, or somebody who wished to be one. */
  knows(callback: string): boolean {
    return this.has(callback) || this.#count('pending WHERE callback = ?', callback) > 0
  }

  count(): number {
    return this.#count('subscribers')
  }

  /** Wishes that wait for their callbacks. */
  countPending(): number {
    return this.#count('pending')
  }

  /** Of subscribers, and of wishes to be one: a host that answers slowly could fill the topic with them. */
  seatsOfHost(host: string): number {
    const wishes = this.#sql
      .all<{ callback: string }>(
        `SELECT callback FROM pending WHERE json_extract(value, '$.mode') = 'subscribe'
          AND callback NOT IN (SELECT callback FROM subscribers)`,
      )
      .filter(({ callback }) => new URL(callback).host === host)
    return this.#count('subscribers WHERE host = ?', host) + wishes.length
  }

  #count(from: string, ...values: string[]): number {
    return this.#sql.first<{ n: number }>(`SELECT COUNT(*) AS n FROM ${from}`, ...values)?.n ?? 0
  }

  /** When something is due next, ms since 1970; Infinity where nothing is. */
  next(version: number): number {
    const row = this.#sql.first<Record<'pending' | 'owed' | 'lease', number | null>>(
      `SELECT (SELECT MIN(due) FROM pending) AS pending,
        MIN(CASE WHEN version >= ?1 THEN NULL WHEN tried < ?1 THEN 0 ELSE due END) AS owed,
        MIN(lease_end) AS lease FROM subscribers`,
      version,
    )
    return Math.min(row?.pending ?? Infinity, row?.owed ?? Infinity, row?.lease ?? Infinity)
  }
}
