import { LANGUAGES, type Language, languageNamed } from '../text/language.ts'

/**
 * Our language that a language tag names (RFC 5646; "ar_SY" occurs too). Undefined for others, and
 * for "en-ar", which a bilingual feed gave as its language: Arabic is no region of English.
 */
export function declaredLanguage(tag: string | undefined): Language | undefined {
  return languageNamed(primarySubtag(tag ?? ''))
}

/**
 * The nearest declaration counts, nearest first, even where it names a language we do not read, and
 * where it takes an outer one back by naming none (XML 1.0, 2.12).
 */
export function nearestTag(tags: readonly (string | undefined)[]): string | undefined {
  return primarySubtag(tags.find((tag) => tag !== undefined) ?? '')
}

/** "ar" of "ar_SY", undefined for what is no tag and for "en-ar". */
export function primarySubtag(tag: string): string | undefined {
  const [primary = '', ...rest] = tag.trim().toLowerCase().split(/[-_]/)
  const isTwo = LANGUAGES.some((other) => other !== primary && rest.includes(other))
  return isTwo || !/^[a-z]{2,3}$/.test(primary) ? undefined : primary
}
