import type { Instant } from '../text/instant.ts'
import type { Language } from '../text/language.ts'
import { firstInstant } from './entry-time.ts'
import {
  FEED_LANGUAGES,
  type FeedAddresses,
  type FeedLanguage,
  feedAddresses,
  feedPath,
  feedTag,
} from './feed-address.ts'
import { type EntryContext, type FeedEntry, type FeedOrigin, entryOf } from './feed-entry.ts'
import { ALL_STATEMENTS, SUBTITLES, type Words, completed, inLanguage } from './feed-words.ts'
import { oneLine } from './one-line.ts'
import type { Snapshot, SnapshotEntry } from './snapshot.ts'
import { webLink } from './web-link.ts'

/** A feed before it has a format: all that RSS, Atom and JSON Feed say in their own ways. */
export interface FeedDocument {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  /**
   * Absent for a feed in both languages. Readers decide direction by feed (newsboat), so a mixed
   * feed that called itself Arabic would turn its English entries round; without the word they
   * look at each entry, and each entry says its own.
   */
  readonly language: Language | undefined
  /** The page for people: the publisher's site, or ours for a feed of several publishers. */
  readonly homePage: string
  readonly author: string
  readonly updated: Instant
  /** Its own addresses: what `self` names. */
  readonly addresses: FeedAddresses
  /** The feeds of the same statements in other languages. */
  readonly siblings: readonly FeedSibling[]
  /** In the order of the snapshot: newest first. */
  readonly entries: readonly FeedEntry[]
}

interface FeedSibling {
  readonly language: FeedLanguage
  readonly addresses: FeedAddresses
}

/** Which feed of a snapshot is wanted, and where it stands. */
export interface FeedRequest {
  readonly language: FeedLanguage
  /** Public address of this deployment, without a slash at the end. */
  readonly baseUrl: string
  /** Host and first day of this deployment, `bayan.example,2026-11-17`: the owner of feed ids. */
  readonly tagAuthority: string
  /** For a feed outside `/feeds/{publisher|all}/{language}`: a watch's, a search, edits. */
  readonly place?: FeedPlace
}

export interface FeedPlace {
  /** Without the ending: `/feeds/watch/chemical.k3y`. */
  readonly path: string
  /** `?q=…`, where the address has a query. */
  readonly search?: string
  readonly title: string
  /** Where it is not about statements. */
  readonly subtitle?: string
}

/** The name under which the snapshot of all publishers stands. */
const ALL = 'all'
/** For a snapshot whose own time cannot be read: no time is made up that looks like news. */
const EPOCH = '1970-01-01T00:00:00.000Z'

/** The feed of a snapshot in one language or in both. Pure: the same input gives the same feed. */
export function feedOf(snapshot: Snapshot, request: FeedRequest): FeedDocument {
  const { language, baseUrl, place } = request
  const names = namesOf(snapshot, place)
  const updated = firstInstant(snapshot.updated) ?? EPOCH
  return {
    id: feedTag(request.tagAuthority, snapshot.of, language),
    title: oneLine(inLanguage(names, language)),
    subtitle: oneLine(place?.subtitle ?? SUBTITLES[language](names)),
    language: language === 'both' ? undefined : language,
    homePage: homePageOf(snapshot, baseUrl),
    author: oneLine(inLanguage(names, language)),
    updated,
    addresses: feedAddresses(
      baseUrl,
      place?.path ?? feedPath(snapshot.of, language),
      place?.search,
    ),
    siblings: place === undefined ? siblingsOf(snapshot.of, request) : [],
    entries: entriesOf(snapshot, request),
  }
}

function namesOf(snapshot: Snapshot, place: FeedPlace | undefined): Words {
  if (place !== undefined) return { ar: place.title, en: place.title }
  return snapshot.of === ALL ? ALL_STATEMENTS : publisherNames(snapshot, snapshot.of)
}

function publisherNames({ publishers }: Snapshot, id: string): Words {
  // `constructor` is a good slug, and a name that every object has.
  const face = Object.hasOwn(publishers, id) ? publishers[id] : undefined
  return completed(face?.name ?? { ar: '', en: '' }, id)
}

function homePageOf({ of, publishers }: Snapshot, baseUrl: string): string {
  const face = Object.hasOwn(publishers, of) ? publishers[of] : undefined
  return webLink(face?.site ?? '') ?? `${baseUrl}/`
}

function siblingsOf(of: string, { language, baseUrl }: FeedRequest): FeedSibling[] {
  return FEED_LANGUAGES.filter((other) => other !== language).map((other) => ({
    language: other,
    addresses: feedAddresses(baseUrl, feedPath(of, other)),
  }))
}

function entriesOf(snapshot: Snapshot, request: FeedRequest): FeedEntry[] {
  const { language, baseUrl } = request
  const wanted = snapshot.entries.filter(
    (statement) => language === 'both' || statement.language === language,
  )
  const contexts = new Map<string, EntryContext>()
  return wanted.map((statement) => {
    const { publisher, language: own } = statement
    const key = `${publisher}/${own}`
    let context = contexts.get(key)
    if (context === undefined) {
      const author = oneLine(publisherNames(snapshot, publisher)[own])
      const isOwn = publisher === snapshot.of
      const origin = isOwn ? undefined : originOf(statement, author, wanted, request)
      context = { baseUrl, author, origin }
      contexts.set(key, context)
    }
    return entryOf(statement, context)
  })
}

/** The publisher's own feed; its time is that of its newest change among these entries. */
function originOf(
  { publisher, language }: SnapshotEntry,
  title: string,
  entries: readonly SnapshotEntry[],
  { baseUrl, tagAuthority }: FeedRequest,
): FeedOrigin {
  const times = entries
    .filter((entry) => entry.publisher === publisher && entry.language === language)
    .map(({ updated }) => updated)
  return {
    id: feedTag(tagAuthority, publisher, language),
    title,
    updated: times.reduce((newest, time) => (time > newest ? time : newest), ''),
    addresses: feedAddresses(baseUrl, feedPath(publisher, language)),
  }
}
