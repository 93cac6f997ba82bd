import type { Sql } from './sql.ts'

/** When something is due next, ms since 1970; Infinity where nothing is. */
export interface Dues {
  /** An errand of the outbox, or a month of the archive. */
  readonly owed: number
  /** A page that is wanted, or is to be looked at again. */
  readonly page: number
}

/** One question for all that a publisher's object owes. */
export function loadDues(sql: Sql): Dues {
  const row = sql.first<Record<'owed' | 'archive' | 'wanted' | 'recheck', number | null>>(
    `SELECT (SELECT MIN(due) FROM outbox) AS owed, (SELECT MIN(due) FROM archives) AS archive,
      (SELECT MIN(due) FROM wanted) AS wanted, (SELECT MIN(due) FROM rechecks) AS recheck`,
  )
  return {
    owed: Math.min(row?.owed ?? Infinity, row?.archive ?? Infinity),
    page: Math.min(row?.wanted ?? Infinity, row?.recheck ?? Infinity),
  }
}
