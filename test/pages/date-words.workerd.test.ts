import { expect, it } from 'vitest'
import { publishedWords } from '../../src/pages/date-words.ts'
import { DATES } from './date-words-table.ts'

it.each(DATES)('says $en: $because', ({ instant, ar, en }) => {
  expect(publishedWords(instant, 'ar')).toBe(ar)
  expect(publishedWords(instant, 'en')).toBe(en)
})
