import { describe, expect, it } from 'vitest'
import { monthsIn, runsOf } from '../../src/feeds/older.ts'

describe('months as runs', () => {
  it.each([
    { because: 'nothing is nothing', months: [], runs: [] },
    { because: 'one month is itself', months: ['2018-11'], runs: ['2018-11'] },
    {
      because: 'a year ends in December',
      months: ['2018-11', '2018-12', '2019-01'],
      runs: ['2018-11/2019-01'],
    },
    {
      because: 'a month without statements parts two runs, and the newest is first',
      months: ['2015-12', '2016-03', '2016-04', '2018-10'],
      runs: ['2018-10', '2016-03/2016-04', '2015-12'],
    },
  ])('$because', ({ months, runs }) => {
    expect(runsOf(months)).toEqual(runs)
    expect(monthsIn(runs)).toEqual(months.toReversed())
  })

  it.each([
    { since: '2016-04', months: ['2018-10', '2016-04'], because: 'a run is cut where it begins' },
    { since: '2017-01', months: ['2018-10'], because: 'older runs are passed over' },
    { since: '2019-01', months: [], because: 'nothing is as new' },
  ])('since $since: $because', ({ since, months }) => {
    expect(monthsIn(['2018-10', '2016-03/2016-04', '2015-12'], since)).toEqual(months)
  })
})
