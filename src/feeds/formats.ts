import { renderAtom } from './atom.ts'
import type { FeedExtension } from './feed-address.ts'
import type { FeedDocument } from './feed-document.ts'
import { renderJsonFeed } from './json-feed.ts'
import { renderRss } from './rss.ts'

/** A format in which feeds are served: one file and one line in the table. */
export interface FeedFormat {
  /** As links name it. */
  readonly mediaType: string
  /** As the answer's Content-Type says it; JSON is UTF-8 without saying so (RFC 8259, 8.1). */
  readonly contentType: string
  readonly render: (feed: FeedDocument) => Uint8Array
}

export const FEED_FORMATS: Readonly<Record<FeedExtension, FeedFormat>> = {
  rss: {
    mediaType: 'application/rss+xml',
    contentType: 'application/rss+xml; charset=utf-8',
    render: renderRss,
  },
  atom: {
    mediaType: 'application/atom+xml',
    contentType: 'application/atom+xml; charset=utf-8',
    render: renderAtom,
  },
  json: {
    mediaType: 'application/feed+json',
    contentType: 'application/feed+json',
    render: renderJsonFeed,
  },
}
