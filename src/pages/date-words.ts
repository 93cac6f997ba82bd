import { firstInstant } from '../feeds/entry-time.ts'
import type { Instant } from '../text/instant.ts'
import type { Language, Words } from '../text/language.ts'

/** Syria's Arabic has the month names of the Levant; the digits are Latin in both languages. */
const LOCALES: Readonly<Record<Language, string>> = {
  ar: 'ar-SY-u-nu-latn-ca-gregory',
  en: 'en-GB-u-nu-latn-ca-gregory',
}

const UTC_NAME: Words = { ar: 'بتوقيت غرينتش', en: 'UTC' }

/** A formatter takes longer to make than a page takes to render: one a language and isolate. */
const days = new Map<Language, Intl.DateTimeFormat>()
const moments = new Map<Language, Intl.DateTimeFormat>()

/** `26 November 2018`, «26 تشرين الثاني 2018», in UTC; undefined for a time that is none. */
export function dayWords(instant: Instant, language: Language): string | undefined {
  const sound = firstInstant(instant)
  if (sound === undefined) return undefined
  let format = days.get(language)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', dateStyle: 'long' })
    days.set(language, format)
  }
  return format.format(new Date(sound))
}

/** `26 November 2018 at 09:05 UTC`, «26 تشرين الثاني 2018 في 09:05 بتوقيت غرينتش». */
export function momentWords(instant: Instant, language: Language): string | undefined {
  const sound = firstInstant(instant)
  if (sound === undefined) return undefined
  let format = moments.get(language)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(LOCALES[language], {
      timeZone: 'UTC',
      dateStyle: 'long',
      timeStyle: 'short',
      hourCycle: 'h23',
    })
    moments.set(language, format)
  }
  return `${format.format(new Date(sound))} ${UTC_NAME[language]}`
}

/**
 * A publisher's own date. Most have no hour and are kept as midnight: an hour that nobody wrote is
 * not shown.
 */
export function publishedWords(instant: Instant, language: Language): string | undefined {
  const isMidnight = firstInstant(instant)?.endsWith('T00:00:00.000Z') === true
  return isMidnight ? dayWords(instant, language) : momentWords(instant, language)
}
