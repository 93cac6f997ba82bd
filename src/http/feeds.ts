import { feedOf } from '../feeds/feed-document.ts'
import { FEED_FORMATS } from '../feeds/formats.ts'
import { parseFor } from '../feeds/parse-snapshot.ts'
import type { Snapshot } from '../feeds/snapshot.ts'
import { type BayanEnv, baseUrlOf, publicHubsOf } from '../platform/env.ts'
import { Published, type SnapshotNote } from '../platform/published.ts'
import { isFresh } from './conditional.ts'
import { cachingHeaders, etagOf, feedHeaders, packs } from './feed-headers.ts'
import { packed, recall, remember } from './feed-memo.ts'
import type { FeedWanted } from './feed-wanted.ts'
import { NO_SUCH_PAGE, notFound, problem } from './problem.ts'
import { found, maySearch } from './search.ts'

/** What a feed says of its deployment. */
type FeedEnv = Pick<BayanEnv, 'BASE_URL' | 'PUBLIC_HUBS'>

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
    return gone()
  }
  const etag = etagOf(note, wanted)
  if (isFresh(request, etag, note.updated)) {
    await body.cancel()
    return new Response(null, { status: 304, headers: cachingHeaders(note, wanted, etag) })
  }
  const headers = feedHeaders(note, wanted, etag, hubsOf(env, wanted.hub))
  if (request.method === 'HEAD') {
    await body.cancel()
    return new Response(null, { headers })
  }
  const known = recall(etag)
  if (known !== undefined) {
    await body.cancel()
    if (!packs(request, wanted)) return new Response(known.bytes, { headers })
    return new Response(await packed(etag, known), {
      headers: { ...headers, 'content-encoding': 'gzip' },
      encodeBody: 'manual',
    })
  }
  if (wanted.search !== undefined && !maySearch(Date.now())) {
    await body.cancel()
    return tooManySearches()
  }
  const snapshot = new Uint8Array(await new Response(body).arrayBuffer())
  const bytes = renderedFeed(snapshot, note, wanted, env)
  if (bytes === undefined) return notFound(NO_SUCH_PAGE)
  // Not compressed yet: a feed that is asked for once is not worth three times its rendering.
  return new Response(bytes, { headers })
}

/** The feed in a snapshot as KV has it, remembered; undefined where there is no such snapshot. */
export function renderedFeed(
  bytes: Uint8Array,
  note: SnapshotNote,
  wanted: FeedWanted,
  env: FeedEnv,
): Uint8Array | undefined {
  const snapshot = snapshotFor(wanted, bytes)
  if (snapshot === undefined) return undefined
  const rendered = render(snapshot, note, wanted, env)
  remember(etagOf(note, wanted), rendered)
  return rendered
}

function snapshotFor({ kind, search }: FeedWanted, bytes: Uint8Array): Snapshot | undefined {
  const snapshot = parseFor(kind, bytes)
  return snapshot === undefined || search === undefined ? snapshot : found(snapshot, search)
}

function render(
  snapshot: Snapshot,
  note: SnapshotNote,
  wanted: FeedWanted,
  env: FeedEnv,
): Uint8Array {
  const { kind, language, options, extension, self, hub } = wanted
  const { limit, isFull, hasTombstones } = options
  const asked = self.indexOf('?')
  const feed = feedOf(snapshot, {
    kind,
    language,
    baseUrl: baseUrlOf(env),
    tagAuthority: note.authority,
    search: asked === -1 ? '' : self.slice(asked),
    isFull,
    hasTombstones,
    hubs: hubsOf(env, hub),
    ...(limit === undefined ? {} : { limit }),
  })
  return FEED_FORMATS[extension].render(feed)
}

/** Our own hub first: it tells within seconds. */
function hubsOf(env: FeedEnv, own: string | undefined): readonly string[] {
  return own === undefined ? [] : [own, ...publicHubsOf(env)]
}

/** Readers that understand 410 stop asking; the others may at least keep the answer for an hour. */
function gone(): Response {
  return problem(
    410,
    'Gone',
    {
      en: 'This publisher is not followed any more. Please unsubscribe.',
      ar: 'لم تعد هذه الجهة متابَعة. يرجى إلغاء الاشتراك.',
    },
    { headers: { 'cache-control': 'public, max-age=3600' } },
  )
}

function tooManySearches(): Response {
  return problem(
    429,
    'Too many searches',
    {
      en: 'Too many searches. Ask again in a minute.',
      ar: 'البحث كثير الآن. أعد المحاولة بعد دقيقة.',
    },
    { headers: { 'retry-after': '60' } },
  )
}
