import type { Instant } from '../text/instant.ts'

const WEEK_MS = 7 * 86_400_000
/** 1970 began on a Thursday; weeks begin on Mondays (ISO 8601). */
const FIRST_MONDAY_MS = 4 * 86_400_000

export interface Week {
  /** Its Monday, `2026-11-16`. */
  readonly monday: string
  readonly count: number
}

/**
 * How many of some moments fall into each of the last weeks, the oldest first, this week last. A
 * moment that is none, or lies outside, counts nowhere.
 */
export function weeksOf(moments: readonly Instant[], now: Date, weeks: number): Week[] {
  const last = weekOf(now.getTime())
  const counts = new Map<number, number>()
  for (const moment of moments) {
    const week = weekOf(Date.parse(moment))
    counts.set(week, (counts.get(week) ?? 0) + 1)
  }
  return Array.from({ length: weeks }, (_, at) => {
    const week = last - weeks + 1 + at
    const monday = new Date(FIRST_MONDAY_MS + week * WEEK_MS).toISOString().slice(0, 10)
    return { monday, count: counts.get(week) ?? 0 }
  })
}

function weekOf(ms: number): number {
  return Math.floor((ms - FIRST_MONDAY_MS) / WEEK_MS)
}
