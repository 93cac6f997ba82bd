import { decodeAttribute } from '../text/character-references.ts'
import type { Language } from '../text/language.ts'
import { resolveAddress } from './address.ts'
import { declaredLanguage } from './declared-language.ts'
import type { PageScan } from './page-scan.ts'

/**
 * Feeds that a page declares (`link rel=alternate`), best first: feeds of comments never, feeds in
 * the other language last, and the feed of the page's own section before the whole site's.
 */
export function feedCandidates(
  { linkTags }: PageScan,
  pageUrl: string,
  language: Language,
): readonly string[] {
  const path = new URL(pageUrl).pathname
  const found = linkTags.flatMap(({ rel, type, href, hreflang, title }) => {
    const isFeed =
      /\balternate\b/.test(rel) && /^application\/(?:rss|atom|feed)\+(?:xml|json)/.test(type)
    const url = resolveAddress(decodeAttribute(href), pageUrl)
    if (!isFeed || url === undefined || /comment|تعليق/i.test(`${href} ${title}`)) return []
    const declared = declaredLanguage(hreflang)
    const isOther = declared !== undefined && declared !== language
    return [{ url, rank: (isOther ? 2 : 0) + (isSection(url, path) ? 0 : 1) }]
  })
  const sorted = found.toSorted((a, b) => a.rank - b.rank).map(({ url }) => url)
  return [...new Set(sorted)]
}

/** `/press/feed/` for `/press/`. */
function isSection(feed: string, path: string): boolean {
  return path.length > 1 && new URL(feed).pathname.startsWith(path.replace(/\/?$/, '/'))
}

/** The root of the site's WordPress interface, or of the section's posts, where the page tells one. */
export function wordPressCandidate(
  { linkTags, html }: PageScan,
  pageUrl: string,
): string | undefined {
  const own = linkTags.find(
    ({ rel, type, href }) =>
      /\balternate\b/.test(rel) &&
      type === 'application/json' &&
      /\/wp\/v2\/(?:categories|tags)\/\d+/.test(href),
  )
  const root = linkTags.find(({ rel }) => rel.includes('api.w.org'))
  const declared = own ?? root
  if (declared !== undefined) return resolveAddress(decodeAttribute(declared.href), pageUrl)
  // Some hide the link and not the interface.
  return html.includes('/wp-content/') ? new URL('/wp-json/', pageUrl).href : undefined
}
