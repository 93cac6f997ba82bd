import type { ChangeKind } from '../statements/change.ts'
import type { Instant } from '../text/instant.ts'
import type { Match } from '../watches/watch.ts'
import type { Sql } from './sql.ts'

/** An alert as it is kept: which wording of which statement, not its text, which stands in its row. */
export interface AlertNote {
  readonly id: string
  readonly watch: { readonly id: string; readonly name: string; readonly query: string }
  readonly change: ChangeKind
  readonly at: Instant
  readonly number: number
  readonly revision: number
  readonly matches: readonly Match[]
  readonly partner: {
    readonly number: number
    readonly revision: number
    readonly matches: readonly Match[]
    readonly sketch?: string
  } | null
  /** The text in brief, see `textSketch`; not there in notes of an older version. */
  readonly sketch?: string
  /** The wording whose machine version was hit, and where; the statement itself was not. */
  readonly machine?: { readonly hash: string; readonly matches: readonly Match[] }
  /** Numbers of statements that published the same text again: they made no alert of their own. */
  readonly republished?: readonly number[]
}

/** What a watch was told first of a statement, in brief. */
interface ToldText {
  readonly id: string
  readonly number: number
  readonly at: Instant
  readonly sketch: string
}

/** Texts that were asked for, the newest first: all that there are from a number and a time on. */
interface HeldTexts {
  readonly number: number
  readonly at: Instant
  readonly texts: ToldText[]
}

/** Watches whose texts are held in memory: some 60 KB each. */
const MOST_HELD = 8

/**
 * The texts stand by themselves too, since a new alert is held against two hundred: to parse as many
 * notes, each with all its matches, took longer than to read the poll. Those of the version before
 * are taken over at the first start. Both have rows of their own: kept in the order of their keys, rows
 * of this length had three or four pages written anew with nearly every alert.
 */
export const ALERTS_SCHEMA = `
CREATE TABLE IF NOT EXISTS alerts (
  number INTEGER NOT NULL, watch TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (number, watch, id));
CREATE TABLE IF NOT EXISTS alert_texts (
  watch TEXT NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL,
  sketch TEXT NOT NULL, PRIMARY KEY (watch, number));
INSERT OR IGNORE INTO alert_texts
  SELECT watch, number, id, value ->> '$.at', value ->> '$.sketch' FROM alerts
  WHERE NOT EXISTS (SELECT 1 FROM alert_texts) AND value ->> '$.change' = 'appeared'
    AND number > (SELECT MAX(number) FROM alerts) - 200 AND value ->> '$.sketch' <> '';`

/** The alerts that were made: remembered, so that a late partner makes no second one. */
export class AlertStore {
  readonly #sql: Sql
  readonly #held = new Map<string, HeldTexts>()

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** After a transaction that was rolled back, and where texts go: what is held may not be what is kept. */
  forget(): void {
    this.#held.clear()
  }

  save(note: AlertNote): void {
    this.#sql.run(
      `INSERT INTO alerts (number, watch, id, value) VALUES (?, ?, ?, ?)
        ON CONFLICT (number, watch, id) DO UPDATE SET value = excluded.value`,
      note.number,
      note.watch.id,
      note.id,
      JSON.stringify(note),
    )
    const { id, number, at, sketch = '' } = note
    if (note.change !== 'appeared' || sketch === '') return
    const isNew = this.#sql.run(
      `INSERT INTO alert_texts (watch, number, id, at, sketch) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (watch, number) DO NOTHING RETURNING number`,
      note.watch.id,
      number,
      id,
      at,
      sketch,
    )
    if (isNew.length > 0) this.#hold(note.watch.id, { id, number, at, sketch })
  }

  #hold(watch: string, told: ToldText): void {
    const texts = this.#held.get(watch)?.texts
    if (told.number > (texts?.[0]?.number ?? -Infinity)) texts?.unshift(told)
    else this.forget()
  }

  /** The alerts about a statement, of one watch or of all. */
  of(number: number, watch?: string): AlertNote[] {
    const rows =
      watch === undefined
        ? this.#sql.all<{ value: string }>('SELECT value FROM alerts WHERE number = ?', number)
        : this.#sql.all<{ value: string }>(
            'SELECT value FROM alerts WHERE number = ? AND watch = ?',
            number,
            watch,
          )
    return rows.map(({ value }) => JSON.parse(value) as AlertNote)
  }

  remove(number: number): void {
    this.forget()
    this.#sql.run('DELETE FROM alerts WHERE number = ?', number)
    this.#sql.run('DELETE FROM alert_texts WHERE number = ?', number)
  }

  /** Takes what alerts about its partner quoted of a statement out of them. */
  removePartner(number: number): void {
    const rows = this.#sql.all<{ value: string }>(
      "SELECT value FROM alerts WHERE value ->> '$.partner.number' = ?",
      number,
    )
    for (const { value } of rows) this.save({ ...(JSON.parse(value) as AlertNote), partner: null })
  }

  /** The texts in brief of what a watch was told of statements from a number and a time on. */
  textsSince(number: number, watch: string, at: Instant): ToldText[] {
    const held = this.#held.get(watch)
    const isHeld = held !== undefined && held.number <= number && held.at <= at
    const texts = isHeld ? held.texts : this.#readTexts(number, watch, at)
    const since = texts.filter((one) => one.number >= number && one.at >= at)
    this.#held.delete(watch)
    if (this.#held.size >= MOST_HELD) this.forget()
    this.#held.set(watch, { number, at, texts: since })
    return since
  }

  #readTexts(number: number, watch: string, at: Instant): ToldText[] {
    return this.#sql.all<{ id: string; number: number; at: Instant; sketch: string }>(
      `SELECT id, number, at, sketch FROM alert_texts WHERE watch = ? AND number >= ? AND at >= ?
        ORDER BY number DESC`,
      watch,
      number,
      at,
    )
  }

  load(number: number, watch: string, id: string): AlertNote | undefined {
    return this.of(number, watch).find((note) => note.id === id)
  }
}
