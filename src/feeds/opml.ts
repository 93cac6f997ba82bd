import type { Instant } from '../text/instant.ts'
import type { Words } from '../text/language.ts'
import { firstInstant, rfc822 } from './entry-time.ts'
import {
  type FeedExtension,
  type FeedLanguage,
  feedAddresses,
  feedPath,
  ALL,
} from './feed-address.ts'
import { oneLine } from './one-line.ts'
import { ALL_STATEMENTS, SUBTITLES, completed, inLanguage } from './feed-words.ts'
import type { PublisherFace } from './snapshot.ts'
import { webLink } from './web-link.ts'
import { escapeAttribute, escapeText } from './xml-text.ts'

export interface OpmlRequest {
  /** Public address of this deployment, without a slash at the end. */
  readonly baseUrl: string
  /**
   * Which feeds of each publisher are listed. A reader subscribes to all that it imports: with `ar`,
   * `en` and `both` it would show each statement twice.
   */
  readonly languages: readonly FeedLanguage[]
  readonly format: Exclude<FeedExtension, 'json'>
  /** When the list of publishers last changed; left out where that is unknown. */
  readonly updated: Instant | undefined
}

/** OPML 2.0 (opml.org/spec2): the feed of all statements, then a folder for each publisher. */
export function renderOpml(publishers: readonly PublisherFace[], request: OpmlRequest): string {
  let xml = '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n<head>\n'
  xml += `<title>${escapeText(`Bayan: ${inLanguage(ALL_STATEMENTS, 'both')}`)}</title>\n`
  const updated = firstInstant(request.updated ?? null)
  if (updated !== undefined) xml += `<dateModified>${rfc822(updated)}</dateModified>\n`
  xml += '<docs>http://opml.org/spec2.opml</docs>\n</head>\n<body>\n'
  xml += folder(ALL, ALL_STATEMENTS, `${request.baseUrl}/`, request)
  for (const { id, name, site } of publishers) {
    xml += folder(id, completed(name, id), webLink(site) ?? `${request.baseUrl}/`, request)
  }
  return `${xml}</body>\n</opml>\n`
}

function folder(of: string, name: Words, homePage: string, request: OpmlRequest): string {
  const title = escapeAttribute(oneLine(inLanguage(name, 'both')))
  const feeds = request.languages.map((language) => outline(of, name, homePage, language, request))
  return `<outline text="${title}" title="${title}">\n${feeds.join('')}</outline>\n`
}

/** The type is `rss` for Atom too: it means "a feed", and readers know no other. */
function outline(
  of: string,
  name: Words,
  homePage: string,
  language: FeedLanguage,
  { baseUrl, format }: OpmlRequest,
): string {
  const title = escapeAttribute(oneLine(inLanguage(name, language)))
  const address = feedAddresses(baseUrl, feedPath(of, language))[format]
  const declared = language === 'both' ? '' : ` language="${language}"`
  return (
    `<outline type="rss" text="${title}" title="${title}"${declared}` +
    ` description="${escapeAttribute(oneLine(SUBTITLES[language](name)))}"` +
    ` xmlUrl="${escapeAttribute(address)}" htmlUrl="${escapeAttribute(homePage)}"/>\n`
  )
}
