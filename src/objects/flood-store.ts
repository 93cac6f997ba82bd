import type { Instant } from '../text/instant.ts'
import type { Sql } from './sql.ts'

/** A poll that brought implausibly much: its statements are kept, its alerts wait for a word. */
export interface Flood {
  readonly source: string
  readonly at: Instant
  /** Statements that were new, and entries of the listing. */
  readonly fresh: number
  readonly listed: number
  readonly state: 'held' | 'released' | 'dismissed'
}

/** As the operator sees it. */
export interface FloodRecord extends Flood {
  readonly number: number
  /** Deliveries that wait. */
  readonly held: number
}

/** Settled floods that are remembered: what still comes of their pages is settled the same way. */
const KEPT = 50

export const FLOODS_SCHEMA = `
CREATE TABLE IF NOT EXISTS floods (number INTEGER PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS held (
  seq INTEGER PRIMARY KEY, flood INTEGER NOT NULL, value TEXT NOT NULL);`

/** Floods and the alerts that wait in them. */
export class FloodStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** Alerts about an erased statement wait for nothing any more. */
  removeHeld(number: number): void {
    this.#sql.run("DELETE FROM held WHERE value ->> '$.number' = ?", number)
  }

  /** The flood of a source that waits for a word: what comes meanwhile joins it. */
  heldOf(source: string): number | undefined {
    return this.#all().find((one) => one.source === source && one.state === 'held')?.number
  }

  nextNumber(): number {
    return (this.#all()[0]?.number ?? 0) + 1
  }

  save(number: number, flood: Flood): void {
    this.#sql.run(
      'INSERT OR REPLACE INTO floods (number, value) VALUES (?, ?)',
      number,
      JSON.stringify(flood),
    )
    this.#sql.run('DELETE FROM floods WHERE number <= ?', number - KEPT)
  }

  load(number: number): Flood | undefined {
    return this.#all().find((one) => one.number === number)
  }

  /** The flood in which a statement's alerts wait. */
  holding(statement: number): number | undefined {
    return this.#sql.first<{ flood: number }>(
      "SELECT flood FROM held WHERE value ->> '$.number' = ? LIMIT 1",
      statement,
    )?.flood
  }

  hold(number: number, errand: string): void {
    this.#sql.run('INSERT INTO held (flood, value) VALUES (?, ?)', number, errand)
  }

  /** Ends the waiting and gives what waited; undefined where nothing of this number waits. */
  settle(number: number, state: 'released' | 'dismissed'): string[] | undefined {
    const flood = this.load(number)
    if (flood?.state !== 'held') return undefined
    const held = this.#sql.all<{ value: string }>(
      'SELECT value FROM held WHERE flood = ? ORDER BY seq',
      number,
    )
    this.save(number, { ...flood, state })
    this.#sql.run('DELETE FROM held WHERE flood = ?', number)
    return held.map(({ value }) => value)
  }

  /** Floods that wait, newest first. */
  list(): FloodRecord[] {
    return this.#all().filter(({ state }) => state === 'held')
  }

  #all(): FloodRecord[] {
    return this.#sql
      .all<{ number: number; value: string; held: number }>(
        `SELECT number, value, (SELECT COUNT(*) FROM held WHERE flood = number) AS held
          FROM floods ORDER BY number DESC`,
      )
      .map(({ number, value, held }) => ({ ...(JSON.parse(value) as Flood), number, held }))
  }
}
