import type { Instant } from '../text/instant.ts'
import type { Language } from '../text/language.ts'

/**
 * The months in Arabic as both halves of the Arab world name them: the Syriac names of the Levant
 * and Iraq, and the Latin ones of Egypt and the west.
 */
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  ar: [
    'كانون الثاني/يناير',
    'شباط/فبراير',
    'آذار/مارس',
    'نيسان/أبريل',
    'أيار/مايو',
    'حزيران/يونيو',
    'تموز/يوليو',
    'آب/أغسطس',
    'أيلول/سبتمبر',
    'تشرين الأول/أكتوبر',
    'تشرين الثاني/نوفمبر',
    'كانون الأول/ديسمبر',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

/** The day of an instant in UTC as people write it: `26 November 2018`. */
export function dayOf(instant: Instant, language: Language): string {
  const date = new Date(instant)
  return `${date.getUTCDate()} ${MONTHS[language][date.getUTCMonth()]} ${date.getUTCFullYear()}`
}
