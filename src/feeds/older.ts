import type { Instant } from '../text/instant.ts'

/** Where the statements lie that a snapshot leaves out: lists and searches go on there. */
export interface Older {
  /** All that is dated after this is in the snapshot. */
  readonly before: Instant
  /** By publisher. */
  readonly of: Readonly<Record<string, Shelf>>
}

/** What is kept of one publisher, as far as readers can reach it. */
export interface Shelf {
  /** All of it that is dated after this is in the publisher's snapshot; null where that holds everything. */
  readonly before: Instant | null
  /** The months that have statements, in runs, newest first: `2016-03/2018-10`, `2015-12`. */
  readonly months: readonly string[]
  /** Those of them that changed last, and since when nothing changed in the others. */
  readonly recent?: readonly string[]
  readonly settled?: Instant
}

/** Months, oldest first, as runs: ten years of a publisher's are a few words in its snapshot. */
export function runsOf(months: readonly string[]): string[] {
  const runs: { first: string; last: string }[] = []
  for (const month of months) {
    const run = runs.at(-1)
    if (run !== undefined && monthAfter(run.last) === month) run.last = month
    else runs.push({ first: month, last: month })
  }
  return runs.reverse().map(({ first, last }) => (first === last ? first : `${first}/${last}`))
}

/** The months of runs, newest first, as far back as is asked. */
export function monthsIn(runs: readonly string[], since = ''): string[] {
  return runs.flatMap((run) => {
    const [first = '', last = first] = run.split('/')
    if (last < since) return []
    const months = [first > since ? first : since]
    for (let month = months[0] ?? last; month < last;) {
      month = monthAfter(month)
      months.push(month)
    }
    return months.reverse()
  })
}

/** `2018-11` of an instant. */
export function monthOf(instant: Instant): string {
  return instant.slice(0, 7)
}

/** The month that follows: `2019-01` after `2018-12`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? [year + 1, 1] : [year, number + 1]
  return next.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
}
