import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heeding, take, type Bucket } from '../../src/deliveries/pace.ts'

const START = new Date('2026-11-23T12:00:00Z')

function after(ms: number): Date {
  return new Date(START.getTime() + ms)
}

describe('the pace of an endpoint', () => {
  it.each([
    { because: 'a new endpoint sends at once', tokens: undefined, afterMs: 0, pace: 1, waitMs: 0 },
    {
      because: 'an empty bucket waits a whole second',
      tokens: 0,
      afterMs: 0,
      pace: 1,
      waitMs: 1000,
    },
    { because: 'half a second has refilled half', tokens: 0, afterMs: 500, pace: 1, waitMs: 500 },
    { because: 'a second later one is due', tokens: 0, afterMs: 1000, pace: 1, waitMs: 0 },
    { because: 'one a minute', tokens: 0, afterMs: 0, pace: 1 / 60, waitMs: 60_000 },
    { because: 'four a second', tokens: 0, afterMs: 0, pace: 4, waitMs: 250 },
    {
      because: 'a clock set back gives nothing',
      tokens: 0,
      afterMs: -3_600_000,
      pace: 1,
      waitMs: 1000,
    },
  ])('$because', ({ tokens, afterMs, pace, waitMs }) => {
    const bucket = tokens === undefined ? undefined : { tokens, asOf: START.getTime() }
    expect(take(bucket, after(afterMs), pace).waitMs).toBe(waitMs)
  })

  it('goes on from the new time after the clock was set back', () => {
    const { bucket } = take({ tokens: 0, asOf: START.getTime() }, after(-3_600_000), 1)
    expect(take(bucket, after(-3_599_000), 1).waitMs).toBe(0)
  })

  it('does not save up a burst over a quiet night', () => {
    let bucket: Bucket | undefined = { tokens: 0, asOf: START.getTime() }
    const waits = [1, 2, 3].map(() => {
      const taking = take(bucket, after(12 * 3_600_000), 2)
      bucket = taking.bucket
      return taking.waitMs
    })
    expect(waits).toEqual([0, 0, 500])
  })

  it('never exceeds pace and burst, and every wait it names is long enough', () => {
    const paces = fc.double({ min: 0.01, max: 30, noNaN: true })
    const steps = fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 60 })
    fc.assert(
      fc.property(paces, steps, (pace, gaps) => {
        let bucket: Bucket | undefined
        let ms = 0
        let sent = 0
        for (const gap of gaps) {
          ms += gap
          let taking = take(bucket, after(ms), pace)
          if (taking.waitMs > 0) {
            ms += taking.waitMs
            taking = take(taking.bucket, after(ms), pace)
            expect(taking.waitMs).toBe(0)
          }
          bucket = taking.bucket
          sent += 1
        }
        expect(sent).toBeLessThanOrEqual(Math.max(1, pace) + (ms / 1000) * pace + 1e-6)
      }),
    )
  })

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s messages a second', (pace) => {
    expect(() => take(undefined, START, pace)).toThrow('a pace must be above 0')
  })
})

describe('a receiver that tells what it lets through', () => {
  const limit = (remaining: string, resetAfter: string) => ({ remaining, resetAfter })

  it.each([
    { because: 'nothing is left for two seconds', given: limit('0', '2'), waitMs: 2000 },
    {
      because: 'a fraction of a second, as Discord writes',
      given: limit('0', '0.457'),
      waitMs: 457,
    },
    { because: 'some are left', given: limit('3', '2'), waitMs: 0 },
    { because: 'it says nothing', given: undefined, waitMs: 0 },
    { because: 'garbage in the count', given: limit('none', '2'), waitMs: 0 },
    { because: 'garbage in the time', given: limit('0', 'soon'), waitMs: 0 },
    { because: 'an hour is a mistake: ten minutes', given: limit('0', '3600'), waitMs: 600_000 },
  ])('$because', ({ given, waitMs }) => {
    const bucket: Bucket = { tokens: 4, asOf: START.getTime() }
    const heeded = heeding(bucket, given, START, 5)
    expect(take(heeded, START, 5).waitMs).toBe(waitMs)
    if (waitMs > 0) expect(take(heeded, after(waitMs), 5).waitMs).toBe(0)
  })
})
