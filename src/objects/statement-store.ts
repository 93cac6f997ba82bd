import { dateOf } from '../statements/newest-first.ts'
import type { Change } from '../statements/change.ts'
import type { ClusterMember } from '../statements/cluster.ts'
import type { KnownFace } from '../statements/recognise.ts'
import type { Statement } from '../statements/statement.ts'
import type { Erasure } from '../statements/revision-list.ts'
import type { Language } from '../text/language.ts'
import { AWAITED_SCHEMA, AwaitedStore } from './awaited-store.ts'
import { DateIndex } from './date-index.ts'
import type { Sql } from './sql.ts'
import { WORDINGS_SCHEMA, WordingStore } from './wording-store.ts'

export const STATEMENTS_SCHEMA = `
CREATE TABLE IF NOT EXISTS statements (
  number INTEGER PRIMARY KEY, language TEXT NOT NULL, sort TEXT NOT NULL, value TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS statements_newest ON statements (language, sort);
CREATE TABLE IF NOT EXISTS identities (
  key TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;${AWAITED_SCHEMA}${WORDINGS_SCHEMA}`

/** So many keys are asked for by name, which is quicker than by a list. */
const FEW = 6
/** Letters of three bytes: SQLite is given no value of more than 2 MB, and addresses may be long. */
const LONGEST_VALUE = 600_000

/** What the ledger knows of a statement besides the statement. */
export interface Kept {
  readonly statement: Statement
  /** The title as the listing last showed it: when it moves, the article is read again. */
  readonly listedTitle: string
  /** The identity keys by which it is known again. */
  readonly keys: readonly string[]
  /** Only what its list shows was had of it yet: its page did not answer. */
  readonly short?: true
  /** An operator said that it has no partner: neither pages nor comparing tie it again. */
  readonly apart?: true
  /** Where the same text was published, itself included; absent where that is one place. */
  readonly cluster?: readonly ClusterMember[]
  /** The text is gone for good; keys and number stay. */
  readonly erased?: Erasure
}

/** A row: the statement without its wording, which lies in its revision. */
export type Shell = Omit<Statement, 'text' | 'html'> & Omit<Kept, 'statement'>

/** The ledger of a publisher: statements, their wordings, and the keys by which they are known. */
export class StatementStore {
  readonly wordings: WordingStore
  readonly awaited: AwaitedStore
  readonly dates: DateIndex
  readonly #sql: Sql
  #tied = 0
  #added = 0
  #next: number | undefined

  constructor(sql: Sql) {
    this.#sql = sql
    this.wordings = new WordingStore(sql)
    this.awaited = new AwaitedStore(sql)
    this.dates = new DateIndex(sql)
  }

  /** How many statements more there are, and how many more have a partner, since this was last asked. */
  takeCounted(): { readonly added: number; readonly tied: number } {
    const counted = { added: this.#added, tied: this.#tied }
    this.#added = 0
    this.#tied = 0
    return counted
  }

  nextNumber(): number {
    const query = 'SELECT MAX(number) AS n FROM statements'
    this.#next ??= (this.#sql.first<{ n: number | null }>(query)?.n ?? 0) + 1
    return this.#next
  }

  /** After a transaction that was rolled back. */
  forget(): void {
    this.#next = undefined
    this.takeCounted()
  }

  /** The number of the statement that a key names. */
  lookup(key: string): number | undefined {
    return this.lookupAll([key]).get(key)
  }

  /** Of many keys at once, those that name a statement. */
  lookupAll(keys: readonly string[]): ReadonlyMap<string, number> {
    if (keys.length === 0) return new Map()
    const isFew = keys.length <= FEW
    const asked = isFew ? keys : [JSON.stringify(keys)]
    if (!isFew && (asked[0]?.length ?? 0) > LONGEST_VALUE) {
      const half = keys.length >> 1
      return new Map([...this.lookupAll(keys.slice(0, half)), ...this.lookupAll(keys.slice(half))])
    }
    const list = isFew ? keys.map(() => '?').join(', ') : 'SELECT value FROM json_each(?)'
    const rows = this.#sql.all<{ key: string; number: number }>(
      `SELECT key, number FROM identities WHERE key IN (${list})`,
      ...asked,
    )
    return new Map(rows.map(({ key, number }) => [key, number]))
  }

  /** Of many statements at once, without their wordings. */
  loadShells(numbers: readonly number[]): ReadonlyMap<number, Shell> {
    if (numbers.length === 0) return new Map()
    const rows = this.#sql.all<{ number: number; value: string }>(
      'SELECT number, value FROM statements WHERE number IN (SELECT value FROM json_each(?))',
      JSON.stringify(numbers),
    )
    return new Map(rows.map(({ number, value }) => [number, JSON.parse(value) as Shell]))
  }

  load(number: number): Kept | undefined {
    const shell = this.loadShell(number)
    if (shell === undefined || shell.erased !== undefined) return undefined
    const revision = this.wordings.at(number, shell.revision)
    if (revision === undefined)
      throw new Error(`statement ${shell.id} has lost revision ${shell.revision}`)
    const { listedTitle, keys, short, apart, cluster, ...rest } = shell
    const statement = { ...rest, text: revision.text, html: revision.html }
    return {
      statement,
      listedTitle,
      keys,
      ...(short === undefined ? {} : { short }),
      ...(apart === undefined ? {} : { apart }),
      ...(cluster === undefined ? {} : { cluster }),
    }
  }

  /** What a listing is compared with: one row read. */
  about(number: number): KnownFace | undefined {
    const shell = this.loadShell(number)
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

  /** The newest of a language, without their wordings. */
  newest(language: Language, limit: number): Shell[] {
    return this.#sql
      .all<{ value: string }>(
        'SELECT value FROM statements WHERE language = ? ORDER BY sort DESC LIMIT ? + 0',
        language,
        limit,
      )
      .map(({ value }) => JSON.parse(value) as Shell)
  }

  /** Without the wording: one row read. */
  loadShell(number: number): Shell | undefined {
    const row = this.#sql.first<{ value: string }>(
      'SELECT value FROM statements WHERE number = ?',
      number,
    )
    return row === undefined ? undefined : (JSON.parse(row.value) as Shell)
  }

  /** Keeps a statement as it is now; its wording only where the change brought one. */
  save(number: number, kept: Kept, change: Change | undefined): void {
    // What appeared has a number that nothing had before.
    const before = change?.kind === 'appeared' ? undefined : this.loadShell(number)
    this.#saveShell(number, kept, before)
    if (change === undefined) return
    const { revision, updated: seen, title, text, html, contentHash } = kept.statement
    const wording = { number: revision, seen, title, text, html, contentHash }
    this.wordings.save(
      number,
      change.class === undefined ? wording : { ...wording, class: change.class },
    )
  }

  saveShell(number: number, kept: Kept): void {
    this.#saveShell(number, kept, this.loadShell(number))
  }

  #saveShell(number: number, kept: Kept, before: Shell | undefined): void {
    const { statement, ...known } = kept
    const { text: _text, html: _html, ...rest } = statement
    const shell: Shell = { ...rest, ...known }
    this.#counted(before, shell)
    if (this.#next !== undefined) this.#next = Math.max(this.#next, number + 1)
    this.#sql.run(
      `INSERT INTO statements (number, language, sort, value) VALUES (?, ?, ?, ?)
        ON CONFLICT (number) DO UPDATE SET value = excluded.value`,
      number,
      statement.language,
      dateOf(statement),
      JSON.stringify(shell),
    )
    if (before !== undefined && dateOf(before) !== dateOf(shell))
      this.dates.move(number, dateOf(shell))
  }

  /** Removes every wording; what is known again by its keys stays known, and is not read again. */
  erase(number: number, erased: Erasure): void {
    const shell = this.loadShell(number)
    if (shell === undefined) return
    const { listedTitle: _, keys, apart: _a, cluster: _c, author: _w, ...rest } = shell
    const statement = { ...rest, title: '', text: '', html: '', translation: null }
    this.wordings.erase(number)
    this.saveShell(number, { statement, listedTitle: '', keys, erased })
  }

  /** Forgets a statement altogether: its publisher is erased. */
  remove(number: number): void {
    this.wordings.erase(number)
    this.#counted(this.loadShell(number), undefined)
    this.#next = undefined
    this.#sql.run('DELETE FROM identities WHERE number = ?', number)
    this.#sql.run('DELETE FROM statements WHERE number = ?', number)
  }

  #counted(before: Shell | undefined, after: Shell | undefined): void {
    this.#added += Number(after !== undefined) - Number(before !== undefined)
    this.#tied += tiedOf(after) - tiedOf(before)
  }

  numberAfter(number: number): number | undefined {
    const query = 'SELECT MIN(number) AS n FROM statements WHERE number > ?'
    return this.#sql.first<{ n: number | null }>(query, number)?.n ?? undefined
  }

  /** Gives keys to a statement; one that another statement holds already stays with that one. */
  addIdentities(keys: readonly string[], number: number): void {
    if (keys.length === 0) return
    this.#sql.run(
      'INSERT OR IGNORE INTO identities (key, number) SELECT value, ? FROM json_each(?)',
      number,
      JSON.stringify(keys),
    )
  }
}

function tiedOf(shell: Shell | undefined): number {
  return (shell?.translation ?? null) === null ? 0 : 1
}
