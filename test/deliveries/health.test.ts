import { describe, expect, it } from 'vitest'
import { afterFailure, type Health, isLongFailing } from '../../src/deliveries/health.ts'

const START = Date.parse('2026-11-01T00:00:00Z')
const HOUR = 3_600_000

/** An endpoint's health after failures so many hours after the start, nothing having arrived. */
function after(...hours: number[]): Health {
  return hours.reduce<Health | undefined>(
    (health, hour) => afterFailure(health, new Date(START + hour * HOUR).toISOString()),
    undefined,
  )!
}

const disabledAt = (hours: readonly number[]): boolean =>
  isLongFailing(after(...hours), new Date(START + (hours.at(-1) ?? 0) * HOUR).toISOString())

describe('an endpoint is disabled', () => {
  it.each([
    { because: 'one failure starts no clock', hours: [0], disabled: false },
    { because: 'nor do two, however far apart', hours: [0, 200], disabled: false },
    { because: 'one a week is a bad night each', hours: [0, 168, 336, 504], disabled: false },
    {
      because: 'three within a day start it; it has run four days',
      hours: [0, 1, 2, 96],
      disabled: false,
    },
    { because: 'five days since the first of them', hours: [0, 1, 2, 120], disabled: true },
    { because: 'an hour less', hours: [0, 1, 2, 119], disabled: false },
    {
      because: 'the clock starts with the day that had several',
      hours: [0, 30, 31, 32, 149],
      disabled: false,
    },
    { because: 'and runs out from there', hours: [0, 30, 31, 32, 150], disabled: true },
    {
      because: 'the waits of the schedule, message after message',
      hours: [
        0, 0.001, 0.02, 0.1, 0.6, 2.6, 7.6, 17.6, 31.6, 51.6, 75.6, 75.7, 76, 78, 83, 93, 107, 127,
      ],
      disabled: true,
    },
  ])('or not: $because', ({ hours, disabled }) => {
    expect(disabledAt(hours)).toBe(disabled)
  })
})
