const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MINUTES_A_DAY = 24 * 60

/** Making one is slow, and a zone's rules do not change while an isolate lives. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, made)
  return made
}

export function isZone(zone: string): boolean {
  try {
    formatOf(zone)
    return true
  } catch {
    return false
  }
}

/** What the clocks of a zone are ahead of UTC at a moment, in ms; Intl is not asked for UTC. */
function offsetAt(at: number, zone: string): number {
  if (zone === 'UTC') return 0
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

/** `HH:MM` as minutes since midnight; undefined for anything else. */
export function parseClock(text: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

/** Minutes since local midnight. */
export function minuteOfDay(at: number, zone: string): number {
  const local = at + offsetAt(at, zone)
  return Math.floor((((local % DAY) + DAY) % DAY) / MINUTE)
}

/**
 * The first moment at or after `at` when the clocks of a zone show a time of day. An hour that is
 * left out in spring stands for the one after it; of an hour that comes twice the first is meant.
 */
export function nextLocal(at: number, minutes: number, zone: string): number {
  const local = at + offsetAt(at, zone)
  const midnight = Math.floor(local / DAY) * DAY
  for (let day = 0; day <= 2; day += 1) {
    const moment = momentOf(midnight + day * DAY + (minutes % MINUTES_A_DAY) * MINUTE, zone)
    if (moment >= at) return moment
  }
  throw new Error(`no ${minutes} within two days of ${at} in ${zone}`)
}

/** The moment at which clocks show a wall time, given as if it were UTC. */
function momentOf(wall: number, zone: string): number {
  const before = wall - offsetAt(wall - DAY, zone)
  const after = wall - offsetAt(wall + DAY, zone)
  // Whichever shows that time is right, the earlier first; in a gap none does, and the clocks that
  // ran before it show what comes after it.
  const shown = [before, after].filter((at) => at + offsetAt(at, zone) === wall)
  return shown.length === 0 ? before : Math.min(...shown)
}

/** The first moment at or after `at` when the minute hand of a zone stands at `minutes`. */
export function nextMinute(at: number, minutes: number, zone: string): number {
  const hour = 60 * MINUTE
  const local = at + offsetAt(at, zone)
  const wait = (((minutes * MINUTE - local) % hour) + hour) % hour
  return at + wait
}
