import {
  FEED_LANGUAGES,
  type FeedLanguage,
  feedAddresses,
  feedPath,
} from '../feeds/feed-address.ts'
import { type Words, inLanguage } from '../feeds/feed-words.ts'
import { FEED_FORMATS } from '../feeds/formats.ts'

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
  first: readonly FeedLanguage[] = [],
): FeedLink[] {
  const languages = [...new Set([...first, ...FEED_LANGUAGES])]
  return languages.flatMap((language) => {
    const addresses = feedAddresses(baseUrl, feedPath(of, language))
    return FORMAT_ORDER.map((format) => ({
      type: FEED_FORMATS[format].mediaType,
      hreflang: language === 'both' ? undefined : language,
      title: `${inLanguage(name, language)} (${FORMAT_NAMES[format]})`,
      href: addresses[format],
    }))
  })
}
