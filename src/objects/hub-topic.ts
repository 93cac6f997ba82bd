import type { FeedExtension, FeedLanguage } from '../feeds/feed-address.ts'
import { feedOf } from '../feeds/feed-document.ts'
import { type FeedKind, pathOf } from '../feeds/feed-kind.ts'
import { FEED_FORMATS } from '../feeds/formats.ts'
import { parseFor } from '../feeds/parse-snapshot.ts'
import type { TopicState } from './hub-version.ts'

/** A feed of ours that may be subscribed to. */
export interface HubTopic {
  /** The feed's own address. */
  readonly url: string
  /** The publisher's id, or `all`. */
  readonly of: string
  readonly kind: FeedKind
  readonly language: FeedLanguage
  readonly extension: FeedExtension
}

/** What a topic is rendered from, handed over by whoever publishes it. */
export interface TopicNews {
  /** As `buildSnapshot` wrote it. */
  readonly snapshot: Uint8Array
  /** Who mints ids, see `tagAuthority`. */
  readonly authority: string
}

/** The name of the object that keeps a topic's subscribers: its path, whatever `BASE_URL` is. */
export function topicName({ kind, of, language, extension }: Omit<HubTopic, 'url'>): string {
  return `${pathOf(kind, of, language)}.${extension}`
}

export function hubUrl(baseUrl: string): string {
  return `${baseUrl}/websub`
}

/** The topic as its address serves it; undefined where the bytes are none of ours. */
export function renderTopic(
  { kind, language, extension }: HubTopic,
  { snapshot: bytes, authority }: TopicNews,
  baseUrl: string,
  publicHubs: readonly string[],
): TopicState | undefined {
  const snapshot = parseFor(kind, bytes)
  if (snapshot === undefined) return undefined
  const hubs = [hubUrl(baseUrl), ...publicHubs]
  const feed = feedOf(snapshot, { kind, language, baseUrl, tagAuthority: authority, hubs })
  const body = new TextDecoder().decode(FEED_FORMATS[extension].render(feed))
  return { body, updated: feed.updated }
}
