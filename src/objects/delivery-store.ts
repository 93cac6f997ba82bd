import type { DeliveryReason } from '../deliveries/delivery-reason.ts'
import type { Attempt, Delivery } from '../deliveries/delivery.ts'
import type { Waiting } from '../deliveries/next-sending.ts'
import type { Alert } from '../watches/alert.ts'
import { MESSAGE, WITH_MESSAGES } from './delivery-messages.ts'
import { addMissingColumns } from './delivery-schema-table.ts'
import type { DeliveryState } from './delivery-log.ts'
import { type Judgement, judgeCopy } from './judge-copy.ts'
import { SentMessages } from './sent-messages.ts'
import { type ToldText, ToldTexts } from './told-texts.ts'
import { trimDeliveries } from './trim-deliveries.ts'
import { Settings } from './settings.ts'
import type { Sql } from './sql.ts'

/** A delivery whose turn it is. `due` as it was read: a replay or a cancellation changes it. */
export interface Due {
  readonly seq: number
  readonly tries: number
  readonly due: number
  /** As it was accepted. */
  readonly delivery: Delivery
}

/** What becomes of a delivery after an attempt. */
export interface Outcome {
  readonly state: DeliveryState
  readonly reason: DeliveryReason | null
  /** The earliest next attempt; 0 where none follows. */
  readonly due: number
  /** Tries spent, where this one is not counted. */
  readonly tries?: number
  /** What the receiver calls it. */
  readonly ref?: string | undefined
}

/** Waiting deliveries that a decision looks at: the first in line decide, nearly always. */
export const LOOKED_AT = 200
const DAY_MS = 24 * 3_600_000

/** The deliveries of one endpoint: who waits, whose turn it is, what became of each. */
export class DeliveryStore {
  readonly #sql: Sql
  readonly told: ToldTexts
  readonly sent: SentMessages

  constructor(sql: Sql) {
    this.#sql = sql
    this.told = new ToldTexts(sql)
    this.sent = new SentMessages(sql)
    addMissingColumns(sql)
  }

  /**
   * Keeps a delivery under its id; one that is known already is left as it is.
   * @returns its place in the log; undefined where it was known
   */
  add(
    delivery: Delivery,
    state: DeliveryState,
    reason: DeliveryReason | null,
    now: number,
  ): number | undefined {
    const { message } = delivery
    const alert = message.kind === 'alert' ? message.alert : undefined
    const subject = alert === undefined ? null : `${alert.watch.id}/${alert.statement.id}`
    const text = JSON.stringify(delivery)
    const [row] = this.#sql.run<{ seq: number }>(
      `INSERT INTO deliveries (id, alert, state, reason, due, at, settled, kind, subject, loose, bytes, message)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '') ON CONFLICT (id) DO NOTHING RETURNING seq`,
      delivery.id,
      alert?.id ?? null,
      state,
      reason,
      now,
      now,
      state === 'pending' ? null : now,
      message.kind,
      subject,
      alert === undefined ? 0 : 1,
      new TextEncoder().encode(text).byteLength,
    )
    if (row === undefined) return undefined
    this.#sql.run('INSERT INTO messages (seq, message) VALUES (?, ?)', row.seq, text)
    return row.seq
  }

  /** Whether an alert joins one that told its text already. */
  judge(text: ToldText, alert: Alert, sending: number | undefined): Judgement {
    return judgeCopy(text, alert, this.told, this.#sql, sending)
  }

  /** Who waits, first come first. */
  waiting(limit = LOOKED_AT): Waiting[] {
    return this.#sql
      .all<{
        seq: number
        at: number
        due: number
        tries: number
        aside: number
        loose: number
        subject: string | null
      }>(
        `SELECT seq, at, due, tries, aside, loose, subject FROM deliveries
          WHERE state = 'pending' AND batch IS NULL ORDER BY COALESCE(place, seq) LIMIT ? + 0`,
        limit,
      )
      .map((row) => ({ ...row, aside: row.aside === 1, loose: row.loose === 1 && row.tries === 0 }))
  }

  due(seq: number): Due | undefined {
    const row = this.#sql.first<{ tries: number; due: number; message: string }>(
      `SELECT d.tries, d.due, ${MESSAGE} AS message FROM ${WITH_MESSAGES}
        WHERE d.seq = ? AND d.state = 'pending'`,
      seq,
    )
    if (row === undefined) return undefined
    const { tries, due, message } = row
    return { seq, tries, due, delivery: JSON.parse(message) as Delivery }
  }

  seqOf(id: string): number | undefined {
    return this.#sql.first<{ seq: number }>('SELECT seq FROM deliveries WHERE id = ?', id)?.seq
  }

  /**
   * Writes down one attempt and what becomes of the delivery, and of those inside it where it is a
   * digest. What was replayed or cancelled meanwhile stays as the operator wants it, save that
   * what has arrived has arrived.
   */
  record({ seq, tries, due }: Due, attempt: Attempt, outcome: Outcome, now: number): void {
    const { state, reason, ref } = outcome
    this.#sql.run(
      `INSERT INTO attempts (seq, number, value)
        SELECT ?, COUNT(*) + 1, ? FROM attempts WHERE seq = ?`,
      seq,
      JSON.stringify(attempt),
      seq,
    )
    const settled = state === 'pending' ? null : now
    this.#sql.run(
      `UPDATE deliveries SET state = ?, reason = ?, due = ?, tries = ?, settled = ?, ref = ?
        WHERE seq = ? AND (due = ? OR ? = 'delivered')`,
      state,
      reason,
      outcome.due,
      outcome.tries ?? tries + 1,
      settled,
      ref ?? null,
      seq,
      due,
      state,
    )
    if (settled !== null) {
      this.#sql.run(
        "UPDATE deliveries SET state = ?, reason = ?, settled = ? WHERE batch = ? AND state = 'pending'",
        state,
        reason,
        settled,
        seq,
      )
    }
    if (state === 'abandoned') this.told.promote(now)
    this.count(state === 'pending' ? 'retried' : state)
    if (seq % 50 === 0) this.trim(now)
  }

  count(result: string): void {
    this.#sql.run(
      'INSERT INTO results (name, count) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET count = count + 1',
      result,
    )
  }

  /** It failed while another arrived: from here on it holds up nobody. */
  stepAside(seq: number): void {
    this.#sql.run('UPDATE deliveries SET aside = 1 WHERE seq = ?', seq)
  }

  /**
   * Puts several into a digest, which takes the first one's place in the line; nothing where one of
   * them was cancelled or replayed while the digest was made.
   */
  gather(digest: Delivery, seqs: readonly number[], now: number): void {
    const [first] = seqs
    if (first === undefined || !seqs.every((seq) => this.#isLoose(seq))) return
    const seq = this.add(digest, 'pending', null, now) ?? this.seqOf(digest.id)
    if (seq === undefined) throw new Error(`digest ${digest.id} was not kept`)
    this.#sql.run('UPDATE deliveries SET place = ? WHERE seq = ?', first, seq)
    for (const member of seqs) {
      this.#sql.run('UPDATE deliveries SET batch = ?, loose = 0 WHERE seq = ?', seq, member)
    }
  }

  #isLoose(seq: number): boolean {
    const loose = "state = 'pending' AND batch IS NULL AND loose = 1"
    return (
      this.#sql.first(`SELECT 1 AS one FROM deliveries WHERE seq = ? AND ${loose}`, seq) !==
      undefined
    )
  }

  /** Gives up everything that is pending. */
  abandonAll(reason: DeliveryReason, now: number): void {
    this.#sql.run(
      "UPDATE deliveries SET state = 'abandoned', reason = ?, settled = ? WHERE state = 'pending'",
      reason,
      now,
    )
  }

  /** Takes a pending delivery off the line; whether it was there. One inside a digest stays. */
  cancel(id: string, now: number): boolean {
    const row = this.#sql.first<{ seq: number }>(
      "SELECT seq FROM deliveries WHERE id = ? AND state = 'pending' AND batch IS NULL",
      id,
    )
    if (row === undefined) return false
    this.#sql.run(
      `UPDATE deliveries SET state = 'abandoned', reason = 'cancelled', due = 0, settled = ?
        WHERE (seq = ? OR batch = ?) AND state = 'pending'`,
      now,
      row.seq,
      row.seq,
    )
    return true
  }

  trim(now: number): void {
    trimDeliveries(this.#sql, now)
  }

  /** Where little is sent, or nothing is, days go by all the same. */
  trimDaily(now: number): void {
    const settings = new Settings(this.#sql)
    if (now - (settings.load<number>('trimmed') ?? 0) < DAY_MS) return
    this.trim(now)
    settings.save('trimmed', now)
  }
}
