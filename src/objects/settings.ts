import type { Sql } from './sql.ts'

/** The first of an object's tables: `openTables` keeps its note in it. */
export const SETTINGS_SCHEMA =
  'CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;'

/** Longer values, such as what a robots.txt says, are not held. */
const MOST_HELD_LENGTH = 4_000
const MOST_HELD = 100

/**
 * An object's few named values, as JSON. Some are asked for several times a run: who says `isHeld` has
 * them in memory too, and must call `forget` when a transaction was rolled back.
 */
export class Settings {
  readonly #sql: Sql
  readonly #isHeld: boolean
  /** As text, so that nobody changes what another is given; undefined where there is none. */
  readonly #held = new Map<string, string | undefined>()

  constructor(sql: Sql, { isHeld = false } = {}) {
    this.#sql = sql
    this.#isHeld = isHeld
  }

  forget(): void {
    this.#held.clear()
  }

  /** The caller names the type: only this object writes its own settings. */
  load<T>(name: string): T | undefined {
    const value = this.#held.has(name) ? this.#held.get(name) : this.#read(name)
    return value === undefined ? undefined : (JSON.parse(value) as T)
  }

  #read(name: string): string | undefined {
    const query = 'SELECT value FROM settings WHERE name = ?'
    const value = this.#sql.first<{ value: string }>(query, name)?.value
    if (!this.#isHeld || (value?.length ?? 0) > MOST_HELD_LENGTH) return value
    if (this.#held.size >= MOST_HELD) this.forget()
    this.#held.set(name, value)
    return value
  }

  save(name: string, value: unknown): void {
    const text = JSON.stringify(value)
    this.#held.delete(name)
    if (this.#isHeld && text.length <= MOST_HELD_LENGTH) this.#held.set(name, text)
    this.#sql.run(
      'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      name,
      text,
    )
  }

  removeAll(prefix: string): void {
    this.forget()
    this.#sql.run('DELETE FROM settings WHERE substr(name, 1, ?) = ?', prefix.length, prefix)
  }

  remove(name: string): void {
    this.#held.delete(name)
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
    this.forget()
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
