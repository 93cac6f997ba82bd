import { expect, it } from 'vitest'
import { weeksOf } from '../../src/pages/weeks.ts'

/** A Friday. */
const NOW = new Date('2026-11-20T10:00:00.000Z')

it('counts by weeks that begin on Mondays, this one last', () => {
  const moments = ['2026-11-16T00:00:00Z', '2026-11-20T09:00:00Z', '2026-11-15T23:59:59Z']
  expect(weeksOf(moments, NOW, 3)).toEqual([
    { monday: '2026-11-02', count: 0 },
    { monday: '2026-11-09', count: 1 },
    { monday: '2026-11-16', count: 2 },
  ])
})

it.each([
  { because: 'a backdated statement of another year', moment: '2018-11-26T00:00:00Z' },
  { because: 'a date that lies ahead', moment: '2030-01-01T00:00:00Z' },
  { because: 'a date that is none', moment: 'soon' },
])('counts nowhere: $because', ({ moment }) => {
  expect(weeksOf([moment], NOW, 12).every(({ count }) => count === 0)).toBe(true)
})
