import type { SqlEngine } from './sql.ts'

type Value = string | number | null
type Row = Readonly<Record<string, Value>>

/** Something is always owed: the way of what is owed is gone too. */
const DUES: Row = { owed: 0, archive: null, wanted: null, recheck: null, chore: null }

/**
 * An SQLite for the warm-up, where the platform gives none. It keeps what is inserted column by column and
 * finds rows by one column: enough to know a statement again and to tell of it. Whatever else is asked is
 * answered as if nothing were kept.
 */
export class WarmUpEngine implements SqlEngine {
  readonly #tables = new Map<string, readonly Row[]>()

  exec<T extends Record<string, Value>>(query: string, ...values: Value[]) {
    const rows = query.startsWith('SELECT') ? this.#found(query, values) : []
    if (query.startsWith('INSERT')) this.#keep(query, values)
    if (query.startsWith('DELETE')) this.#remove(query, values)
    return { toArray: () => rows as T[], rowsWritten: 0 }
  }

  /** One row, by its first column, or one for each of the values that a list of JSON holds. */
  #keep(query: string, values: readonly Value[]): void {
    const [, name, list, from] =
      /INTO (\w+) \(([^)]*)\)\s+(VALUES|SELECT value, \?)/.exec(query) ?? []
    if (name === undefined || list === undefined) return
    const columns = list.split(', ')
    const given = from === 'VALUES' ? [values] : listed(values[1]).map((one) => [one, values[0]])
    for (const one of given) {
      const row = Object.fromEntries(columns.map((column, n) => [column, one[n] ?? null]))
      const key = columns[0] ?? ''
      const others = this.#rows(name).filter((other) => other[key] !== row[key])
      this.#tables.set(name, [...others, { ...row, attempts: 0 }])
    }
  }

  #found(query: string, values: readonly Value[]): readonly Row[] {
    const [first = null] = values
    if (query.startsWith('SELECT (SELECT MIN(due) FROM outbox)')) return [DUES]
    const { name, column } = asked(query)
    const rows = this.#rows(name)
    if (query.startsWith('SELECT MAX(number)')) return [{ n: rows.length }]
    if (query.startsWith('SELECT name, ')) return rows
    const keys = query.includes('json_each')
      ? listed(first)
      : query.includes(' IN (')
        ? values
        : [first]
    return rows.filter((row) => keys.includes(row[column] ?? null))
  }

  #remove(query: string, [first]: readonly Value[]): void {
    const { name, column } = asked(query)
    const left = this.#rows(name).filter((row) => row[column] !== first)
    this.#tables.set(name, left)
  }

  #rows(name: string): readonly Row[] {
    return this.#tables.get(name) ?? []
  }
}

function asked(query: string): { readonly name: string; readonly column: string } {
  const [, name = '', column = ''] = /FROM (\w+)(?:\s+WHERE (\w+))?/.exec(query) ?? []
  return { name, column }
}

function listed(json: Value | undefined): readonly Value[] {
  return JSON.parse(String(json)) as Value[]
}
