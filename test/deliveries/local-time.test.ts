import { describe, expect, it } from 'vitest'
import {
  minuteOfDay,
  nextLocal,
  nextMinute,
  parseClock,
  quietEnd,
} from '../../src/deliveries/local-time.ts'
import { isZone } from '../../src/text/time-zone.ts'

const at = (text: string): number => Date.parse(text)
const iso = (moment: number): string => new Date(moment).toISOString().replace('.000Z', 'Z')

describe('the next time that clocks show an hour', () => {
  it.each([
    {
      because: 'UTC needs no zone',
      zone: 'UTC',
      now: '2026-11-26T07:59:00Z',
      clock: '08:00',
      next: '2026-11-26T08:00:00Z',
    },
    {
      because: 'now counts',
      zone: 'UTC',
      now: '2026-11-26T08:00:00Z',
      clock: '08:00',
      next: '2026-11-26T08:00:00Z',
    },
    {
      because: 'a second later it is tomorrow',
      zone: 'UTC',
      now: '2026-11-26T08:00:01Z',
      clock: '08:00',
      next: '2026-11-27T08:00:00Z',
    },
    {
      because: 'Damascus stayed on UTC+3 in 2022',
      zone: 'Asia/Damascus',
      now: '2026-11-26T00:00:00Z',
      clock: '08:00',
      next: '2026-11-26T05:00:00Z',
    },
    {
      because: 'the local day may be tomorrow already',
      zone: 'Asia/Tokyo',
      now: '2026-11-26T16:00:00Z',
      clock: '00:30',
      next: '2026-11-27T15:30:00Z',
    },
    {
      because: 'half an hour of offset',
      zone: 'Asia/Kolkata',
      now: '2026-11-26T00:00:00Z',
      clock: '08:00',
      next: '2026-11-26T02:30:00Z',
    },
    {
      because: 'summer time ends between now and then',
      zone: 'Europe/Berlin',
      now: '2026-10-24T20:00:00Z',
      clock: '08:00',
      next: '2026-10-25T07:00:00Z',
    },
    {
      because: 'an hour that comes twice: the first',
      zone: 'Europe/Berlin',
      now: '2026-10-24T22:00:00Z',
      clock: '02:30',
      next: '2026-10-25T00:30:00Z',
    },
    {
      because: 'an hour that is left out: the one after it',
      zone: 'Europe/Berlin',
      now: '2026-03-28T23:30:00Z',
      clock: '02:30',
      next: '2026-03-29T01:30:00Z',
    },
    {
      because: 'the day after the gap is as ever',
      zone: 'Europe/Berlin',
      now: '2026-03-29T02:00:00Z',
      clock: '02:30',
      next: '2026-03-30T00:30:00Z',
    },
    {
      because: 'west of Greenwich',
      zone: 'America/New_York',
      now: '2026-11-26T00:00:00Z',
      clock: '20:00',
      next: '2026-11-26T01:00:00Z',
    },
  ])('$zone $clock after $now: $because', ({ zone, now, clock, next }) => {
    expect(iso(nextLocal(at(now), parseClock(clock) ?? NaN, zone))).toBe(next)
  })

  it('is never in the past, and never more than a day and an hour away', () => {
    for (const zone of ['UTC', 'Asia/Damascus', 'Europe/Berlin', 'Pacific/Chatham']) {
      for (let hour = 0; hour < 24 * 366; hour += 5) {
        const now = at('2026-01-01T00:12:34Z') + hour * 3_600_000
        const next = nextLocal(now, 150, zone)
        expect(next).toBeGreaterThanOrEqual(now)
        expect(next - now).toBeLessThanOrEqual(25 * 3_600_000)
      }
    }
  })
})

describe('the end of quiet hours', () => {
  const night = { from: '22:00', to: '02:30' }

  it.each([
    {
      because: 'outside them it is now',
      now: '2026-11-26T20:59:59Z',
      quiet: night,
      end: '2026-11-26T20:59:59Z',
    },
    {
      because: 'over midnight',
      now: '2026-11-26T21:00:20Z',
      quiet: night,
      end: '2026-11-27T01:30:00Z',
    },
    {
      because: 'before the hour that comes twice: its first half past two',
      now: '2026-10-24T20:00:00Z',
      quiet: night,
      end: '2026-10-25T00:30:00Z',
    },
    {
      because: 'in the hour that comes again: its own half past two, not that of tomorrow',
      now: '2026-10-25T01:10:30Z',
      quiet: night,
      end: '2026-10-25T01:30:00Z',
    },
    {
      because: 'summer time ends within them',
      now: '2026-10-24T20:00:00Z',
      quiet: { from: '22:00', to: '07:00' },
      end: '2026-10-25T06:00:00Z',
    },
    {
      because: 'the end is left out in spring: the hour after it',
      now: '2026-03-28T23:30:00Z',
      quiet: night,
      end: '2026-03-29T01:30:00Z',
    },
  ])('$now: $because', ({ now, quiet, end }) => {
    expect(iso(quietEnd(at(now), quiet, 'Europe/Berlin'))).toBe(end)
  })
})

it.each([
  {
    because: 'later in this hour',
    now: '2026-11-26T08:10:00Z',
    zone: 'UTC',
    next: '2026-11-26T08:15:00Z',
  },
  {
    because: 'it has passed',
    now: '2026-11-26T08:15:01Z',
    zone: 'UTC',
    next: '2026-11-26T09:15:00Z',
  },
  {
    because: 'clocks of India',
    now: '2026-11-26T08:10:00Z',
    zone: 'Asia/Kolkata',
    next: '2026-11-26T08:45:00Z',
  },
])('a quarter past: $because', ({ now, zone, next }) => {
  expect(iso(nextMinute(at(now), 15, zone))).toBe(next)
})

it.each([
  { because: 'UTC', zone: 'UTC', minute: 23 * 60 + 30 },
  { because: 'three hours on', zone: 'Asia/Damascus', minute: 2 * 60 + 30 },
])('knows the time of day: $because', ({ zone, minute }) => {
  expect(minuteOfDay(at('2026-11-26T23:30:00Z'), zone)).toBe(minute)
})

it.each([
  ['00:00', 0],
  ['08:05', 485],
  ['23:59', 1439],
  ['24:00', undefined],
  ['8:00', undefined],
  ['08:60', undefined],
  ['', undefined],
])('reads the clock %s', (text, minutes) => {
  expect(parseClock(text)).toBe(minutes)
})

it.each([
  ['Asia/Damascus', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['', false],
])('knows the zone %s: %s', (zone, isKnown) => {
  expect(isZone(zone)).toBe(isKnown)
})
