/** When a source publishes, as learned from what appeared. */
export interface Rhythm {
  /** Seconds between statements that followed each other, oldest first, the newest twenty. */
  readonly gaps: readonly number[]
  /** Statements by hour of the day in UTC: 24 counts, or none while no time of day is known. */
  readonly hours: readonly number[]
  /** When the newest statement appeared, ms since 1970; 0 while there is none. */
  readonly last: number
  /** The middle one of the gaps; 0 while they are too few to say. */
  readonly usual: number
  /** The longest of the gaps; 0 while they are too few to say. */
  readonly longest: number
}

export const NO_RHYTHM: Rhythm = { gaps: [], hours: [], last: 0, usual: 0, longest: 0 }

const MOST_GAPS = 20
/** Fewer gaps are no rhythm. */
const FEWEST_GAPS = 5
/** Statements that come together are one occasion. */
const ONE_OCCASION_SECONDS = 600
/** Counts are halved beyond this: habits change. */
const MOST_COUNTED = 200

const DAY_MS = 86_400_000

/**
 * Learns when statements appeared. Times at midnight exactly are days: they tell gaps, no hours.
 * @param times ms since 1970, in any order; those before the newest known one tell nothing new
 */
export function learned(rhythm: Rhythm, times: readonly number[]): Rhythm {
  let { last } = rhythm
  const gaps = [...rhythm.gaps]
  const hours = rhythm.hours.length === 24 ? [...rhythm.hours] : Array<number>(24).fill(0)
  for (const time of [...times].sort((a, b) => a - b)) {
    if (time <= last) continue
    const gap = Math.round((time - last) / 1000)
    if (last > 0 && gap >= ONE_OCCASION_SECONDS) gaps.push(gap)
    if (time % DAY_MS !== 0) {
      const hour = new Date(time).getUTCHours()
      hours[hour] = (hours[hour] ?? 0) + 1
    }
    last = time
  }
  if (last === rhythm.last) return rhythm
  const kept = gaps.slice(-MOST_GAPS)
  const sorted = kept.toSorted((a, b) => a - b)
  const known = kept.length >= FEWEST_GAPS
  return {
    gaps: kept,
    hours: forgetting(hours),
    last,
    usual: known ? (sorted[kept.length >> 1] ?? 0) : 0,
    longest: known ? (sorted.at(-1) ?? 0) : 0,
  }
}

function forgetting(hours: readonly number[]): readonly number[] {
  const total = hours.reduce((sum, count) => sum + count, 0)
  if (total === 0) return []
  return total > MOST_COUNTED ? hours.map((count) => count >> 1) : hours
}

/** Looks between two statements of a source, in the hours in which it publishes and outside them. */
const LOOKS = { busy: 1_000, idle: 100 }
/** The longest wait in the hours in which a source publishes, however seldom. */
const BUSY_SECONDS = 900

/**
 * Seconds until the next look: the floor while no rhythm is known, soon in the hours in which the
 * source publishes, and up to the ceiling outside them.
 */
export function paceOf(rhythm: Rhythm, now: Date, floor: number, ceiling: number): number {
  const { usual } = rhythm
  if (usual === 0 || ceiling <= floor) return floor
  const busy = isBusy(rhythm, now)
  const wanted = usual / (busy ? LOOKS.busy : LOOKS.idle)
  const longest = busy ? Math.min(BUSY_SECONDS, ceiling) : ceiling
  return Math.max(floor, Math.min(wanted, longest))
}

/** One statement is seldom alone. */
const AFTERMATH_MS = 30 * 60_000

/** Whether a statement may come now: an hour that had its share of them, or one beside it. */
function isBusy({ hours, last }: Rhythm, now: Date): boolean {
  if (now.getTime() - last < AFTERMATH_MS || hours.length !== 24) return true
  const total = hours.reduce((sum, count) => sum + count, 0)
  const hour = now.getUTCHours()
  const near = [hour + 23, hour, hour + 1].reduce((sum, one) => sum + (hours[one % 24] ?? 0), 0)
  return near * 24 >= total * 3
}

/** Seconds of silence after which a source is quiet, and late; Infinity while nothing is known. */
export function patienceWith({ usual, longest }: Rhythm): { quiet: number; late: number } {
  if (usual === 0) return { quiet: Infinity, late: Infinity }
  const day = 86_400
  return {
    quiet: Math.max(3 * usual, day),
    late: Math.max(1.5 * longest, 3 * usual, 2 * day),
  }
}
