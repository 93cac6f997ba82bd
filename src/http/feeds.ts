import { type FeedExtension, type FeedLanguage, FEED_LANGUAGES } from '../feeds/feed-address.ts'
import { type FeedPlace, feedOf } from '../feeds/feed-document.ts'
import { FEED_FORMATS } from '../feeds/formats.ts'
import { STATES_OF_SOURCES } from '../feeds/feed-words.ts'
import { renderOpml } from '../feeds/opml.ts'
import { parseSnapshot } from '../feeds/parse-snapshot.ts'
import type { Snapshot } from '../feeds/snapshot.ts'
import { type BayanEnv, baseUrlOf } from '../platform/env.ts'
import { HEALTH, kvKeys } from '../platform/kv-keys.ts'
import { Published, type SnapshotNote } from '../platform/published.ts'
import { isFresh } from './conditional.ts'
import { recall, remember } from './feed-memo.ts'
import { NO_SUCH_PAGE, notFound, problem } from './problem.ts'

/** Raised when the renderers' output changes: it is part of every feed's ETag. */
const RENDERER_VERSION = 1

/** What one feed's address asks for. */
interface FeedWanted {
  readonly key: string
  readonly language: FeedLanguage
  readonly extension: FeedExtension
  readonly place?: FeedPlace
  /** A watch's feed is nobody's business but its readers'. */
  readonly isPrivate: boolean
}

/**
 * The feed that an address asks for; undefined for any other address. Asked before the router:
 * most requests of all are for feeds, most of them end with 304, and a router costs as much again.
 */
export function feedWanted(url: string): FeedWanted | undefined {
  const path = url.slice(url.indexOf('/', 'https://'.length)).split('?', 1)[0] ?? ''
  const [, place, of = '', file = '', more] = path.split('/')
  if (place !== 'feeds' || more !== undefined) return undefined
  if (file === '') return healthFeedWanted(of)
  return of === 'watch' ? watchFeedWanted(file) : publicFeedWanted(of, file)
}

function publicFeedWanted(of: string, name: string): FeedWanted | undefined {
  const file = SLUG.test(of) ? feedFile(name) : undefined
  return file === undefined ? undefined : { key: kvKeys.snapshot(of), ...file, isPrivate: false }
}

function watchFeedWanted(name: string): FeedWanted | undefined {
  const file = watchFeedFile(name)
  if (file === undefined) return undefined
  const { watch, key, extension } = file
  return {
    key: kvKeys.watchFeed(watch, key),
    language: 'both',
    extension,
    place: { path: `/feeds/watch/${watch}.${key}`, title: watch },
    isPrivate: true,
  }
}

/** `/feeds/health.atom`: what became of the sources. */
function healthFeedWanted(name: string): FeedWanted | undefined {
  const extension = /^health\.(rss|atom|json)$/.exec(name)?.[1]
  if (extension === undefined) return undefined
  return {
    key: kvKeys.snapshot(HEALTH),
    language: 'both',
    extension: extension as FeedExtension,
    place: { path: '/feeds/health', ...STATES_OF_SOURCES },
    isPrivate: false,
  }
}

const SLUG = /^[a-z0-9-]+$/
const FILE = /^(?<name>[a-z0-9.-]+)\.(?<extension>rss|atom|json)$/

/** `ar.rss` of `/feeds/{publisher}/ar.rss`; undefined for anything else. */
function feedFile(
  file: string,
): { readonly language: FeedLanguage; readonly extension: FeedExtension } | undefined {
  const { name, extension } = FILE.exec(file)?.groups ?? {}
  const language = FEED_LANGUAGES.find((one) => one === name)
  return language === undefined ? undefined : { language, extension: extension as FeedExtension }
}

/** `{watch}.{key}.rss` of `/feeds/watch/…`; undefined for anything else. */
function watchFeedFile(
  file: string,
): { readonly watch: string; readonly key: string; readonly extension: FeedExtension } | undefined {
  const { name = '', extension } = FILE.exec(file)?.groups ?? {}
  const { watch, key } = /^(?<watch>[a-z0-9-]+)\.(?<key>[0-9a-f]{32})$/.exec(name)?.groups ?? {}
  if (watch === undefined || key === undefined) return undefined
  return { watch, key, extension: extension as FeedExtension }
}

/**
 * Answers with a feed: one read of KV, whose metadata suffice for a 304; the body is read only when
 * neither the reader nor this isolate has the feed already.
 */
export async function serveFeed(
  request: Request,
  env: BayanEnv,
  wanted: FeedWanted,
): Promise<Response> {
  const opened = await new Published(env.PUBLISHED).openSnapshot(wanted.key)
  if (opened === undefined) return notFound(NO_SUCH_PAGE)
  const { note, body } = opened
  if (note.retired === true) {
    await body.cancel()
    return problem(410, 'Gone', {
      en: 'This publisher is not followed any more. Please unsubscribe.',
      ar: 'لم تعد هذه الجهة متابَعة. يرجى إلغاء الاشتراك.',
    })
  }
  const baseUrl = baseUrlOf(env)
  const etag = etagOf(note, wanted, baseUrl)
  if (isFresh(request, etag, note.updated)) {
    await body.cancel()
    return new Response(null, { status: 304, headers: cachingHeaders(wanted, etag) })
  }
  const headers = headersOf(note, wanted, baseUrl, etag)
  const known = recall(etag)
  if (known !== undefined) {
    await body.cancel()
    return new Response(known, { headers })
  }
  const snapshot = parseSnapshot(new Uint8Array(await new Response(body).arrayBuffer()))
  if (snapshot === undefined) return notFound(NO_SUCH_PAGE)
  const bytes = render(snapshot, note, wanted, baseUrl)
  remember(etag, bytes)
  return new Response(bytes, { headers })
}

function render(
  snapshot: Snapshot,
  note: SnapshotNote,
  wanted: FeedWanted,
  baseUrl: string,
): Uint8Array {
  const { language, extension, place } = wanted
  const feed = feedOf(snapshot, {
    language,
    baseUrl,
    tagAuthority: note.authority,
    ...(place === undefined ? {} : { place }),
  })
  return FEED_FORMATS[extension].render(feed)
}

/** Weak, since the edge compresses: snapshot, renderer, address and what was asked for. */
function etagOf({ hash }: SnapshotNote, wanted: FeedWanted, baseUrl: string): string {
  const { key, language, extension } = wanted
  // Spelt out, not hashed: two feeds under one ETag would be one feed in every cache.
  const of = `${baseUrl} ${key}`.replaceAll(/[^A-Za-z0-9]+/g, '-')
  return `W/"${hash}-${RENDERER_VERSION}-${of}-${language}-${extension}"`
}

/** What a 304 has to repeat (RFC 9110, 15.4.5), and nothing else: it is answered most. */
function cachingHeaders({ isPrivate }: FeedWanted, etag: string): Record<string, string> {
  return {
    etag,
    'cache-control': isPrivate
      ? 'private, max-age=60'
      : 'public, max-age=60, s-maxage=60, stale-while-revalidate=300',
    vary: 'accept-encoding',
    'access-control-allow-origin': '*',
  }
}

function headersOf(
  note: SnapshotNote,
  wanted: FeedWanted,
  baseUrl: string,
  etag: string,
): Record<string, string> {
  const of = wanted.key.replace(/^snapshot:/, '')
  const path = wanted.place?.path ?? `/feeds/${of}/${wanted.language}`
  return {
    ...cachingHeaders(wanted, etag),
    'content-type': FEED_FORMATS[wanted.extension].contentType,
    'last-modified': new Date(note.updated).toUTCString(),
    link: `<${baseUrl}${path}.${wanted.extension}>; rel="self"`,
    'x-content-type-options': 'nosniff',
    ...(wanted.isPrivate ? { 'x-robots-tag': 'noindex' } : {}),
  }
}

/** All public feeds as one OPML 2.0 document. */
export async function serveOpml(env: BayanEnv): Promise<Response> {
  const publishers = await new Published(env.PUBLISHED).loadPublishers()
  const baseUrl = baseUrlOf(env)
  const faces = publishers.map(({ id, name, site }) => ({ id, name, site }))
  return new Response(
    renderOpml(faces, { baseUrl, languages: ['ar', 'en'], format: 'atom', updated: undefined }),
    {
      headers: {
        'content-type': 'text/x-opml; charset=utf-8',
        'cache-control': 'public, max-age=300',
        'access-control-allow-origin': '*',
        'x-content-type-options': 'nosniff',
      },
    },
  )
}
