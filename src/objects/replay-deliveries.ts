import { MESSAGE, WITH_MESSAGES, loadMessage } from './delivery-messages.ts'
import { judgeCopy } from './judge-copy.ts'
import type { Sql } from './sql.ts'
import { ToldTexts } from './told-texts.ts'

/** An alert whose statement was erased says nothing any more, and a digest of nothing else. */
const ERASED = `(d.kind = 'alert' AND json_extract(${MESSAGE}, '$.message.alert.statement.title') = ''
    AND json_extract(${MESSAGE}, '$.message.alert.statement.text') = ''
  OR d.kind = 'digest' AND json_array_length(${MESSAGE}, '$.message.entries') = 0)`

/**
 * Puts a delivery on its way again under the same id, alone. False where it is not known, or where
 * what it told was erased.
 */
export function replayDelivery(id: string, sql: Sql, now: number): boolean {
  const row = sql.first<{ seq: number }>(
    `SELECT d.seq FROM ${WITH_MESSAGES} WHERE d.id = ? AND NOT ${ERASED}`,
    id,
  )
  if (row === undefined) return false
  new ToldTexts(sql).part(row.seq)
  // Due moves by a millisecond at least: an attempt underway is then seen to be an older one.
  sql.run(
    `UPDATE deliveries SET state = 'pending', reason = NULL, due = MAX(?, due + 1), tries = 0,
      loose = 0, aside = 0, batch = NULL, settled = NULL WHERE seq = ?`,
    now,
    row.seq,
  )
  return true
}

/**
 * Replays what was given up since a moment, digests whole, save what the operator took off the line
 * herself and what was erased. What was told from another place since, or is told by one of these,
 * joins that one. How many are on their way.
 */
export function replaySince(since: number, sql: Sql, now: number): number {
  const told = new ToldTexts(sql)
  const rows = sql.all<{ id: string; seq: number }>(
    `SELECT d.id, d.seq FROM ${WITH_MESSAGES} WHERE d.state = 'abandoned' AND d.batch IS NULL
      AND d.kind <> 'test' AND d.reason <> 'cancelled' AND d.settled >= ? AND NOT ${ERASED}
      ORDER BY d.seq`,
    since,
  )
  let replayed = 0
  for (const { id, seq } of rows) {
    const first = firstOf(seq, told, sql)
    if (first !== undefined) told.yield(seq, first, now)
    else {
      replayDelivery(id, sql, now)
      replayed += 1
    }
  }
  return replayed
}

/** What told its text from another place since, or is about to. */
function firstOf(seq: number, told: ToldTexts, sql: Sql): number | undefined {
  const text = told.of(seq)
  if (text === undefined) return undefined
  const message = loadMessage(seq, sql)?.message
  if (message?.kind !== 'alert') return undefined
  const judged = judgeCopy(text, message.alert, told, sql, undefined)
  return judged.kind === 'joins' ? judged.first : undefined
}
