import type { DeliveryReason } from '../deliveries/delivery-reason.ts'
import type { Sql } from './sql.ts'
import { ToldTexts } from './told-texts.ts'

/** The log keeps thirty days, so many of the newest, and so much text: whichever is least. */
const KEPT_MS = 30 * 24 * 3_600_000
const MOST_KEPT = 2_000
const MOST_KEPT_BYTES = 50_000_000
/** Waiting deliveries: to a receiver that is never mended they would grow for ever. */
const MOST_WAITING = 5_000

const EXPIRED: DeliveryReason = 'expired'
const OVERFLOW: DeliveryReason = 'overflow'

/**
 * Keeps the log of an endpoint within its days, rows and bytes, and the line within its length.
 * What waited longer than the log lasts, and the oldest of too many, become dead letters that say so.
 */
export function trimDeliveries(sql: Sql, now: number): void {
  const row = sql.first<{ n: number }>(
    "SELECT COUNT(*) AS n FROM deliveries WHERE state = 'pending'",
  )
  const waiting = row?.n ?? 0
  const giveUp = `UPDATE deliveries SET state = 'abandoned', settled = ?, reason = ? WHERE seq IN
    (SELECT seq FROM deliveries WHERE state = 'pending' AND at < ? ORDER BY seq LIMIT ? + 0)`
  sql.run(giveUp, now, EXPIRED, now - KEPT_MS, waiting)
  if (waiting > MOST_WAITING) {
    sql.run(giveUp, now, OVERFLOW, Number.MAX_SAFE_INTEGER, waiting - MOST_WAITING)
  }
  // Rows of an earlier version hold their messages: SQLite knows their length without reading them. By rows:
  // a sum over values that are alike, which is the default, takes seven times as long.
  const gone = sql.run<{ seq: number }>(
    `DELETE FROM deliveries WHERE state <> 'pending' AND (settled < ? OR seq IN
      (SELECT seq FROM (SELECT seq, ROW_NUMBER() OVER line AS n,
        SUM(COALESCE(bytes, octet_length(message))) OVER line AS sum
        FROM deliveries WHERE state <> 'pending'
          WINDOW line AS (ORDER BY seq DESC ROWS UNBOUNDED PRECEDING))
        WHERE n > ? OR sum > ?)) RETURNING seq`,
    now - KEPT_MS,
    MOST_KEPT,
    MOST_KEPT_BYTES,
  )
  const seqs = JSON.stringify(gone.map(({ seq }) => seq))
  for (const table of ['messages', 'attempts'])
    sql.run(`DELETE FROM ${table} WHERE seq IN (SELECT value FROM json_each(?))`, seqs)
  const told = new ToldTexts(sql)
  told.promote(now)
  told.trim(now)
}
