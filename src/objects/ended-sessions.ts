import type { Sql } from './sql.ts'

export const ENDED_SESSIONS_SCHEMA =
  'CREATE TABLE IF NOT EXISTS ended_sessions (id TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;'

/**
 * Sessions of the desk that were signed out of before their time: a copy of the cookie must not work
 * after that. Only who holds a session can end it, so a stranger fills nothing.
 */
export class EndedSessions {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** Kept as long as the session would have lasted; all times in seconds since 1970. */
  end(id: string, until: number, now: number): void {
    this.#sql.run('DELETE FROM ended_sessions WHERE until <= ?', now)
    this.#sql.run('INSERT OR IGNORE INTO ended_sessions (id, until) VALUES (?, ?)', id, until)
  }

  /** One row read. */
  has(id: string): boolean {
    return (
      this.#sql.first('SELECT 1 AS is_ended FROM ended_sessions WHERE id = ?', id) !== undefined
    )
  }
}
