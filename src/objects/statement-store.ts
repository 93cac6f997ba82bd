import type { KnownFace } from '../statements/recognise.ts'
import type { Revision, Statement } from '../statements/statement.ts'
import type { RevisionNote } from '../statements/revision-list.ts'
import { LANGUAGES } from '../text/language.ts'
import type { Sql } from './sql.ts'

export const STATEMENTS_SCHEMA = `
CREATE TABLE IF NOT EXISTS statements (
  number INTEGER PRIMARY KEY, language TEXT NOT NULL, sort TEXT NOT NULL, value TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS statements_newest ON statements (language, sort);
CREATE TABLE IF NOT EXISTS revisions (
  place INTEGER PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS identities (
  key TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS awaited (
  address TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rechecks (
  due INTEGER NOT NULL, source TEXT NOT NULL, number INTEGER NOT NULL, step INTEGER NOT NULL,
  PRIMARY KEY (due, number)) WITHOUT ROWID;`

/** What the ledger knows of a statement besides the statement. */
export interface Kept {
  readonly statement: Statement
  /** The title as the listing last showed it: when it moves, the article is read again. */
  readonly listedTitle: string
  /** The identity keys by which it is known again. */
  readonly keys: readonly string[]
}

/** A row: the statement without its wording, which lies in its revision. */
type Shell = Omit<Statement, 'text' | 'html'> & Omit<Kept, 'statement'>

/** Two numbers in one rowid: an index of its own would double every write. */
const place = (number: number, revision: number) => number * 65_536 + revision

/** The ledger of a publisher: statements, their wordings, and the keys by which they are known. */
export class StatementStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  nextNumber(): number {
    return (
      (this.#sql.first<{ n: number | null }>('SELECT MAX(number) AS n FROM statements')?.n ?? 0) + 1
    )
  }

  count(): number {
    return this.#sql.first<{ n: number }>('SELECT COUNT(*) AS n FROM statements')?.n ?? 0
  }

  /** The number of the statement that a key names. */
  lookup(key: string): number | undefined {
    return this.#sql.first<{ number: number }>('SELECT number FROM identities WHERE key = ?', key)
      ?.number
  }

  /** The statements of one month, `2018-11`, by the day under which feeds order them. */
  numbersOf(month: string): number[] {
    return LANGUAGES.flatMap((language) =>
      this.#sql
        .all<{ number: number }>(
          'SELECT number FROM statements WHERE language = ? AND sort >= ? AND sort < ?',
          language,
          month,
          `${month}~`,
        )
        .map(({ number }) => number),
    )
  }

  load(number: number): Kept | undefined {
    const shell = this.#shell(number)
    if (shell === undefined) return undefined
    const revision = this.revision(number, shell.revision)
    if (revision === undefined)
      throw new Error(`statement ${shell.id} has lost revision ${shell.revision}`)
    const { listedTitle, keys, ...rest } = shell
    return { statement: { ...rest, text: revision.text, html: revision.html }, listedTitle, keys }
  }

  /** What a listing is compared with: one row read. */
  about(number: number): KnownFace | undefined {
    const shell = this.#shell(number)
    if (shell === undefined) return undefined
    return { title: shell.listedTitle, published: shell.published, keys: shell.keys }
  }

  /** The statement of exactly this title and date, by the index that is there for the date. */
  titled(title: string, published: string): number | undefined {
    return this.#sql
      .all<{ number: number; value: string }>(
        "SELECT number, value FROM statements WHERE language IN ('ar', 'en') AND sort = ? LIMIT 20",
        published,
      )
      .find(({ value }) => {
        const shell = JSON.parse(value) as Shell
        return shell.published === published && shell.listedTitle.trim() === title
      })?.number
  }

  /** Without the wording: one row read. */
  loadTitle(
    number: number,
  ): { readonly listedTitle: string; readonly keys: readonly string[] } | undefined {
    return this.#shell(number)
  }

  #shell(number: number): Shell | undefined {
    const row = this.#sql.first<{ value: string }>(
      'SELECT value FROM statements WHERE number = ?',
      number,
    )
    return row === undefined ? undefined : (JSON.parse(row.value) as Shell)
  }

  revision(number: number, revision: number): Revision | undefined {
    const row = this.#sql.first<{ value: string }>(
      'SELECT value FROM revisions WHERE place = ?',
      place(number, revision),
    )
    return row === undefined ? undefined : (JSON.parse(row.value) as Revision)
  }

  /** Every wording, oldest first. */
  revisions(number: number): Revision[] {
    return this.#sql
      .all<{ value: string }>(
        'SELECT value FROM revisions WHERE place > ? AND place < ? ORDER BY place',
        place(number, 0),
        place(number + 1, 0),
      )
      .map(({ value }) => JSON.parse(value) as Revision)
  }

  revisionNotes(number: number): RevisionNote[] {
    return this.revisions(number).map(({ number: n, seen, title, contentHash }) => ({
      number: n,
      seen,
      title,
      contentHash,
    }))
  }

  /** Keeps a statement as it is now; its wording only where this is a new one. */
  save(number: number, kept: Kept, newWording: boolean): void {
    const { statement } = kept
    const { text, html, ...rest } = statement
    const shell: Shell = { ...rest, listedTitle: kept.listedTitle, keys: kept.keys }
    this.#sql.run(
      `INSERT INTO statements (number, language, sort, value) VALUES (?, ?, ?, ?)
        ON CONFLICT (number) DO UPDATE SET value = excluded.value`,
      number,
      statement.language,
      statement.published ?? statement.firstSeen,
      JSON.stringify(shell),
    )
    if (!newWording) return
    const { revision, updated: seen, title, contentHash } = statement
    const wording: Revision = { number: revision, seen, title, text, html, contentHash }
    this.#sql.run(
      'INSERT OR REPLACE INTO revisions (place, value) VALUES (?, ?)',
      place(number, revision),
      JSON.stringify(wording),
    )
  }

  /** Gives keys to a statement; one that another statement holds already stays with that one. */
  addIdentities(keys: readonly string[], number: number): void {
    for (const key of keys) {
      this.#sql.run('INSERT OR IGNORE INTO identities (key, number) VALUES (?, ?)', key, number)
    }
  }

  /** Remembers that the statement waits for a partner at an address not seen yet. */
  awaitPartner(address: string, number: number): void {
    this.#sql.run('INSERT OR REPLACE INTO awaited (address, number) VALUES (?, ?)', address, number)
  }

  awaiting(address: string): number | undefined {
    return this.#sql.first<{ number: number }>(
      'SELECT number FROM awaited WHERE address = ?',
      address,
    )?.number
  }

  stopAwaiting(address: string): void {
    this.#sql.run('DELETE FROM awaited WHERE address = ?', address)
  }

  addRecheck(due: number, source: string, number: number, step: number): void {
    this.#sql.run(
      'INSERT OR REPLACE INTO rechecks (due, source, number, step) VALUES (?, ?, ?, ?)',
      due,
      source,
      number,
      step,
    )
  }

  dueRechecks(
    source: string,
    now: number,
    limit: number,
  ): { due: number; number: number; step: number }[] {
    return this.#sql.all(
      'SELECT due, number, step FROM rechecks WHERE due <= ? AND source = ? ORDER BY due LIMIT ?',
      now,
      source,
      limit,
    )
  }

  removeRecheck(due: number, number: number): void {
    this.#sql.run('DELETE FROM rechecks WHERE due = ? AND number = ?', due, number)
  }
}
