import { ROWS_A_POLL } from '../../platform/plan.ts'

const SECONDS_A_DAY = 86_400

interface Polled {
  readonly id: string
  /** Seconds between two polls. */
  readonly interval: number
  readonly paused: boolean
}

export interface PollingCost {
  readonly id: string
  readonly interval: number
  /** Rows written a day at most: the interval may be stretched while a source is quiet. */
  readonly rows: number
  /** Rows that twice the interval would save. */
  readonly saves: number
}

/** What polling costs a day, the dearest source first. */
export function pollingCosts(sources: readonly Polled[]): PollingCost[] {
  return sources
    .filter(({ paused }) => !paused)
    .map(({ id, interval }) => {
      const rows = Math.round((SECONDS_A_DAY / interval) * ROWS_A_POLL)
      return { id, interval, rows, saves: Math.round(rows / 2) }
    })
    .toSorted((one, other) => other.rows - one.rows)
}
