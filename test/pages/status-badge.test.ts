import { XMLValidator } from 'fast-xml-parser'
import { expect, it } from 'vitest'
import { statusBadge } from '../../src/pages/status-badge.ts'
import { sourceReport, statusOf } from './page-sample.ts'

const refused = sourceReport({ state: 'down', reason: 'timeout' })

it.each([
  {
    because: 'all is well',
    status: statusOf([sourceReport()]),
    en: 'Bayan: Working',
    ar: 'بيان: يعمل',
  },
  {
    because: 'one of two needs a look',
    status: statusOf([sourceReport(), refused]),
    en: 'Bayan: 1/2 need a look',
    ar: 'بيان: 1/2 تحتاج نظرة',
  },
  {
    because: 'nobody answered',
    status: undefined,
    en: 'Bayan: State unknown',
    ar: 'بيان: حالته غير معروفة',
  },
])('says "$en": $because', ({ status, en, ar }) => {
  expect(statusBadge(status, 'en')).toContain(`aria-label="${en}"`)
  expect(statusBadge(status, 'ar')).toContain(`aria-label="${ar}"`)
  expect(XMLValidator.validate(statusBadge(status, 'ar'))).toBe(true)
})
