import { LATE_PARTNER_MS, type TranslationState } from '../statements/translation-state.ts'
import type { Instant } from '../text/instant.ts'
import type { Settings } from './settings.ts'
import type { Sql } from './sql.ts'
import type { StatementStore } from './statement-store.ts'

/** Counts that outlive the day, for metrics. */
export interface Totals {
  readonly changes: Readonly<Record<string, number>>
  readonly alerts: number
  /** Statements that have a partner; absent before the first was counted. */
  readonly paired?: number
  /** All statements, erased ones included; absent before the first was counted. */
  readonly statements?: number
}

const NAME = 'totals'

/** A publisher's counts, in one row that each change writes anyway. */
export class TotalsStore {
  readonly #sql: Sql
  readonly #settings: Settings
  readonly #statements: StatementStore

  constructor(sql: Sql, settings: Settings, statements: StatementStore) {
    this.#sql = sql
    this.#settings = settings
    this.#statements = statements
  }

  load(): Totals {
    return this.#settings.load<Totals>(NAME) ?? { changes: {}, alerts: 0 }
  }

  /** Counts what a transaction changed, statements and pairs included; within it. */
  add(changes: readonly string[], alerts: number): void {
    const { added, tied } = this.#statements.takeCounted()
    if (changes.length === 0 && alerts === 0 && tied === 0 && added === 0) return
    const totals = this.load()
    const counted: Record<string, number> = { ...totals.changes }
    for (const kind of changes) counted[kind] = (counted[kind] ?? 0) + 1
    const paired = totals.paired === undefined ? this.#countPaired() : totals.paired + tied
    const statements =
      totals.statements === undefined ? this.#countAll() : totals.statements + added
    const sums = { alerts: totals.alerts + alerts, paired, statements }
    this.#settings.save(NAME, { changes: counted, ...sums })
  }

  /** How many statements there are, erased ones included, without counting them. */
  statements(): number {
    return this.load().statements ?? this.#countAll()
  }

  /** Statements by the state of their translation; erased ones are among those without. */
  translations(isBilingual: boolean, now: Date): Readonly<Record<TranslationState, number>> {
    const all = this.statements()
    const paired = this.load().paired ?? 0
    const awaited = isBilingual ? this.#countAwaited(now.getTime() - LATE_PARTNER_MS) : 0
    return { paired, awaited, 'not-expected': Math.max(0, all - paired - awaited) }
  }

  /** Looks at every row: once, for what was kept before the number was. */
  #countAll(): number {
    return this.#count('TRUE', 0)
  }

  #countPaired(): number {
    return this.#count("value ->> '$.translation' IS NOT NULL", 0)
  }

  /** Only the statements of a fortnight are looked at: numbers are given in the order of time. */
  #countAwaited(since: number): number {
    const from = firstSeenAfter(new Date(since).toISOString(), this.#statements)
    return this.#count(
      "value ->> '$.translation' IS NULL AND value ->> '$.state' = 'current' AND value ->> '$.apart' IS NULL AND value ->> '$.erased' IS NULL",
      from,
    )
  }

  #count(condition: string, from: number): number {
    const query = `SELECT COUNT(*) AS n FROM statements WHERE number >= ? AND ${condition}`
    return this.#sql.first<{ n: number }>(query, from)?.n ?? 0
  }
}

/** The lowest number of a statement first seen after a moment, by halving. */
function firstSeenAfter(at: Instant, statements: StatementStore): number {
  let [low, high] = [1, statements.nextNumber()]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const number = statements.numberAfter(middle - 1)
    const seen = number === undefined ? undefined : statements.loadShell(number)?.firstSeen
    if (seen === undefined || seen > at) high = middle
    else low = (number ?? middle) + 1
  }
  return low
}
