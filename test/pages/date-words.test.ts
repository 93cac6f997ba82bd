import { expect, it } from 'vitest'
import { momentWords, publishedWords } from '../../src/pages/date-words.ts'
import { DATES } from './date-words-table.ts'

it.each(DATES)('says $en: $because', ({ instant, ar, en }) => {
  expect(publishedWords(instant, 'ar')).toBe(ar)
  expect(publishedWords(instant, 'en')).toBe(en)
})

it('shows the hour of midnight where the moment itself is meant', () => {
  expect(momentWords('2018-11-26T00:00:00.000Z', 'en')).toBe('26 November 2018 at 00:00 UTC')
})

it.each([
  { because: 'no date at all', instant: 'soon' },
  { because: 'beyond what a date can be', instant: '+275761-01-01T00:00:00.000Z' },
])('says nothing of a time that is none: $because', ({ instant }) => {
  expect(publishedWords(instant, 'ar')).toBeUndefined()
})
