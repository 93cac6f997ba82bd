import type { Sql } from './sql.ts'

/** The first of an object's tables: `openTables` keeps its note in it. */
export const SETTINGS_SCHEMA =
  'CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;'

/** An object's few named values, as JSON. */
export class Settings {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** The caller names the type: only this object writes its own settings. */
  load<T>(name: string): T | undefined {
    const row = this.#sql.first<{ value: string }>(
      'SELECT value FROM settings WHERE name = ?',
      name,
    )
    return row === undefined ? undefined : (JSON.parse(row.value) as T)
  }

  save(name: string, value: unknown): void {
    this.#sql.run(
      'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      name,
      JSON.stringify(value),
    )
  }

  removeAll(prefix: string): void {
    this.#sql.run('DELETE FROM settings WHERE substr(name, 1, ?) = ?', prefix.length, prefix)
  }

  remove(name: string): void {
    this.#sql.run('DELETE FROM settings WHERE name = ?', name)
  }
}
