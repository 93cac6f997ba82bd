type Value = string | number | null

/** SQLite rows over 2 MB fail on the platform but not locally: caught here, on both. */
const MAX_VALUE_LENGTH = 2_000_000

/** What of the platform's SQLite is used here. */
export interface SqlEngine {
  exec<T extends Record<string, Value>>(
    query: string,
    ...values: Value[]
  ): { toArray(): T[]; readonly rowsWritten: number }
}

/**
 * An object's SQLite with what was written counted: rows written are what the plan bills.
 *
 * A number of rows is given as `LIMIT ? + 0`. SQLite plans by the value of a bare parameter there, and so
 * prepares the statement anew at each call: twice the price of a short question.
 */
export class Sql {
  readonly #sql: SqlEngine
  #rowsWritten = 0
  /** Writes made so far: as long as it stands still, what was read before still holds. */
  writes = 0

  constructor(sql: SqlEngine) {
    this.#sql = sql
  }

  /** Rows that a query gives, all at once. */
  all<T extends Record<string, Value>>(query: string, ...values: Value[]): T[] {
    return this.#sql.exec<T>(query, ...values).toArray()
  }

  first<T extends Record<string, Value>>(query: string, ...values: Value[]): T | undefined {
    return this.all<T>(query, ...values)[0]
  }

  /** Writes, counts the rows that it wrote, index rows included, and gives what `RETURNING` names. */
  run<T extends Record<string, Value>>(query: string, ...values: Value[]): T[] {
    for (const value of values) {
      if (typeof value === 'string' && value.length > MAX_VALUE_LENGTH) {
        throw new Error(`a value of ${value.length} characters does not fit a row: ${query}`)
      }
    }
    this.writes += 1
    const cursor = this.#sql.exec<T>(query, ...values)
    const rows = cursor.toArray()
    this.#rowsWritten += cursor.rowsWritten
    return rows
  }

  countRows(rows: number): void {
    this.#rowsWritten += rows
  }

  /** Rows written since this was last asked. */
  takeRowsWritten(): number {
    const rows = this.#rowsWritten
    this.#rowsWritten = 0
    return rows
  }
}
