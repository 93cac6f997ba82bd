import { type Instant, EPOCH } from '../text/instant.ts'
import type { Language, Words } from '../text/language.ts'
import { firstInstant } from './entry-time.ts'
import {
  FEED_LANGUAGES,
  type FeedAddresses,
  type FeedLanguage,
  feedAddresses,
  feedPath,
  feedTag,
  ALL,
} from './feed-address.ts'
import {
  type EntryContext,
  type FeedEntry,
  type FeedOrigin,
  entryOf,
  sharedCategories,
} from './feed-entry.ts'
import { type FeedKind, NEWEST, idOf, pathOf, titleOf } from './feed-kind.ts'
import {
  ALL_STATEMENTS,
  STATES_OF_SOURCES,
  SUBTITLES,
  completed,
  inLanguage,
} from './feed-words.ts'
import { oneLine } from './one-line.ts'
import type { Snapshot, SnapshotEntry } from './snapshot.ts'
import { type Tombstone, tombstonesOf } from './tombstone.ts'
import { webLink } from './web-link.ts'
import { withMachines } from './with-machines.ts'

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
  /** Where readers may ask to be told of changes (WebSub). */
  readonly hubs: readonly string[]
  readonly history: FeedHistory | undefined
  /** False where entries carry their summaries alone. */
  readonly isFull: boolean
  /** In the order of the snapshot: newest first. */
  readonly entries: readonly FeedEntry[]
  /** Of Atom feeds that were asked for with them; these entries are not among `entries` then. */
  readonly tombstones: readonly Tombstone[]
}

interface FeedSibling {
  readonly language: FeedLanguage
  readonly addresses: FeedAddresses
}

/** The documents before and after this one (RFC 5005, section 4). */
interface FeedHistory {
  readonly isArchive: boolean
  readonly current: FeedAddresses
  readonly previous: FeedAddresses | undefined
  readonly next: FeedAddresses | undefined
}

/** Which feed of a snapshot is wanted, and where it stands. */
export interface FeedRequest {
  readonly language: FeedLanguage
  /** Public address of this deployment, without a slash at the end. */
  readonly baseUrl: string
  /** Host and first day of this deployment, `bayan.example,2026-11-17`: the owner of feed ids. */
  readonly tagAuthority: string
  /** Without one, the newest statements. */
  readonly kind?: FeedKind
  /** What its address says after the path, `?limit=5`; '' by default. */
  readonly search?: string
  readonly hubs?: readonly string[]
  /** Entries at most. */
  readonly limit?: number
  /** False: summaries instead of bodies. */
  readonly isFull?: boolean
  /** Withdrawn entries as tombstones instead, and those of erased ones. */
  readonly hasTombstones?: boolean
}

/** A feed of a snapshot, in one language or in both. Pure: the same input gives the same feed. */
export function feedOf(snapshot: Snapshot, request: FeedRequest): FeedDocument {
  const { of } = snapshot
  const { language, baseUrl, kind = NEWEST, search = '' } = request
  const name = of === ALL ? ALL_STATEMENTS : publisherNames(snapshot, of)
  const title = titleOf(kind, name)
  const wanted = entriesWanted(snapshot, request)
  const { erased, tombstones, entries } = withTombstones(snapshot, wanted, request)
  return {
    id: feedTag(request.tagAuthority, idOf(kind, of, language)),
    title: oneLine(inLanguage(title, language)),
    subtitle: oneLine(
      kind.kind === 'health' ? STATES_OF_SOURCES.subtitle : SUBTITLES[language](title),
    ),
    language: language === 'both' ? undefined : language,
    homePage: homePageOf(snapshot, baseUrl),
    author: oneLine(
      inLanguage(kind.kind === 'watch' || kind.kind === 'health' ? title : name, language),
    ),
    updated: newestOf([...wanted, ...erased]) ?? firstInstant(snapshot.updated) ?? EPOCH,
    addresses: feedAddresses(baseUrl, pathOf(kind, of, language), search),
    siblings: kind.kind === 'newest' ? siblingsOf(of, request) : [],
    hubs: request.hubs ?? [],
    history: historyOf(snapshot, request),
    isFull: request.isFull ?? true,
    entries: entriesOf(snapshot, entries, request),
    tombstones,
  }
}

/** The entries of a snapshot that a feed holds. */
export function entriesWanted(
  snapshot: Snapshot,
  { language, kind, limit }: Pick<FeedRequest, 'language' | 'kind' | 'limit'>,
): readonly SnapshotEntry[] {
  const wanted = withMachines(snapshot, language, kind).filter(
    (entry) =>
      (language === 'both' || entry.language === language) &&
      (kind?.kind !== 'withdrawn' || entry.state === 'withdrawn'),
  )
  return limit === undefined ? wanted : wanted.slice(0, limit)
}

/** Without being asked for, nothing: most readers know no tombstones, and show the marked title. */
function withTombstones(
  snapshot: Snapshot,
  wanted: readonly SnapshotEntry[],
  { language, kind, hasTombstones = false }: FeedRequest,
) {
  if (!hasTombstones) return { erased: [], tombstones: [], entries: wanted }
  // What a search would have found of them nobody knows any more.
  const erased = (kind?.kind === 'search' ? [] : (snapshot.erased ?? [])).filter(
    (one) => language === 'both' || one.language === language,
  )
  return {
    erased: erased.map(({ at }) => ({ updated: at })),
    tombstones: tombstonesOf({ erased }, wanted),
    entries: wanted.filter(({ state }) => state !== 'withdrawn'),
  }
}

/**
 * A change in one language is none in the feed of the other. What machines make is none at all:
 * with it a feed would grow older when a version goes.
 */
function newestOf(
  entries: readonly Pick<SnapshotEntry, 'updated' | 'machine'>[],
): Instant | undefined {
  const newest = entries.reduce(
    (most, { updated, machine }) => (machine === undefined && updated > most ? updated : most),
    '',
  )
  return newest === '' ? undefined : newest
}

function historyOf(snapshot: Snapshot, request: FeedRequest): FeedHistory | undefined {
  const { of, chain } = snapshot
  if (chain === undefined || (chain.month === null && chain.previous === null)) return undefined
  const { language, baseUrl } = request
  const addressOf = (month: string | null) =>
    month === null
      ? undefined
      : feedAddresses(baseUrl, pathOf({ kind: 'archive', month }, of, language))
  return {
    isArchive: chain.month !== null,
    current: feedAddresses(baseUrl, feedPath(of, language)),
    previous: addressOf(chain.previous),
    next: addressOf(chain.next),
  }
}

/** What a publisher of a snapshot is called; its id where the snapshot does not know it. */
export function publisherNames({ publishers }: Snapshot, id: string): Words {
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

function entriesOf(
  snapshot: Snapshot,
  wanted: readonly SnapshotEntry[],
  request: FeedRequest,
): FeedEntry[] {
  const { baseUrl } = request
  const contexts = new Map<string, EntryContext>()
  return wanted.map((statement) => {
    const { publisher, language: own } = statement
    const key = `${publisher}/${own}`
    let context = contexts.get(key)
    if (context === undefined) {
      const author = oneLine(publisherNames(snapshot, publisher)[own])
      const isOwn = publisher === snapshot.of
      const origin = isOwn ? undefined : originOf(statement, author, wanted, request)
      const categories = sharedCategories(statement, author, baseUrl)
      context = { baseUrl, author, categories, origin }
      contexts.set(key, context)
    }
    return entryOf(statement, context)
  })
}

/** The publisher's own feed; its time is that of its newest change among these entries. */
function originOf(
  { publisher, language, firstSeen }: SnapshotEntry,
  title: string,
  entries: readonly SnapshotEntry[],
  { baseUrl, tagAuthority }: FeedRequest,
): FeedOrigin {
  const own = entries.filter(
    (entry) => entry.publisher === publisher && entry.language === language,
  )
  return {
    id: feedTag(tagAuthority, `${publisher}/${language}`),
    title,
    updated: newestOf(own) ?? firstSeen,
    addresses: feedAddresses(baseUrl, feedPath(publisher, language)),
  }
}
