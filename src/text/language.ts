/** The languages that Bayan reads, matches and publishes. */
export type Language = 'ar' | 'en'

export const LANGUAGES = ['ar', 'en'] as const satisfies readonly Language[]

/** One wording in both of our languages. */
export type Words = Readonly<Record<Language, string>>

export function otherLanguage(language: Language): Language {
  return language === 'ar' ? 'en' : 'ar'
}

/** A language by its code. */
export function languageNamed(code: string | null | undefined): Language | undefined {
  return LANGUAGES.find((one) => one === code)
}

export type Direction = 'rtl' | 'ltr'

export function directionOf(language: Language): Direction {
  return language === 'ar' ? 'rtl' : 'ltr'
}
