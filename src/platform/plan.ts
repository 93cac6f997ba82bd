/** The plan that a deployment runs on decides what a day may cost. */
export type Plan = 'free' | 'paid'

export function planOf({ PLAN }: Pick<Env, 'PLAN'>): Plan {
  return PLAN === 'paid' ? 'paid' : 'free'
}

/** What the free plan gives a day (platform report, section 1). */
export const FREE_KV_WRITES_A_DAY = 1_000
export const FREE_ROWS_WRITTEN_A_DAY = 100_000

/** Words and phrases of all watches: their index is built in a run's 10 ms (report, section 5). */
export const FREE_TERMS = 1_000

/** From here on snapshots wait for one another: what is left is for statements. */
export const KV_WRITES_BEFORE_SAVING = 900
export const SNAPSHOT_SPACING_SAVING_MS = 10 * 60_000
/** One key takes one write a second. */
export const SNAPSHOT_SPACING_MS = 1_000

/** Rows that an unchanged poll writes: the alarm and the source's row. */
export const ROWS_A_POLL = 2

/** Of a day's rows, what polling may take; the rest is for statements, alerts and deliveries. */
const ROWS_FOR_POLLING = 0.8 * FREE_ROWS_WRITTEN_A_DAY

const SECONDS_A_DAY = 86_400

/** The shortest interval between two polls of one source. */
export const SHORTEST_INTERVAL_SECONDS: Readonly<Record<Plan, number>> = { free: 60, paid: 10 }

/** The sum in words, in both languages. */
type Sum = Readonly<Record<'ar' | 'en', string>>

export type IntervalVerdict =
  | { readonly kind: 'fits' }
  | { readonly kind: 'too-often'; readonly sum: Sum; readonly shortest: number }

/**
 * Whether the plan carries the polls of all sources, and the sum where it does not.
 * @param intervals seconds between two polls, one for each source that is not paused
 */
export function judgeIntervals(plan: Plan, intervals: readonly number[]): IntervalVerdict {
  if (plan === 'paid' || intervals.length === 0) return { kind: 'fits' }
  const polls = intervals.reduce((sum, interval) => sum + SECONDS_A_DAY / interval, 0)
  const rows = Math.round(polls * ROWS_A_POLL)
  if (rows <= ROWS_FOR_POLLING) return { kind: 'fits' }
  const shortest = Math.ceil((intervals.length * SECONDS_A_DAY * ROWS_A_POLL) / ROWS_FOR_POLLING)
  const daily = Math.round(polls)
  const sum = {
    en: `${daily} polls a day × ${ROWS_A_POLL} rows = ${rows} rows written; the free plan leaves ${ROWS_FOR_POLLING} of its ${FREE_ROWS_WRITTEN_A_DAY} for polling`,
    ar: `${daily} قراءة في اليوم × ${ROWS_A_POLL} من الصفوف = ${rows} صف مكتوب، والخطة المجانية تترك للقراءة ${ROWS_FOR_POLLING} من ${FREE_ROWS_WRITTEN_A_DAY}`,
  }
  return { kind: 'too-often', sum, shortest }
}

/** Days are counted in UTC, as the plan counts them. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
