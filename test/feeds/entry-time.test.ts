import { expect, it } from 'vitest'
import { firstInstant, rfc822 } from '../../src/feeds/entry-time.ts'

const DAY = '2018-11-26T00:00:00.000Z'

it.each([
  { because: 'the first one counts', candidates: [DAY, '2020-01-01T00:00:00.000Z'], instant: DAY },
  { because: 'an unknown date is passed over', candidates: [null, DAY], instant: DAY },
  { because: 'words are no date', candidates: ['yesterday', DAY], instant: DAY },
  { because: 'nor is nothing', candidates: ['', DAY], instant: DAY },
  {
    because: 'a year of six digits fits no feed',
    candidates: ['+012018-11-26T00:00:00Z', DAY],
    instant: DAY,
  },
  { because: 'another zone is made UTC', candidates: ['2018-11-26T03:00:00+03:00'], instant: DAY },
  {
    because: 'no month has 31 days in February',
    candidates: ['2018-02-31T00:00:00.000Z'],
    instant: '2018-03-03T00:00:00.000Z',
  },
  { because: 'no day has 25 hours', candidates: ['2018-11-26T25:00:00.000Z', DAY], instant: DAY },
  { because: 'a time is never made up', candidates: [null, 'never'], instant: undefined },
])('$because', ({ candidates, instant }) => {
  expect(firstInstant(...candidates)).toBe(instant)
})

it('writes dates as RSS asks', () => {
  expect(rfc822(DAY)).toBe('Mon, 26 Nov 2018 00:00:00 GMT')
  expect(rfc822('2026-01-05T07:08:09.999Z')).toBe('Mon, 05 Jan 2026 07:08:09 GMT')
})
