import type { Sql } from './sql.ts'
import { ToldTexts } from './told-texts.ts'

/** Puts a delivery on its way again under the same id, alone. Nothing where it is not known. */
export function replayDelivery(id: string, sql: Sql, now: number): void {
  const row = sql.first<{ seq: number }>('SELECT seq FROM deliveries WHERE id = ?', id)
  if (row === undefined) return
  new ToldTexts(sql).part(row.seq)
  // Due moves by a millisecond at least: an attempt underway is then seen to be an older one.
  sql.run(
    `UPDATE deliveries SET state = 'pending', reason = NULL, due = MAX(?, due + 1), tries = 0,
      loose = 0, aside = 0, batch = NULL, settled = NULL WHERE seq = ?`,
    now,
    row.seq,
  )
}

/**
 * Replays what was given up since a moment; digests whole. What was told from another place since,
 * or is told by one of these, joins that one. How many are on their way.
 */
export function replaySince(since: number, sql: Sql, now: number): number {
  const told = new ToldTexts(sql)
  const rows = sql.all<{ id: string; seq: number }>(
    `SELECT id, seq FROM deliveries WHERE state = 'abandoned' AND batch IS NULL AND kind <> 'test'
      AND settled >= ? ORDER BY seq`,
    since,
  )
  let replayed = 0
  for (const { id, seq } of rows) {
    const text = told.of(seq)
    const first = text === undefined ? undefined : told.firstOf(text)
    if (first === undefined) {
      replayDelivery(id, sql, now)
      replayed += 1
      continue
    }
    told.join(seq, first)
    told.hand(seq, first)
    sql.run(
      "UPDATE deliveries SET state = 'joined', reason = NULL, settled = ? WHERE seq = ?",
      now,
      seq,
    )
  }
  return replayed
}
