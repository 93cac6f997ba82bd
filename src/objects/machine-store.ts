import type { MachineVersion } from '../statements/machine-version.ts'
import type { Sql } from './sql.ts'

/** By the wording that a version was made from, so that no wording is translated twice. */
export const MACHINE_SCHEMA = `
CREATE TABLE IF NOT EXISTS machine (
  hash TEXT PRIMARY KEY, number INTEGER NOT NULL, made TEXT NOT NULL, value TEXT NOT NULL)
  WITHOUT ROWID;`

/** Feeds show the newest; older ones stand in KV beside their statements. */
const KEPT = 300

/** What machines made of a publisher's statements, the newest of it. */
export class MachineStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  isEmpty(): boolean {
    return this.#sql.first('SELECT 1 AS one FROM machine LIMIT 1') === undefined
  }

  load(hash: string): MachineVersion | undefined {
    const row = this.#sql.first<{ value: string }>('SELECT value FROM machine WHERE hash = ?', hash)
    return row === undefined ? undefined : (JSON.parse(row.value) as MachineVersion)
  }

  /** @param number the statement; two that say the same share a version */
  save(number: number, version: MachineVersion): void {
    const { contentHash, made } = version
    this.#sql.run(
      'INSERT OR REPLACE INTO machine (hash, number, made, value) VALUES (?, ?, ?, ?)',
      contentHash,
      number,
      made,
      JSON.stringify(version),
    )
    this.#sql.run(
      'DELETE FROM machine WHERE made < (SELECT made FROM machine ORDER BY made DESC LIMIT 1 OFFSET ? + 0)',
      KEPT,
    )
  }

  /** Of all wordings of a statement. A few hundred rows at most are looked at, and seldom. */
  remove(number: number): void {
    this.#sql.run('DELETE FROM machine WHERE number = ?', number)
  }

  /** @returns the statements that had one */
  clear(): number[] {
    const rows = this.#sql.all<{ number: number }>('SELECT DISTINCT number FROM machine')
    this.#sql.run('DELETE FROM machine')
    return rows.map(({ number }) => number)
  }
}
