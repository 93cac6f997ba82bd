/** What was spent on one day, in the units that the plan counts. */
export interface Spent {
  readonly day: string
  readonly kvWrites: number
  readonly rowsWritten: number
}

export const NOTHING_SPENT: Spent = { day: '', kvWrites: 0, rowsWritten: 0 }

/** Adds to a day's sum; a new day begins at nothing. */
export function spentAlso(
  spent: Spent,
  more: { readonly kvWrites: number; readonly rowsWritten: number },
  day: string,
): Spent {
  const base = spent.day === day ? spent : { ...NOTHING_SPENT, day }
  return {
    day,
    kvWrites: base.kvWrites + more.kvWrites,
    rowsWritten: base.rowsWritten + more.rowsWritten,
  }
}

export function spentOn(day: string, spent: readonly Spent[]): Spent {
  return spent
    .filter((one) => one.day === day)
    .reduce((sum, one) => spentAlso(sum, one, day), { ...NOTHING_SPENT, day })
}
