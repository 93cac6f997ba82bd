import type { Language } from '../text/language.ts'
import { canonicalAddress } from './identity.ts'

/**
 * The addresses under which the other language's version of a statement may be known: what the
 * page or feed declares (hreflang), and what the source's address pattern gives.
 * All in canonical form, the statement's own address left out.
 */
export function declaredPartners(
  url: string,
  declared: readonly string[],
  translationPath: { readonly from: string; readonly to: string } | undefined,
): string[] {
  const own = canonicalAddress(url)
  const swapped =
    translationPath !== undefined && url.includes(translationPath.from)
      ? [url.replace(translationPath.from, translationPath.to)]
      : []
  const all = [...declared, ...swapped].map(canonicalAddress)
  return [...new Set(all)].filter((address) => address !== own)
}

/** A pair is one statement in Arabic and one in English: never two in one language. */
export function mayPair(
  one: { readonly language: Language; readonly id: string },
  other: { readonly language: Language; readonly id: string },
): boolean {
  return one.language !== other.language && one.id !== other.id
}
