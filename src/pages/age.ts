import type { Instant } from '../text/instant.ts'
import type { Language } from '../text/language.ts'
import { type NounForms, counted } from './plural.ts'

interface Unit {
  readonly seconds: number
  readonly noun: NounForms
}

/** As they stand behind «قبل» and «بعد»: in the genitive. From the longest. */
const UNITS: readonly Unit[] = [
  {
    seconds: 86_400,
    noun: {
      ar: { one: 'يوم', two: 'يومين', few: 'أيام', many: 'يوما\u064B', other: 'يوم' },
      en: { one: 'day', other: 'days' },
    },
  },
  {
    seconds: 3_600,
    noun: {
      ar: { one: 'ساعة', two: 'ساعتين', few: 'ساعات', many: 'ساعة', other: 'ساعة' },
      en: { one: 'hour', other: 'hours' },
    },
  },
  {
    seconds: 60,
    noun: {
      ar: { one: 'دقيقة', two: 'دقيقتين', few: 'دقائق', many: 'دقيقة', other: 'دقيقة' },
      en: { one: 'minute', other: 'minutes' },
    },
  },
  {
    seconds: 1,
    noun: {
      ar: { one: 'ثانية', two: 'ثانيتين', few: 'ثوان\u064D', many: 'ثانية', other: 'ثانية' },
      en: { one: 'second', other: 'seconds' },
    },
  },
]

const NOW = { ar: 'الآن', en: 'now' } as const

/**
 * How long ago a moment was, or how far ahead it is, in the longest unit that it fills: `3 minutes
 * ago`, `in 3 minutes`. Undefined for a time that is none: nobody is told "NaN days ago".
 */
export function ageOf(then: Instant, now: Date, language: Language): string | undefined {
  const seconds = Math.round((now.getTime() - new Date(then).getTime()) / 1000)
  if (Number.isNaN(seconds)) return undefined
  const length = Math.abs(seconds)
  const unit = UNITS.find((one) => length >= one.seconds)
  if (unit === undefined) return NOW[language]
  const span = counted(Math.floor(length / unit.seconds), unit.noun, language)
  if (language === 'ar') return seconds > 0 ? `قبل ${span}` : `بعد ${span}`
  return seconds > 0 ? `${span} ago` : `in ${span}`
}
