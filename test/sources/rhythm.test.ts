import { describe, expect, it } from 'vitest'
import { NO_RHYTHM, learned, paceOf, patienceWith } from '../../src/sources/rhythm.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
/** A Monday at ten. */
const START = Date.parse('2026-11-02T10:00:00Z')
const at = (text: string) => new Date(text)

/** A source that publishes at ten every day. */
const daily = learned(
  NO_RHYTHM,
  Array.from({ length: 10 }, (_, n) => START + n * DAY),
)
/** A source that publishes every twenty minutes, around the clock. */
const agency = learned(
  NO_RHYTHM,
  Array.from({ length: 100 }, (_, n) => START + n * 20 * 60_000),
)

describe('the rhythm of a source', () => {
  it('is unknown until five gaps were seen', () => {
    const four = learned(NO_RHYTHM, [0, 1, 2, 3, 4].map((n) => START + n * DAY).slice(0, 5))
    expect(four.usual).toBe(0)
    expect(learned(four, [START + 5 * DAY]).usual).toBe(86_400)
  })

  it('takes statements that come together for one occasion', () => {
    const bursts = [0, 1, 2, 3, 4, 5].flatMap((n) =>
      [0, 60_000, 120_000].map((ms) => START + n * DAY + ms),
    )
    expect(learned(NO_RHYTHM, bursts).gaps).toHaveLength(5)
  })

  it('learns nothing from what is older than the newest', () => {
    expect(learned(daily, [START, START + DAY])).toBe(daily)
  })

  it('knows days and no hours where only days are told', () => {
    const days = learned(
      NO_RHYTHM,
      [1, 2, 3, 4, 5, 6].map((n) => n * DAY),
    )
    expect(days).toMatchObject({ usual: 86_400, hours: [] })
  })

  it('stays small, however long it is learned', () => {
    let rhythm = NO_RHYTHM
    for (let n = 1; n < 3_000; n++) rhythm = learned(rhythm, [START + n * HOUR])
    expect(rhythm.gaps).toHaveLength(20)
    expect(JSON.stringify(rhythm).length).toBeLessThan(400)
  })
})

describe('the pace of polling', () => {
  it.each([
    {
      because: 'nothing is known yet',
      rhythm: NO_RHYTHM,
      now: '2026-11-20T03:00:00Z',
      seconds: 60,
    },
    {
      because: 'it publishes at this hour',
      rhythm: daily,
      now: '2026-11-20T10:30:00Z',
      seconds: 86.4,
    },
    {
      because: 'an hour before is busy too',
      rhythm: daily,
      now: '2026-11-20T09:10:00Z',
      seconds: 86.4,
    },
    {
      because: 'it never published at night',
      rhythm: daily,
      now: '2026-11-20T03:00:00Z',
      seconds: 864,
    },
    {
      because: 'one statement is seldom alone',
      rhythm: daily,
      now: '2026-11-11T10:20:00Z',
      seconds: 86.4,
    },
    {
      because: 'an agency is asked at the floor',
      rhythm: agency,
      now: '2026-11-20T03:00:00Z',
      seconds: 60,
    },
  ])('$seconds s: $because', ({ rhythm, now, seconds }) => {
    expect(paceOf(rhythm, at(now), 60, 3_600)).toBe(seconds)
  })

  it('goes up to an hour for who publishes once a month, and to a quarter in its hours', () => {
    const monthly = learned(
      NO_RHYTHM,
      [0, 1, 2, 3, 4, 5, 6].map((n) => START + n * 30 * DAY),
    )
    expect(paceOf(monthly, at('2027-06-01T03:00:00Z'), 60, 3_600)).toBe(3_600)
    expect(paceOf(monthly, at('2027-06-01T10:00:00Z'), 60, 3_600)).toBe(900)
  })

  it('never goes below what the operator set, nor above where the ceiling is the floor', () => {
    expect(paceOf(agency, at('2026-11-20T03:00:00Z'), 300, 3_600)).toBe(300)
    expect(paceOf(daily, at('2026-11-20T03:00:00Z'), 5, 5)).toBe(5)
    expect(paceOf(daily, at('2026-11-20T03:00:00Z'), 86_400, 86_400)).toBe(86_400)
  })
})

describe('patience', () => {
  it('is endless where no rhythm is known', () => {
    expect(patienceWith(NO_RHYTHM)).toEqual({ quiet: Infinity, late: Infinity })
  })

  it('is of the source’s own measure, and of two days at least', () => {
    expect(patienceWith(daily)).toEqual({ quiet: 3 * 86_400, late: 3 * 86_400 })
    expect(patienceWith(agency)).toEqual({ quiet: 86_400, late: 2 * 86_400 })
  })
})
