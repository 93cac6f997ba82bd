import type { Delivery } from '../deliveries/delivery.ts'
import { rankOf } from '../sources/trust.ts'
import { isSameText } from '../statements/text-sketch.ts'
import type { Alert, AlsoAt } from '../watches/alert.ts'
import { MESSAGE, WITH_MESSAGES, changeMessage } from './delivery-messages.ts'
import type { Sql } from './sql.ts'

/**
 * `told_texts`: the texts of an endpoint's alerts in brief, by watch. `copies`: deliveries that joined the
 * first of their text, by their places in the log.
 */
export const TOLD_SCHEMA = `
CREATE TABLE IF NOT EXISTS told_texts (
  watch TEXT NOT NULL, seq INTEGER NOT NULL, publisher TEXT NOT NULL, at INTEGER NOT NULL,
  sketches TEXT NOT NULL, trust INTEGER NOT NULL DEFAULT 1,
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

interface Row extends Record<string, string | number> {
  watch: string
  publisher: string
  at: number
  sketches: string
  trust: number
}

/** One alert's text, and when it came, in ms since 1970. */
export interface ToldText {
  readonly watch: string
  readonly publisher: string
  readonly at: number
  /** In brief: the statement's own, then its partner's where the alert shows both. */
  readonly sketches: readonly string[]
  /** How much its publisher is trusted, see `rankOf`. */
  readonly trust: number
}

/** One that nearly says the same, by the texts in brief. */
export interface NearText {
  readonly seq: number
  readonly trust: number
  /** What is alike is the partner's text, which the alert showed too. */
  readonly isPartner: boolean
}

/** The text that an alert tells for the first time; undefined where it tells something else. */
export function toldText(
  { change, watch, publisher, sketches = [], trust }: Alert,
  at: number,
): ToldText | undefined {
  if (change !== 'appeared' || (sketches[0] ?? '') === '') return undefined
  return { watch: watch.id, publisher: publisher.id, at, sketches, trust: rankOf(trust) }
}

/** Which texts an endpoint was told of, so that a copy published elsewhere joins the first alert. */
export class ToldTexts {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  note(seq: number, { watch, publisher, at, sketches, trust }: ToldText): void {
    this.#sql.run(
      'INSERT INTO told_texts (watch, seq, publisher, at, sketches, trust) VALUES (?, ?, ?, ?, ?, ?)',
      watch,
      seq,
      publisher,
      at,
      sketches.join(BETWEEN),
      trust,
    )
  }

  of(seq: number): ToldText | undefined {
    const row = this.#sql.first<Row>(
      'SELECT watch, publisher, at, sketches, trust FROM told_texts WHERE seq = ?',
      seq,
    )
    return row === undefined ? undefined : { ...row, sketches: row.sketches.split(BETWEEN) }
  }

  /** Alerts that told this watch nearly the same text of other publishers: a publisher's own were compared where its alerts are made. */
  near({ watch, publisher, at, sketches }: ToldText): NearText[] {
    const [own = ''] = sketches
    const [from, to] = [at - TOLD_WITHIN_MS, at + TOLD_WITHIN_MS]
    // Two ranges of the key, so that a publisher's own are not even read.
    const rows = this.#sql.all<{ seq: number; sketches: string; trust: number }>(
      `SELECT seq, sketches, trust FROM told_texts WHERE watch = ? AND publisher < ? AND at BETWEEN ? AND ?
        UNION ALL
        SELECT seq, sketches, trust FROM told_texts WHERE watch = ? AND publisher > ? AND at BETWEEN ? AND ?
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
    return rows.flatMap(({ seq, trust, sketches: of }): NearText[] => {
      const at = of.split(BETWEEN).findIndex((one) => isSameText(one, own))
      return at < 0 ? [] : [{ seq, trust, isPartner: at > 0 }]
    })
  }

  /** Its text is told by the first: nothing of it is sent. */
  join(seq: number, first: number): void {
    this.#sql.run('INSERT INTO copies (seq, first) VALUES (?, ?)', seq, first)
  }

  /** Copies of one that joins another itself. */
  hand(from: number, to: number): void {
    this.#sql.run('UPDATE copies SET first = ? WHERE first = ?', to, from)
  }

  /** What another tells already, with all that joined it, joins the first. */
  yield(seq: number, first: number, now: number): void {
    this.join(seq, first)
    this.hand(seq, first)
    this.#sql.run(
      "UPDATE deliveries SET state = 'joined', reason = NULL, settled = ? WHERE seq = ?",
      now,
      seq,
    )
  }

  /**
   * Names other places in the message of the first, where nothing of it has left: a message says
   * the same at every attempt, and a digest that was made is as it was made.
   */
  mention(first: number, places: readonly AlsoAt[]): void {
    const row = this.#sql.first<{ message: string }>(
      `SELECT ${MESSAGE} AS message FROM ${WITH_MESSAGES}
        WHERE d.seq = ? AND d.state = 'pending' AND d.tries = 0 AND d.batch IS NULL`,
      first,
    )
    if (row === undefined) return
    const delivery = JSON.parse(row.message) as Delivery
    if (delivery.message.kind !== 'alert') return
    const { alert } = delivery.message
    const known = alert.also ?? []
    const more = places.slice(0, Math.max(MOST_PLACES - known.length, 0))
    if (more.length === 0) return
    const message = { ...delivery.message, alert: { ...alert, also: [...known, ...more] } }
    changeMessage(first, { ...delivery, message }, this.#sql)
  }

  /** It goes by itself again. */
  part(seq: number): void {
    this.#sql.run('DELETE FROM copies WHERE seq = ?', seq)
  }

  forget(seq: number): void {
    this.#sql.run('DELETE FROM told_texts WHERE seq = ?', seq)
  }

  /**
   * A first that was given up told nobody: of its copies the most trusted goes in its place, the
   * earliest of those, and the others join that one. What the operator cancelled or deleted was meant
   * with its copies.
   */
  promote(now: number): void {
    const copies = this.#sql.all<{ seq: number; first: number }>(
      `SELECT c.seq, c.first FROM copies c JOIN deliveries f ON f.seq = c.first
        LEFT JOIN told_texts t ON t.seq = c.seq
        WHERE f.state = 'abandoned' AND f.reason <> 'cancelled' AND f.reason NOT LIKE 'gone: %'
        ORDER BY COALESCE(t.trust, 1) DESC, c.seq`,
    )
    const heirs = new Map(copies.reverse().map(({ seq, first }) => [first, seq]))
    for (const [first, seq] of heirs) {
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

  /** Keeps fourteen days, and so many of the newest; copies as long as their log and their first's. */
  trim(now: number): void {
    this.#sql.run(
      'DELETE FROM told_texts WHERE at < ? OR seq <= (SELECT MAX(seq) FROM told_texts) - ?',
      now - TOLD_WITHIN_MS,
      MOST_TOLD,
    )
    const kept = '(SELECT seq FROM deliveries)'
    this.#sql.run(`DELETE FROM copies WHERE seq NOT IN ${kept} OR first NOT IN ${kept}`)
  }
}
