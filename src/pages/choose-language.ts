import { LANGUAGES, type Language, languageNamed } from '../text/language.ts'

export interface LanguageWish {
  /** `?lang=` of the address. */
  readonly query: string | undefined
  /** The header Accept-Language (RFC 9110, 12.5.4). */
  readonly acceptLanguage: string | undefined
}

/** No browser names so many languages; what follows is not read. */
const LONGEST_HEADER = 500

/**
 * The language of the interface: the address decides, then the browser's first wish among Arabic
 * and English. English for everybody else: who asked for French or nothing reads that sooner.
 */
export function interfaceLanguage({ query, acceptLanguage }: LanguageWish): Language {
  const asked = languageNamed(query)
  if (asked !== undefined) return asked
  const wishes = (acceptLanguage ?? '').slice(0, LONGEST_HEADER).split(',').flatMap(wishOf)
  // Sorting is stable: among equal wishes the first one named stands.
  return wishes.toSorted((one, other) => other.weight - one.weight)[0]?.language ?? 'en'
}

function wishOf(range: string): { readonly language: Language; readonly weight: number }[] {
  const [tag = '', ...parameters] = range
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/)
  const language = LANGUAGES.find((one) => tag === one || tag.startsWith(`${one}-`))
  const weight = weightOf(parameters)
  return language === undefined || weight === 0 ? [] : [{ language, weight }]
}

/** 1 where no weight is given; 0, "not this one", also for what is no weight at all. */
function weightOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  if (given === undefined) return 1
  return /^[01](\.\d{0,3})?$/.test(given) ? Number(given) : 0
}
