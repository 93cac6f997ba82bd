import { LANGUAGES, type Language } from '../text/language.ts'

/**
 * Our language that a language tag names (RFC 5646; "ar_SY" occurs too). Undefined for others, and
 * for "en-ar", which a bilingual feed gave as its language: Arabic is no region of English.
 */
export function declaredLanguage(tag: string | undefined): Language | undefined {
  const [primary, ...rest] = (tag ?? '').trim().toLowerCase().split(/[-_]/)
  const language = LANGUAGES.find((known) => known === primary)
  return LANGUAGES.some((other) => other !== language && rest.includes(other))
    ? undefined
    : language
}

/** The nearest declaration counts, nearest first, even where it names a language we do not read. */
export function nearestLanguage(tags: readonly (string | undefined)[]): Language | undefined {
  return declaredLanguage(tags.find((tag) => tag !== undefined && tag.trim() !== ''))
}
