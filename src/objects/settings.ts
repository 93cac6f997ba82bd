import type { Sql } from './sql.ts'

/** The first of an object's tables: `openTables` keeps its note in it. */
export const SETTINGS_SCHEMA =
  'CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;'

/** Longer values, such as what a robots.txt says, are not held. */
const MOST_HELD_LENGTH = 4_000
const MOST_HELD = 100

/**
 * An object's few named values, as JSON. A run asks for half a dozen, some several times: who says `isHeld`
 * has them in memory too, by one question for all, and must call `forget` when a transaction was rolled back.
 */
export class Settings {
  readonly #sql: Sql
  readonly #isHeld: boolean
  /** As text, so that nobody changes what another is given; undefined where there is none. */
  readonly #held = new Map<string, string | undefined>()
  readonly #tooLong = new Set<string>()
  /** Once all were read, what is not held is not there; where there are too many, each is asked for. */
  #all: 'unread' | 'read' | 'too many' = 'unread'

  constructor(sql: Sql, { isHeld = false } = {}) {
    this.#sql = sql
    this.#isHeld = isHeld
  }

  forget(): void {
    this.#held.clear()
    this.#tooLong.clear()
    if (this.#all === 'read') this.#all = 'unread'
  }

  /** The caller names the type: only this object writes its own settings. */
  load<T>(name: string): T | undefined {
    const value = this.#isHeld ? this.#heldValue(name) : this.#ask(name)
    return value === undefined ? undefined : (JSON.parse(value) as T)
  }

  #heldValue(name: string): string | undefined {
    if (this.#all === 'unread') this.#readAll()
    if (this.#held.has(name)) return this.#held.get(name)
    if (this.#all === 'read') return this.#tooLong.has(name) ? this.#ask(name) : undefined
    const value = this.#ask(name)
    if ((value?.length ?? 0) > MOST_HELD_LENGTH) return value
    if (this.#held.size >= MOST_HELD) this.forget()
    this.#held.set(name, value)
    return value
  }

  #ask(name: string): string | undefined {
    const query = 'SELECT value FROM settings WHERE name = ?'
    return this.#sql.first<{ value: string }>(query, name)?.value
  }

  #readAll(): void {
    const rows = this.#sql.all<{ name: string; value: string | null }>(
      'SELECT name, iif(octet_length(value) <= ?, value, NULL) AS value FROM settings LIMIT ? + 0',
      MOST_HELD_LENGTH,
      MOST_HELD + 1,
    )
    this.#all = rows.length > MOST_HELD ? 'too many' : 'read'
    if (this.#all === 'too many') return
    for (const { name, value } of rows) {
      if (value === null) this.#tooLong.add(name)
      else this.#held.set(name, value)
    }
  }

  save(name: string, value: unknown): void {
    const text = JSON.stringify(value)
    const isTooLong = text.length > MOST_HELD_LENGTH
    this.#drop(name)
    if (this.#isHeld && isTooLong) this.#tooLong.add(name)
    if (this.#isHeld && !isTooLong) this.#held.set(name, text)
    this.#sql.run(
      'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      name,
      text,
    )
  }

  #drop(name: string): void {
    this.#held.delete(name)
    this.#tooLong.delete(name)
  }

  removeAll(prefix: string): void {
    this.forget()
    this.#sql.run('DELETE FROM settings WHERE substr(name, 1, ?) = ?', prefix.length, prefix)
  }

  remove(name: string): void {
    this.#drop(name)
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
