import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { Sql } from '../../src/objects/sql.ts'

type Value = string | number | null

/**
 * An object's SQLite outside of the runtime: the same engine, through Node. Rows written are counted
 * as the platform counts them: one for the row and one for each index beside the table's own.
 */
export class NodeSql {
  readonly #db = new DatabaseSync(':memory:')
  readonly #indexes = new Map<string, number>()
  readonly #prepared = new Map<string, StatementSync>()
  /** Rows written by table. */
  readonly written: Record<string, number> = {}
  readonly sql: Sql

  constructor() {
    this.sql = new Sql(this as unknown as SqlStorage)
  }

  exec(query: string, ...values: Value[]) {
    if (/^\s*CREATE/.test(query)) {
      this.#db.exec(query)
      return { toArray: () => [], rowsWritten: 0 }
    }
    const statement = this.#prepare(query)
    if (/^\s*SELECT/.test(query)) {
      const rows = statement.all(...values).map((row) => ({ ...row }))
      return { toArray: () => rows, rowsWritten: 0 }
    }
    const rows = statement.all(...values).map((row) => ({ ...row }))
    const changes = Number(this.#prepare('SELECT changes() AS n').get()?.['n'] ?? 0)
    const [, table = ''] = /(?:INTO|UPDATE|FROM)\s+(\w+)/.exec(query) ?? []
    const rowsWritten = changes * (1 + this.#indexesOf(table))
    this.written[table] = (this.written[table] ?? 0) + rowsWritten
    return { toArray: () => rows, rowsWritten }
  }

  #prepare(query: string): StatementSync {
    const known = this.#prepared.get(query)
    if (known !== undefined) return known
    const statement = this.#db.prepare(query)
    this.#prepared.set(query, statement)
    return statement
  }

  #indexesOf(table: string): number {
    const known = this.#indexes.get(table)
    if (known !== undefined) return known
    const rows = this.#db
      .prepare(
        "SELECT COUNT(*) AS n FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
      )
      .all(table)
    const count = Number(rows[0]?.['n'] ?? 0)
    this.#indexes.set(table, count)
    return count
  }

  /** Runs work in a transaction; as `transactionSync` does, it undoes all of it where it throws. */
  transact(work: () => void): void {
    this.#db.exec('SAVEPOINT run')
    try {
      work()
      this.#db.exec('RELEASE run')
    } catch (error) {
      this.#db.exec('ROLLBACK TO run; RELEASE run')
      throw error
    }
  }

  /** How SQLite would answer a query: `SEARCH` by an index, or `SCAN` of all. */
  plan(query: string): string {
    const rows = this.#db.prepare(`EXPLAIN QUERY PLAN ${query}`).all()
    return rows.map((row) => String(row['detail'])).join('; ')
  }

  bytes(): number {
    const [pages] = this.#db.prepare('PRAGMA page_count').all()
    const [size] = this.#db.prepare('PRAGMA page_size').all()
    return Number(pages?.['page_count']) * Number(size?.['page_size'])
  }

  /** Every row of every table, for comparing two states. */
  dump(tables: readonly string[]): Record<string, unknown[]> {
    return Object.fromEntries(
      tables.map((table) => [
        table,
        this.#db
          .prepare(`SELECT * FROM ${table}`)
          .all()
          .map((row) => ({ ...row })),
      ]),
    )
  }
}
