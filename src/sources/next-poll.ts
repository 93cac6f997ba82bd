export interface PollSchedule {
  /** Seconds between two polls of a source in good health. */
  readonly interval: number
  /** Refusals in a row, 0 after a success. */
  readonly failures: number
  /** What the site asked for last, see `parseRetryAfter`. */
  readonly retryAfterSeconds?: number | undefined
  /** The site says that the address is none, or none for us: then a look a day is enough. */
  readonly hopeless?: boolean
  readonly now: Date
  /** A random number, 0 ≤ chance < 1. */
  readonly chance: number
}

const JITTER = 0.1
const LONGEST_BACK_OFF_SECONDS = 6 * 3600
const HOPELESS_BACK_OFF_SECONDS = 24 * 3600
/** A site that asks for a month has mistaken the unit, or wants to be rid of us: we look daily. */
export const LONGEST_RETRY_AFTER_SECONDS = 24 * 3600

/**
 * When a source is polled next. After refusals the interval doubles each time up to six hours, or
 * a day where it is hopeless (or stays, where it is longer), and never ends before the site's own Retry-After. The jitter keeps a
 * hundred sources that were added in one minute from being polled in one minute for ever.
 */
export function nextPoll(schedule: PollSchedule): Date {
  const { interval, failures, retryAfterSeconds, hopeless, now, chance } = schedule
  const patience = hopeless === true ? HOPELESS_BACK_OFF_SECONDS : LONGEST_BACK_OFF_SECONDS
  const longest = Math.max(interval, patience)
  const backedOff = Math.min(interval * 2 ** failures, longest)
  const jittered = backedOff * (1 - JITTER + 2 * JITTER * chance)
  const asked = Math.min(sound(retryAfterSeconds), LONGEST_RETRY_AFTER_SECONDS)
  return new Date(now.getTime() + Math.ceil(Math.max(jittered, asked) * 1000))
}

function sound(seconds: number | undefined): number {
  return seconds !== undefined && seconds > 0 ? seconds : 0
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const HTTP_DATE = /^[A-Za-z]{3}, (\d{2}) ([A-Za-z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/

/**
 * Retry-After in seconds from now: a number of seconds or an HTTP date (RFC 9110, 10.2.3 and
 * 5.6.7). Undefined for garbage, which must not stop a source; 0 for a date that has passed.
 */
export function parseRetryAfter(value: string | undefined | null, now: Date): number | undefined {
  const text = (value ?? '').trim()
  if (/^\d{1,12}$/.test(text)) return Number(text)
  const [, day, name, year, hours, minutes, seconds] = HTTP_DATE.exec(text) ?? []
  const month = MONTHS.indexOf(name ?? '')
  if (month === -1) return undefined
  const at = Date.UTC(
    Number(year),
    month,
    Number(day),
    Number(hours),
    Number(minutes),
    Number(seconds),
  )
  return Math.max(0, Math.ceil((at - now.getTime()) / 1000))
}
