import type { Sql } from './sql.ts'

/** When something is due next, ms since 1970; Infinity where nothing is. */
export interface Dues {
  /** An errand of the outbox, or a month of the archive. */
  readonly owed: number
  /** A page that is wanted, or is to be looked at again. */
  readonly page: number
  /** Work that the object set itself. */
  readonly chore: number
}

type Kind = 'owed' | 'archive' | 'wanted' | 'recheck' | 'chore'

/** What is due next, asked again only where something was written since. */
export class HeldDues {
  readonly #sql: Sql
  readonly #active: () => readonly string[]
  #held: { readonly writes: number; readonly next: Dues } | undefined

  /** @param active sources that are polled: pages of a paused one wait, and ring no alarm */
  constructor(sql: Sql, active: () => readonly string[]) {
    this.#sql = sql
    this.#active = active
  }

  forget(): void {
    this.#held = undefined
  }

  next(): Dues {
    const { writes } = this.#sql
    if (this.#held?.writes !== writes)
      this.#held = { writes, next: loadDues(this.#sql, this.#active()) }
    return this.#held.next
  }

  /** Whether an errand may be due: where that is not known, the outbox itself is to be asked. */
  mayOwe(now: number): boolean {
    return this.#held?.writes !== this.#sql.writes || this.#held.next.owed <= now
  }

  /** Writes what moves nothing that is due. */
  unmovedBy(write: () => void): void {
    const held = this.#held?.writes === this.#sql.writes ? this.#held : undefined
    write()
    if (held !== undefined) this.#held = { ...held, writes: this.#sql.writes }
  }
}

/** One question for all that a publisher's object owes. */
function loadDues(sql: Sql, active: readonly string[]): Dues {
  const ours = `source IN (${active.map((_, n) => `?${n + 1}`).join(', ')})`
  const row = sql.first<Record<Kind, number | null>>(
    `SELECT (SELECT MIN(due) FROM outbox) AS owed, (SELECT MIN(due) FROM archives) AS archive,
      (SELECT MIN(due) FROM wanted WHERE ${ours}) AS wanted,
      (SELECT MIN(due) FROM rechecks WHERE ${ours}) AS recheck,
      (SELECT MIN(due) FROM chores) AS chore`,
    ...active,
  )
  return {
    owed: Math.min(row?.owed ?? Infinity, row?.archive ?? Infinity),
    page: Math.min(row?.wanted ?? Infinity, row?.recheck ?? Infinity),
    chore: row?.chore ?? Infinity,
  }
}
