import { describe, expect, it } from 'vitest'
import { nextPoll, parseRetryAfter } from '../../src/sources/next-poll.ts'

const now = new Date('2026-11-20T12:00:00Z')

describe('nextPoll', () => {
  it.each([
    { because: 'in good health the interval holds', interval: 300, failures: 0, seconds: 300 },
    { because: 'one refusal doubles it', interval: 300, failures: 1, seconds: 600 },
    { because: 'four refusals double it four times', interval: 300, failures: 4, seconds: 4_800 },
    { because: 'six hours is the longest', interval: 300, failures: 20, seconds: 21_600 },
    {
      because: 'a thousand refusals do not overflow',
      interval: 300,
      failures: 5_000,
      seconds: 21_600,
    },
    {
      because: 'a daily source is never polled more often for failing',
      interval: 86_400,
      failures: 3,
      seconds: 86_400,
    },
    {
      because: 'Retry-After is kept',
      interval: 300,
      failures: 1,
      retryAfterSeconds: 3_000,
      seconds: 3_000,
    },
    {
      because: 'a Retry-After shorter than our patience changes nothing',
      interval: 300,
      failures: 3,
      retryAfterSeconds: 10,
      seconds: 2_400,
    },
    {
      because: 'a huge Retry-After is capped at a day',
      interval: 300,
      failures: 1,
      retryAfterSeconds: 999_999_999,
      seconds: 86_400,
    },
    {
      because: 'a negative one is garbage',
      interval: 300,
      failures: 0,
      retryAfterSeconds: -5,
      seconds: 300,
    },
    {
      because: 'not a number is garbage',
      interval: 300,
      failures: 0,
      retryAfterSeconds: Number.NaN,
      seconds: 300,
    },
  ])('$seconds s: $because', ({ interval, failures, retryAfterSeconds, seconds }) => {
    const next = nextPoll({ interval, failures, retryAfterSeconds, now, chance: 0.5 })
    expect((next.getTime() - now.getTime()) / 1000).toBe(seconds)
  })

  it('chance moves a poll by a tenth either way', () => {
    const after = (chance: number) =>
      (nextPoll({ interval: 1_000, failures: 0, now, chance }).getTime() - now.getTime()) / 1000
    expect(after(0)).toBe(900)
    expect(after(0.999_999)).toBeGreaterThan(1_099)
    expect(after(0.999_999)).toBeLessThanOrEqual(1_100)
  })

  it('chance never brings a poll before Retry-After', () => {
    const next = nextPoll({ interval: 120, failures: 0, retryAfterSeconds: 120, now, chance: 0 })
    expect(next.getTime() - now.getTime()).toBe(120_000)
  })
})

describe('parseRetryAfter', () => {
  it.each([
    { value: '120', seconds: 120, because: 'seconds' },
    { value: ' 0 ', seconds: 0, because: 'spaces around' },
    { value: 'Fri, 20 Nov 2026 12:02:00 GMT', seconds: 120, because: 'an HTTP date' },
    { value: 'Fri, 20 Nov 2026 11:00:00 GMT', seconds: 0, because: 'a date that has passed' },
    { value: '-5', seconds: undefined, because: 'negative' },
    { value: '1.5', seconds: undefined, because: 'no integer' },
    {
      value: '99999999999999999999',
      seconds: undefined,
      because: 'longer than any number of seconds',
    },
    { value: 'soon', seconds: undefined, because: 'a word' },
    { value: 'Fri, 20 Foo 2026 12:02:00 GMT', seconds: undefined, because: 'no month' },
    { value: '', seconds: undefined, because: 'empty' },
    { value: null, seconds: undefined, because: 'absent' },
  ])('$value: $because', ({ value, seconds }) => {
    expect(parseRetryAfter(value, now)).toBe(seconds)
  })
})
