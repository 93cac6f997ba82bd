import type { Delivery } from '../deliveries/delivery.ts'
import type { Sql } from './sql.ts'

/**
 * What deliveries say lies apart from what is known of them: to ask two thousand for their state then
 * reads fifty pages and not thousands, and one that has arrived is written anew without its text. An earlier
 * version kept it in the same row; those rows are left as they are and go with their time.
 */
export const MESSAGES_SCHEMA = `
CREATE TABLE IF NOT EXISTS messages (seq INTEGER PRIMARY KEY, message TEXT NOT NULL);`

/** Deliveries `d` with what they say, which is `MESSAGE`. */
export const WITH_MESSAGES = 'deliveries d LEFT JOIN messages m ON m.seq = d.seq'

export const MESSAGE = 'COALESCE(m.message, d.message)'

/** What a delivery says, as it was accepted; undefined where it is not kept. */
export function loadMessage(seq: number, sql: Sql): Delivery | undefined {
  const row = sql.first<{ message: string }>(
    `SELECT ${MESSAGE} AS message FROM ${WITH_MESSAGES} WHERE d.seq = ?`,
    seq,
  )
  return row === undefined ? undefined : (JSON.parse(row.message) as Delivery)
}

/** Puts another message in place of one that is kept. */
export function changeMessage(seq: number, delivery: Delivery, sql: Sql): void {
  // What an earlier version kept in the row must not outlive its erasure there.
  sql.run("UPDATE deliveries SET message = '' WHERE seq = ? AND message <> ''", seq)
  sql.run(
    `INSERT INTO messages (seq, message) VALUES (?, ?)
      ON CONFLICT (seq) DO UPDATE SET message = excluded.message`,
    seq,
    JSON.stringify(delivery),
  )
}
