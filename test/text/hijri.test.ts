import { expect, it } from 'vitest'
import { hijriDay } from '../../src/text/hijri.ts'

it('every month agrees with the calendar of ICU', () => {
  const calendar = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  const written = (day: number) => {
    const parts = new Map(calendar.formatToParts(day).map(({ type, value }) => [type, value]))
    return [parts.get('year'), parts.get('month'), parts.get('day')].map((part) =>
      Number.parseInt(part ?? '', 10),
    )
  }
  for (let year = 1343; year <= 1500; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      expect(written(hijriDay(year, month, 1) ?? 0)).toEqual([year, month, 1])
      expect(written(hijriDay(year, month, 29) ?? 0)).toEqual([year, month, 29])
      const thirtieth = hijriDay(year, month, 30)
      if (thirtieth !== undefined) expect(written(thirtieth)).toEqual([year, month, 30])
    }
  }
})

it.each([
  { because: 'before the table', day: [1342, 1, 1] },
  { because: 'behind the table', day: [1501, 1, 1] },
  { because: 'a day that is none', day: [1441, 9, 31] },
  { because: 'day nought', day: [1441, 9, 0] },
  { because: 'month nought', day: [1441, 0, 1] },
])('no day: $because', ({ day: [year = 0, month = 0, day = 0] }) => {
  expect(hijriDay(year, month, day)).toBeUndefined()
})
