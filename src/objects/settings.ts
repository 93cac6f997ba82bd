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

  /**
   * Of the values whose names are `{kind} …`, removes those with less than `least` in a number of
   * theirs, and of the others all but the `most` with the most.
   * @param by the number's path in the JSON
   */
  prune(
    kind: string,
    { by, least, most }: { readonly by: string; readonly least: number; readonly most: number },
  ): void {
    // "!" is what comes behind a space.
    const ours = 'name > ? AND name < ?'
    const [from, to] = [`${kind} `, `${kind}!`]
    this.#sql.run(
      `DELETE FROM settings WHERE ${ours} AND json_extract(value, ?) < ?`,
      from,
      to,
      by,
      least,
    )
    this.#sql.run(
      `DELETE FROM settings WHERE name IN (SELECT name FROM settings WHERE ${ours}
        ORDER BY json_extract(value, ?) DESC LIMIT -1 OFFSET ? + 0)`,
      from,
      to,
      by,
      most,
    )
  }
}
