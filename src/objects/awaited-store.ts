import type { Sql } from './sql.ts'

export const AWAITED_SCHEMA = `
CREATE TABLE IF NOT EXISTS awaited (
  address TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;`

/** Statements that wait for a partner at an address not seen yet. */
export class AwaitedStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  add(address: string, number: number): void {
    this.#sql.run('INSERT OR REPLACE INTO awaited (address, number) VALUES (?, ?)', address, number)
  }

  /** The number of the statement that waits for this address. */
  at(address: string): number | undefined {
    const query = 'SELECT number FROM awaited WHERE address = ?'
    return this.#sql.first<{ number: number }>(query, address)?.number
  }

  remove(address: string): void {
    this.#sql.run('DELETE FROM awaited WHERE address = ?', address)
  }
}
