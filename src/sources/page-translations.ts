import { decodeAttribute } from '../text/character-references.ts'
import type { Language } from '../text/language.ts'
import { resolveAddress } from './address.ts'
import { declaredLanguage } from './declared-language.ts'
import type { PageScan } from './page-scan.ts'

/**
 * Addresses that a page declares as the same text in another language: `link rel=alternate hreflang`, and
 * links with `hreflang` in the page. A switch that leads to the other language's front page is none.
 */
export function pageTranslations(
  { linkTags, links }: PageScan,
  pageUrl: string,
  own: Language,
): readonly string[] {
  const declared = linkTags
    .filter(({ rel, type }) => /\balternate\b/.test(rel) && !/\b(?:rss|atom|json|xml)\b/.test(type))
    .map(({ href, hreflang }) => ({ href, hreflang }))
  const shown = links.filter(({ hreflang }) => hreflang !== '')
  const addresses = [...declared, ...shown].flatMap(({ href, hreflang }) => {
    const language = declaredLanguage(hreflang)
    const url = resolveAddress(decodeAttribute(href), pageUrl)
    if (language === undefined || language === own || url === undefined || url === pageUrl)
      return []
    return isFrontPage(url) ? [] : [url]
  })
  return [...new Set(addresses)]
}

function isFrontPage(url: string): boolean {
  const { pathname, search } = new URL(url)
  return search === '' && /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?$/i.test(pathname)
}
