import { expect, it } from 'vitest'
import { ageOf } from '../../src/pages/age.ts'
import { NOW } from './page-sample.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

it.each([
  { because: 'nothing has passed', ago: 0, ar: 'الآن', en: 'now' },
  { because: 'less than half a second is no second', ago: 400, ar: 'الآن', en: 'now' },
  { because: 'one stands without a number', ago: SECOND, ar: 'قبل ثانية', en: '1 second ago' },
  { because: 'two is a form of its own', ago: 2 * SECOND, ar: 'قبل ثانيتين', en: '2 seconds ago' },
  {
    because: 'three to ten take the plural',
    ago: 3 * SECOND,
    ar: 'قبل 3 ثوان\u064D',
    en: '3 seconds ago',
  },
  {
    because: 'eleven and more take the singular',
    ago: 12 * SECOND,
    ar: 'قبل 12 ثانية',
    en: '12 seconds ago',
  },
  {
    because: 'a minute is not yet full',
    ago: 59 * SECOND,
    ar: 'قبل 59 ثانية',
    en: '59 seconds ago',
  },
  { because: 'one minute', ago: MINUTE, ar: 'قبل دقيقة', en: '1 minute ago' },
  {
    because: 'what is begun is not counted',
    ago: 119 * SECOND,
    ar: 'قبل دقيقة',
    en: '1 minute ago',
  },
  { because: 'two minutes', ago: 2 * MINUTE, ar: 'قبل دقيقتين', en: '2 minutes ago' },
  { because: 'three minutes', ago: 3 * MINUTE, ar: 'قبل 3 دقائق', en: '3 minutes ago' },
  {
    because: 'ten is the last of the plural',
    ago: 10 * MINUTE,
    ar: 'قبل 10 دقائق',
    en: '10 minutes ago',
  },
  { because: 'eleven minutes', ago: 11 * MINUTE, ar: 'قبل 11 دقيقة', en: '11 minutes ago' },
  { because: 'two hours', ago: 2 * HOUR, ar: 'قبل ساعتين', en: '2 hours ago' },
  { because: 'nine hours', ago: 9 * HOUR, ar: 'قبل 9 ساعات', en: '9 hours ago' },
  { because: 'one day', ago: DAY, ar: 'قبل يوم', en: '1 day ago' },
  { because: 'two days, in the genitive', ago: 2 * DAY, ar: 'قبل يومين', en: '2 days ago' },
  {
    because: 'eleven days, in the accusative',
    ago: 11 * DAY,
    ar: 'قبل 11 يوما\u064B',
    en: '11 days ago',
  },
  {
    because: 'a hundred has a form of its own',
    ago: 100 * DAY,
    ar: 'قبل 100 يوم',
    en: '100 days ago',
  },
  {
    because: 'after a hundred and two comes the plural',
    ago: 103 * DAY,
    ar: 'قبل 103 أيام',
    en: '103 days ago',
  },
  { because: 'what is to come', ago: -3 * MINUTE, ar: 'بعد 3 دقائق', en: 'in 3 minutes' },
  { because: 'one to come', ago: -HOUR, ar: 'بعد ساعة', en: 'in 1 hour' },
])('says $en: $because', ({ ago, ar, en }) => {
  const then = new Date(NOW.getTime() - ago).toISOString()
  expect(ageOf(then, NOW, 'ar')).toBe(ar)
  expect(ageOf(then, NOW, 'en')).toBe(en)
})

it('says nothing of a time that is none', () => {
  expect(ageOf('yesterday, perhaps', NOW, 'en')).toBeUndefined()
})
