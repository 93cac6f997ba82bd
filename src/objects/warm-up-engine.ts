import type { SqlEngine } from './sql.ts'

type Value = string | number | null
type Row = Readonly<Record<string, Value>>

/** Something is always owed: the way of what is owed is gone too. */
const DUES: Row = { owed: 0, archive: null, wanted: null, recheck: null, chore: null }

/**
 * An SQLite for the warm-up, where the platform gives none. It keeps rows under the first of their columns and
 * finds them by that: enough to know a statement again and to tell of it. Whatever else is asked is answered
 * as if nothing were kept.
 */
export class WarmUpEngine implements SqlEngine {
  readonly #tables = new Map<string, readonly Row[]>()
  #seq = 0

  exec<T extends Record<string, Value>>(query: string, ...values: Value[]) {
    const rows = query.startsWith('SELECT') ? this.#found(query, values) : []
    if (query.startsWith('INSERT')) this.#keep(query, values)
    if (query.startsWith('DELETE FROM outbox')) {
      this.#tables.set(
        'outbox',
        this.#rows('outbox').filter(({ seq }) => seq !== values[0]),
      )
    }
    return { toArray: () => rows as T[], rowsWritten: 0 }
  }

  #keep(query: string, values: readonly Value[]): void {
    const [, name, columns] = /INTO (\w+) \(([^)]*)\) VALUES/.exec(query) ?? []
    if (name === undefined || columns === undefined) return
    this.#seq += 1
    const entries = columns.split(', ').map((column, n) => [column, values[n] ?? null] as const)
    const [[key, value] = ['', null]] = entries
    const others = this.#rows(name).filter((row) => name === 'outbox' || row[key] !== value)
    this.#tables.set(name, [
      ...others,
      { ...Object.fromEntries(entries), key: value, seq: this.#seq, attempts: 0 },
    ])
  }

  #found(query: string, values: readonly Value[]): readonly Row[] {
    if (query.startsWith('SELECT (SELECT MIN(due) FROM outbox)')) return [DUES]
    const [, name = ''] = /FROM (\w+)/.exec(query) ?? []
    const rows = this.#rows(name)
    if (query.startsWith('SELECT MAX(number)')) return [{ n: rows.length }]
    const [first = null] = values
    const keys = query.includes('json_each') ? (JSON.parse(String(first)) as Value[]) : [first]
    return rows.filter(({ key = null }) => keys.includes(key))
  }

  #rows(name: string): readonly Row[] {
    return this.#tables.get(name) ?? []
  }
}
