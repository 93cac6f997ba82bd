import { FEED_FORMATS } from '../feeds/formats.ts'
import type { SnapshotNote } from '../platform/published.ts'
import type { FeedWanted } from './feed-wanted.ts'

/** Raised when the renderers' output changes: it is part of every feed's ETag. */
const RENDERER_VERSION = 3

/**
 * Weak, since the edge compresses: snapshot, renderer, and the feed's own address with all that was
 * asked for. Spelt out, not hashed: two feeds under one ETag would be one feed in every cache.
 */
export function etagOf({ hash }: SnapshotNote, { self }: FeedWanted): string {
  return `W/"${hash}-${RENDERER_VERSION}-${self}"`
}

const PUBLIC = 'public, max-age=60, s-maxage=60, stale-while-revalidate=300'
/** A month that is over changes only where it is put right (RFC 5005, section 4). */
const IMMUTABLE = 'public, max-age=604800, stale-while-revalidate=604800, immutable'
const PRIVATE = 'private, max-age=60'

/** What a 304 has to repeat (RFC 9110, 15.4.5), and nothing else: it is answered most. */
export function cachingHeaders(
  { closed }: SnapshotNote,
  { kind }: FeedWanted,
  etag: string,
): Record<string, string> {
  return {
    etag,
    'cache-control': kind.kind === 'watch' ? PRIVATE : closed === true ? IMMUTABLE : PUBLIC,
    vary: 'accept-encoding',
    'access-control-allow-origin': '*',
  }
}

export function feedHeaders(
  note: SnapshotNote,
  wanted: FeedWanted,
  etag: string,
  hubs: readonly string[],
): Record<string, string> {
  const { of, kind, extension, self } = wanted
  const links = [`<${self}>; rel="self"`, ...hubs.map((hub) => `<${hub}>; rel="hub"`)]
  const headers = {
    ...cachingHeaders(note, wanted, etag),
    'content-type': FEED_FORMATS[extension].contentType,
    'last-modified': new Date(note.updated).toUTCString(),
    // The form of discovery that JSON has too (WebSub, section 4).
    link: links.join(', '),
    // Without it a page of another site reads the text, and not what to come back with.
    'access-control-expose-headers': 'etag, last-modified, link',
    'x-content-type-options': 'nosniff',
  }
  // What a private feed is called is nobody's business either.
  if (kind.kind === 'watch') return { ...headers, 'x-robots-tag': 'noindex' }
  return { ...headers, 'cache-tag': `feeds,feeds-${of}` }
}

/**
 * Whether we compress this answer ourselves. Cloudflare's edge compresses RSS, better than we could;
 * Atom and JSON Feed are not on its list of types, and other hosts have no edge.
 */
export function packs(asked: Asked, { extension }: FeedWanted): boolean {
  if (extension === 'rss' && asked.headers.has('cf-ray')) return false
  return TAKES_GZIP.test(encodingsOf(asked))
}

/** A request, as far as it tells what its sender can read. */
type Asked = Pick<Request, 'headers'> & { readonly cf?: object | undefined }

/**
 * What the reader accepts. Cloudflare, and a local run as it does, write `br, gzip` into the header
 * whoever asks, and what the reader itself sent into `cf`: by the header, `curl` would get gzip.
 */
function encodingsOf({ headers, cf }: Asked): string {
  if (cf === undefined) return headers.get('accept-encoding') ?? ''
  const own: unknown = 'clientAcceptEncoding' in cf ? cf.clientAcceptEncoding : ''
  return typeof own === 'string' ? own : ''
}

const TAKES_GZIP = /(?:^|,)\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))|,|$)/i
