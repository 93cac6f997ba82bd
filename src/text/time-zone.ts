const DAY = 24 * 3_600_000

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
export function offsetAt(at: number, zone: string): number {
  if (zone === 'UTC') return 0
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

/** The moment at which clocks show a wall time, given as if it were UTC. */
export function momentOf(wall: number, zone: string): number {
  const before = wall - offsetAt(wall - DAY, zone)
  const after = wall - offsetAt(wall + DAY, zone)
  // Whichever shows that time is right, the earlier first; in a gap none does, and the clocks that
  // ran before it show what comes after it.
  const shown = [before, after].filter((at) => at + offsetAt(at, zone) === wall)
  return shown.length === 0 ? before : Math.min(...shown)
}
