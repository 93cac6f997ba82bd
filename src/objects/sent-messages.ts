import type { Sql } from './sql.ts'

/** Earlier messages of ours are edited for so long: later nobody would see it. */
const EDITED_MS = 48 * 3_600_000

/** What has left for an endpoint, as the messages that follow need to know it. */
export class SentMessages {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** When messages left since a moment, oldest first. */
  since(since: number): number[] {
    return this.#sql
      .all<{ at: number }>(
        `SELECT settled AS at FROM deliveries
          WHERE state = 'delivered' AND batch IS NULL AND settled > ? ORDER BY settled`,
        since,
      )
      .map(({ at }) => at)
  }

  /** When each watch last told of what waits since a moment, by `subject`: one look over the log. */
  toldSince(since: number): ReadonlyMap<string, number> {
    const rows = this.#sql.all<{ subject: string; at: number }>(
      `SELECT subject, MAX(settled) AS at FROM deliveries
        WHERE state = 'delivered' AND settled > ? AND subject IN
          (SELECT subject FROM deliveries WHERE state = 'pending') GROUP BY subject`,
      since,
    )
    return new Map(rows.map(({ subject, at }) => [subject, at]))
  }

  /** What the receiver calls our latest message about the same, where it can still be edited. */
  earlier(seq: number, now: number): string | undefined {
    const row = this.#sql.first<{ ref: string }>(
      `SELECT ref FROM deliveries WHERE ref IS NOT NULL AND settled > ? AND seq < ? AND subject =
        (SELECT subject FROM deliveries WHERE seq = ?) ORDER BY seq DESC LIMIT 1`,
      now - EDITED_MS,
      seq,
      seq,
    )
    return row?.ref
  }

  forget(ref: string): void {
    this.#sql.run('UPDATE deliveries SET ref = NULL WHERE ref = ?', ref)
  }
}
