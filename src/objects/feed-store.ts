import type { Statement } from '../statements/statement.ts'
import type { PublisherFace } from '../feeds/snapshot.ts'
import { SNAPSHOT_ENTRIES_A_LANGUAGE } from '../feeds/snapshot.ts'
import type { Sql } from './sql.ts'

const SCHEMA = `
CREATE TABLE IF NOT EXISTS feed_entries (
  id TEXT PRIMARY KEY, language TEXT NOT NULL, sort TEXT NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS feed_publishers (id TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;`

/** The entries of a watch's own feed: what its query hit, newest first. */
export class FeedStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
    sql.run(SCHEMA)
  }

  add(statement: Statement, face: PublisherFace): void {
    this.#sql.run(
      `INSERT INTO feed_entries (id, language, sort, value) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET value = excluded.value`,
      statement.id,
      statement.language,
      statement.published ?? statement.firstSeen,
      JSON.stringify(statement),
    )
    this.#sql.run(
      `INSERT INTO feed_publishers (id, value) VALUES (?, ?)
        ON CONFLICT (id) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
      face.id,
      JSON.stringify(face),
    )
    this.#sql.run(
      `DELETE FROM feed_entries WHERE language = ? AND id NOT IN
        (SELECT id FROM feed_entries WHERE language = ? ORDER BY sort DESC, id DESC LIMIT ?)`,
      statement.language,
      statement.language,
      SNAPSHOT_ENTRIES_A_LANGUAGE,
    )
  }

  clear(): void {
    this.#sql.run('DELETE FROM feed_entries')
  }

  statements(): Statement[] {
    return this.#sql
      .all<{ value: string }>('SELECT value FROM feed_entries ORDER BY sort DESC, id DESC')
      .map(({ value }) => JSON.parse(value) as Statement)
  }

  publishers(): Record<string, PublisherFace> {
    const rows = this.#sql.all<{ id: string; value: string }>(
      'SELECT id, value FROM feed_publishers',
    )
    return Object.fromEntries(rows.map(({ id, value }) => [id, JSON.parse(value) as PublisherFace]))
  }
}
