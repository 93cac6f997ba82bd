import {
  FEED_LANGUAGES,
  type FeedAddresses,
  type FeedLanguage,
  feedAddresses,
  feedPath,
} from '../feeds/feed-address.ts'
import { inLanguage } from '../feeds/feed-words.ts'
import { FEED_FORMATS } from '../feeds/formats.ts'
import type { Words } from '../text/language.ts'

/** A feed as a page's head announces it (WHATWG HTML, 4.6.7.1). */
export interface FeedLink {
  readonly type: string
  /** Absent for a feed in both languages: `hreflang` names one. */
  readonly hreflang: string | undefined
  readonly title: string
  readonly href: string
}

/** The order of the formats: readers that take the first get the one that says most. */
export const FORMAT_ORDER = ['atom', 'rss', 'json'] as const

export const FORMAT_NAMES = { atom: 'Atom', rss: 'RSS', json: 'JSON' } as const

/**
 * All feeds of a publisher, or of `all`, for autodiscovery.
 * @param first the languages in this order, the others after
 */
export function feedLinks(
  baseUrl: string,
  of: string,
  name: Words,
  first: readonly FeedLanguage[],
): FeedLink[] {
  const languages = [...new Set([...first, ...FEED_LANGUAGES])]
  return languages.flatMap((language) => {
    const addresses = feedAddresses(baseUrl, feedPath(of, language))
    const hreflang = language === 'both' ? undefined : language
    return announced(addresses, inLanguage(name, language), hreflang)
  })
}

/** One feed in all formats. */
export function announced(
  addresses: FeedAddresses,
  name: string,
  hreflang: string | undefined,
): FeedLink[] {
  return FORMAT_ORDER.map((format) => ({
    type: FEED_FORMATS[format].mediaType,
    hreflang,
    title: `${name} (${FORMAT_NAMES[format]})`,
    href: addresses[format],
  }))
}
