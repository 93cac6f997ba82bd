import { MOST_ADDRESS } from '../deliveries/page-address.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import { isSameText } from '../statements/text-sketch.ts'
import type { Alert } from '../watches/alert.ts'
import type { Sql } from './sql.ts'

/**
 * `told_texts`: the texts of an endpoint's alerts in brief, by watch. `copies`: deliveries that joined the
 * first of their text, by their places in the log.
 */
export const TOLD_SCHEMA = `
CREATE TABLE IF NOT EXISTS told_texts (
  watch TEXT NOT NULL, seq INTEGER NOT NULL, publisher TEXT NOT NULL, at INTEGER NOT NULL,
  sketches TEXT NOT NULL,
  PRIMARY KEY (watch, publisher, seq));
CREATE TABLE IF NOT EXISTS copies (seq INTEGER PRIMARY KEY, first INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS copies_first ON copies (first);`

/** A text that comes back later than this is published anew. */
const TOLD_WITHIN_MS = 14 * 86_400_000
/** Alerts of one watch that a new one is compared with, the newest: about 1 ms. */
const COMPARED = 500
/** Alerts of an endpoint whose texts are kept. */
const MOST_TOLD = 3_000
/** Other places that a message names. */
const MOST_PLACES = 5
/** Stands in no sketch. */
const BETWEEN = '|'

/** One alert's text, and when it came, in ms since 1970. */
export interface ToldText {
  readonly watch: string
  readonly publisher: string
  readonly at: number
  /** In brief: the statement's own, then its partner's where the alert shows both. */
  readonly sketches: readonly string[]
}

/** The text that an alert tells for the first time; undefined where it tells something else. */
export function toldText(
  { change, watch, publisher, sketches = [] }: Alert,
  at: number,
): ToldText | undefined {
  if (change !== 'appeared' || (sketches[0] ?? '') === '') return undefined
  return { watch: watch.id, publisher: publisher.id, at, sketches }
}

/** Which texts an endpoint was told of, so that a copy published elsewhere joins the first alert. */
export class ToldTexts {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  note(seq: number, { watch, publisher, at, sketches }: ToldText): void {
    this.#sql.run(
      'INSERT INTO told_texts (watch, seq, publisher, at, sketches) VALUES (?, ?, ?, ?, ?)',
      watch,
      seq,
      publisher,
      at,
      sketches.join(BETWEEN),
    )
  }

  of(seq: number): ToldText | undefined {
    const row = this.#sql.first<{ watch: string; publisher: string; at: number; sketches: string }>(
      'SELECT watch, publisher, at, sketches FROM told_texts WHERE seq = ?',
      seq,
    )
    return row === undefined ? undefined : { ...row, sketches: row.sketches.split(BETWEEN) }
  }

  /**
   * The first delivery that told this watch the same text of another publisher, or is about to: a
   * publisher's own were compared where its alerts are made. What was given up told nobody; what joined another is no first, else texts could drift from copy to copy.
   */
  firstOf({ watch, publisher, at, sketches }: ToldText): number | undefined {
    const [own = ''] = sketches
    const [from, to] = [at - TOLD_WITHIN_MS, at + TOLD_WITHIN_MS]
    // Two ranges of the key, so that a publisher's own are not even read.
    return this.#sql
      .all<{ seq: number; sketches: string }>(
        `SELECT seq, sketches FROM told_texts WHERE watch = ? AND publisher < ? AND at BETWEEN ? AND ?
          UNION ALL
          SELECT seq, sketches FROM told_texts WHERE watch = ? AND publisher > ? AND at BETWEEN ? AND ?
          ORDER BY seq DESC LIMIT ? + 0`,
        watch,
        publisher,
        from,
        to,
        watch,
        publisher,
        from,
        to,
        COMPARED,
      )
      .findLast(
        (row) =>
          row.sketches.split(BETWEEN).some((one) => isSameText(one, own)) && this.#isTold(row.seq),
      )?.seq
  }

  #isTold(seq: number): boolean {
    const states =
      "SELECT 1 AS one FROM deliveries WHERE seq = ? AND state IN ('pending', 'delivered')"
    return this.#sql.first(states, seq) !== undefined
  }

  /** Its text is told by the first: nothing of it is sent. */
  join(seq: number, first: number): void {
    this.#sql.run('INSERT INTO copies (seq, first) VALUES (?, ?)', seq, first)
  }

  /** Copies of one that joins another itself. */
  hand(from: number, to: number): void {
    this.#sql.run('UPDATE copies SET first = ? WHERE first = ?', to, from)
  }

  /**
   * Names another place in the message of the first, where nothing of it has left: a message says
   * the same at every attempt, and a digest that was made is as it was made.
   */
  mention(first: number, { publisher, statement }: Alert): void {
    const row = this.#sql.first<{ message: string }>(
      `SELECT message FROM deliveries
        WHERE seq = ? AND state = 'pending' AND tries = 0 AND batch IS NULL`,
      first,
    )
    if (row === undefined) return
    const delivery = JSON.parse(row.message) as Delivery
    if (delivery.message.kind !== 'alert') return
    const { alert } = delivery.message
    const { id, language, url } = statement
    // Nobody links a longer one: our page is linked in its place.
    const address = url.length > MOST_ADDRESS ? '' : url
    const place = { publisher, statement: { id, language, url: address } }
    const also = [...(alert.also ?? []), place]
    if (also.length > MOST_PLACES) return
    const message = { ...delivery.message, alert: { ...alert, also } }
    this.#sql.run(
      'UPDATE deliveries SET message = ? WHERE seq = ?',
      JSON.stringify({ ...delivery, message }),
      first,
    )
  }

  /** It goes by itself again. */
  part(seq: number): void {
    this.#sql.run('DELETE FROM copies WHERE seq = ?', seq)
  }

  forget(seq: number): void {
    this.#sql.run('DELETE FROM told_texts WHERE seq = ?', seq)
  }

  /**
   * A first that was given up told nobody: the earliest of its copies goes in its place, and the
   * others join that one. What the operator cancelled or deleted was meant with its copies.
   */
  promote(now: number): void {
    const heirs = this.#sql.all<{ seq: number; first: number }>(
      `SELECT MIN(c.seq) AS seq, c.first FROM copies c JOIN deliveries f ON f.seq = c.first
        WHERE f.state = 'abandoned' AND f.reason <> 'cancelled' AND f.reason NOT LIKE 'gone: %'
        GROUP BY c.first`,
    )
    for (const { seq, first } of heirs) {
      this.part(seq)
      this.hand(first, seq)
      this.#sql.run(
        `UPDATE deliveries SET state = 'pending', reason = NULL, settled = NULL, due = ?
          WHERE seq = ? AND state = 'joined'`,
        now,
        seq,
      )
    }
  }

  /** Keeps fourteen days, and so many of the newest; copies as long as their log. */
  trim(now: number): void {
    this.#sql.run(
      'DELETE FROM told_texts WHERE at < ? OR seq <= (SELECT MAX(seq) FROM told_texts) - ?',
      now - TOLD_WITHIN_MS,
      MOST_TOLD,
    )
    this.#sql.run('DELETE FROM copies WHERE seq NOT IN (SELECT seq FROM deliveries)')
  }
}
