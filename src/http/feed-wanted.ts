import {
  type FeedExtension,
  type FeedLanguage,
  FEED_LANGUAGES,
  feedAddresses,
  ALL,
} from '../feeds/feed-address.ts'
import { type FeedKind, NEWEST, pathOf } from '../feeds/feed-kind.ts'
import { HEALTH, kvKeys, SLUG } from '../platform/kv-keys.ts'
import { type FeedOptions, readOptions } from './feed-options.ts'
import type { Mistake } from './mistake.ts'
import { type Search, readSearch } from './search.ts'

/** What one feed's address asks for. */
export interface FeedWanted {
  /** The publisher's id, `all`, or `watch/{id}`. */
  readonly of: string
  /** The KV key of the snapshot that it is rendered from. */
  readonly key: string
  readonly kind: FeedKind
  readonly language: FeedLanguage
  readonly extension: FeedExtension
  readonly options: FeedOptions
  readonly search: Search | undefined
  /** Its own address: from `BASE_URL`, in one order of parameters, never from the request. */
  readonly self: string
  /** Our hub, where to subscribe to changes; only plain feeds are its topics. */
  readonly hub: string | undefined
}

/** An address that is a feed's but for its parameters. */
type Refused = readonly Mistake[]

/** Addresses are few and asked for again and again; whoever makes up thousands only slows himself. */
const KEPT = 500
const kept = new Map<string, FeedWanted | Refused>()

/**
 * The feed that an address asks for; undefined for any other address. Asked before the router:
 * most requests of all are for feeds, most of them end with 304, and a router costs as much again.
 */
export function feedWanted(url: string, baseUrl: string): FeedWanted | Refused | undefined {
  const known = kept.get(url)
  if (known !== undefined) return known
  const wanted = read(url, baseUrl)
  if (wanted === undefined) return undefined
  if (kept.size >= KEPT) kept.clear()
  kept.set(url, wanted)
  return wanted
}

/** What a path alone tells. */
type Place = Pick<FeedWanted, 'of' | 'key' | 'kind' | 'language' | 'extension'>

function read(url: string, baseUrl: string): FeedWanted | Refused | undefined {
  const address = url.slice(url.indexOf('/', 'https://'.length))
  const mark = address.indexOf('?')
  const place = placeOf(mark === -1 ? address : address.slice(0, mark))
  if (place === undefined) return undefined
  const params = new URLSearchParams(mark === -1 ? '' : address.slice(mark))
  const errors: Mistake[] = []
  const options = readOptions(params, place.extension === 'atom', errors)
  const search = place.kind.kind === 'search' ? readSearch(params, errors) : undefined
  if (errors.length > 0) return errors
  const asked = new URLSearchParams([...(search?.params ?? []), ...options.params]).toString()
  const self = feedAddresses(
    baseUrl,
    pathOf(place.kind, place.of, place.language),
    asked === '' ? '' : `?${asked}`,
  )[place.extension]
  const isTopic = asked === '' && TOPICS.has(place.kind.kind)
  const hub = isTopic ? `${baseUrl}/websub` : undefined
  return { ...place, ...ofSearch(search), options, search, self, hub }
}

const TOPICS: ReadonlySet<FeedKind['kind']> = new Set(['newest', 'edits', 'withdrawn'])

function ofSearch(search: Search | undefined): Partial<Place> {
  if (search === undefined) return {}
  const { of, language, text } = search
  return { of, key: kvKeys.snapshot(of), language, kind: { kind: 'search', text } }
}

const FILE = /^([a-z0-9.-]+)\.(rss|atom|json)$/
const MONTH = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/
const OWN_STATES = /^health\.([0-9a-f]{32})$/
const WATCH = /^([a-z0-9-]{1,40})\.([0-9a-f]{32})$/

function placeOf(path: string): Place | undefined {
  const [, place, ...parts] = path.split('/')
  const [, name = '', ending] = FILE.exec(parts.at(-1) ?? '') ?? []
  if (place !== 'feeds' || ending === undefined || parts.length > 3) return undefined
  const extension = ending as FeedExtension
  const [of = '', language = ''] = parts
  if (parts.length === 1) {
    const [, key] = OWN_STATES.exec(name) ?? []
    if (key !== undefined) return ownStates(key, extension)
    const alone = ALONE.find(({ kind }) => kind.kind === name)
    return alone && { ...alone, extension }
  }
  if (!SLUG.test(of)) return undefined
  if (parts.length === 3) return archivePlace(of, language, name, extension)
  return of === 'watch' ? watchPlace(name, extension) : publicPlace(of, name, extension)
}

/** Feeds that stand beside the publishers; what a search reads is told by its parameters. */
const ALONE = [
  { of: '', key: '', kind: { kind: 'search', text: '' }, language: 'both' },
  { of: HEALTH, key: kvKeys.snapshot(HEALTH), kind: { kind: 'health' }, language: 'both' },
] as const

function publicPlace(of: string, name: string, extension: FeedExtension): Place | undefined {
  const key = kvKeys.snapshot(of)
  if (name === 'withdrawn' || (name === 'edits' && of !== ALL)) {
    return { of, key, kind: { kind: name }, language: 'both', extension }
  }
  const language = feedLanguage(name)
  return language === undefined ? undefined : { of, key, kind: NEWEST, language, extension }
}

function archivePlace(
  of: string,
  languageName: string,
  month: string,
  extension: FeedExtension,
): Place | undefined {
  const language = feedLanguage(languageName)
  if (language === undefined || !MONTH.test(month)) return undefined
  return {
    of,
    key: kvKeys.archive(of, month),
    kind: { kind: 'archive', month },
    language,
    extension,
  }
}

function watchPlace(name: string, extension: FeedExtension): Place | undefined {
  const [, watch, key] = WATCH.exec(name) ?? []
  if (watch === undefined || key === undefined) return undefined
  const kind = { kind: 'watch', watch, path: `/feeds/watch/${watch}.${key}` } as const
  return {
    of: `watch/${watch}`,
    key: kvKeys.watchFeed(watch, key),
    kind,
    language: 'both',
    extension,
  }
}

/** The operator's feed of states, which tells of endpoints too: behind a key, as a watch's. */
function ownStates(key: string, extension: FeedExtension): Place {
  const kind = { kind: 'watch', watch: OWN_TITLE, path: `/feeds/health.${key}` } as const
  return { of: 'own-health', key: kvKeys.watchFeed(HEALTH, key), kind, language: 'both', extension }
}

const OWN_TITLE = 'بيان: المصادر والوجهات | Bayan: sources and endpoints'

function feedLanguage(name: string): FeedLanguage | undefined {
  return FEED_LANGUAGES.find((one) => one === name)
}
