import { momentOf, offsetAt } from '../text/time-zone.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MINUTES_A_DAY = 24 * 60

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

/** The first moment at or after `at` when the minute hand of a zone stands at `minutes`. */
export function nextMinute(at: number, minutes: number, zone: string): number {
  const hour = 60 * MINUTE
  const local = at + offsetAt(at, zone)
  const wait = (((minutes * MINUTE - local) % hour) + hour) % hour
  return at + wait
}

/**
 * The end of the quiet hours in which a moment lies; the moment itself outside them. In an hour that
 * comes twice it is the end that the clocks show next: the first may have passed, and the one of the
 * day after would be a day of silence.
 */
export function quietEnd(
  at: number,
  quiet: { readonly from: string; readonly to: string },
  zone: string,
): number {
  const from = parseClock(quiet.from) ?? 0
  const to = parseClock(quiet.to) ?? 0
  const minute = minuteOfDay(at, zone)
  const isQuiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to
  if (!isQuiet) return at
  const wait = (to - minute + MINUTES_A_DAY) % MINUTES_A_DAY
  const end = Math.floor(at / MINUTE) * MINUTE + wait * MINUTE
  return offsetAt(end, zone) === offsetAt(at, zone) ? end : nextLocal(at, to, zone)
}
