import { describe, expect, it } from 'vitest'
import { parseDate } from '../../src/text/dates.ts'

describe('times of a source whose clocks are moved in summer', () => {
  it.each([
    { because: 'winter', text: '26/11/2018 10:00', utc: '2018-11-26T08:00:00.000Z' },
    { because: 'summer', text: '26/07/2018 10:00', utc: '2018-07-26T07:00:00.000Z' },
    {
      because: 'Syria stays on summer time since October 2022',
      text: '26 تشرين الثاني 2023، 10:00',
      utc: '2023-11-26T07:00:00.000Z',
    },
    {
      because: 'an hour that is left out stands for the one behind it',
      text: '30 March 2018 00:30',
      utc: '2018-03-29T22:30:00.000Z',
    },
    {
      because: 'of an hour that comes twice the first is meant',
      text: '25 October 2018 23:30',
      utc: '2018-10-25T20:30:00.000Z',
    },
    {
      because: 'a zone in the text knows better',
      text: '2018-07-26T10:00:00Z',
      utc: '2018-07-26T10:00:00.000Z',
    },
    {
      because: 'a day without a time is that day',
      text: '26 July 2018',
      utc: '2018-07-26T00:00:00.000Z',
    },
  ])('$because: $text', ({ text, utc }) => {
    // The offset beside it counts for nothing.
    expect(parseDate(text, { timeZone: 'Asia/Damascus', utcOffset: -300 })).toBe(utc)
  })

  it('the day without a year is that of the source, and its time too', () => {
    const reading = { timeZone: 'Europe/London', reference: '2026-01-02T10:00:00.000Z' }
    expect(parseDate('28 July 18:30', reading)).toBe('2025-07-28T17:30:00.000Z')
  })
})

describe('a day without a year', () => {
  it.each([
    { text: 'The rising that began on 15 March goes on', day: undefined },
    { text: 'بيان حول مجزرة يوم 15 آذار في المدينة', day: undefined },
    { text: 'نشر يوم الخميس 15 آذار', day: '2018-03-15T00:00:00.000Z' },
    { text: 'Published on Thursday, 15 March', day: '2018-03-15T00:00:00.000Z' },
  ])('is none inside a sentence: $text', ({ text, day }) => {
    expect(parseDate(text, { reference: '2018-11-26T10:00:00.000Z' })).toBe(day)
  })
})
