import { buildSnapshot } from '../feeds/build-snapshot.ts'
import { FEED_LANGUAGES } from '../feeds/feed-address.ts'
import { prepareEntry } from '../feeds/prepare-entry.ts'
import { statementOf } from '../objects/warm-up.ts'
import type { BayanEnv } from '../platform/env.ts'
import type { SnapshotNote } from '../platform/published.ts'
import app from './app.ts'
import { etagOf, packs } from './feed-headers.ts'
import { recall } from './feed-memo.ts'
import { feedWanted } from './feed-wanted.ts'
import { renderedFeed } from './feeds.ts'

const BASE_URL = 'https://a.example'
const NOW = '2018-11-26T10:05:00.000Z'
const NOTE: SnapshotNote = { hash: 'a', updated: NOW, authority: 'a' }

/** Has one snapshot, whose body is not read: reading is input, which a loading worker may not do. */
const KV = {
  getWithMetadata: () => Promise.resolve({ value: new ReadableStream(), metadata: NOTE }),
}

/** As much of an environment as a feed needs. */
const ENV = { BASE_URL, PUBLISHED: KV, ALLOW_PRIVATE_NETWORK: 'false' } as unknown as BayanEnv

/** A feed is answered within its request: nothing is left to be waited for. */
const CONTEXT = {} as unknown as ExecutionContext

/** So often is a feed asked for that the compiler takes its code for worth compiling well. */
const ROUNDS = 10
const ENTRIES = 8

/**
 * Takes a feed in each format through all that a request for it does, while the worker is loaded
 * (decisions 7 and 62): to be asked for the head, to be told that nothing changed, and what is done
 * with a snapshot once it was read. An answer with a body cannot be made then.
 *
 * @returns whether the whole way was gone
 */
export async function warmFeeds(): Promise<boolean> {
  const snapshot = buildSnapshot({
    of: 'harbour',
    publishers: {
      harbour: { id: 'harbour', name: { ar: 'المرفأ', en: 'Harbour' }, site: BASE_URL },
    },
    // What was compiled for letters of one width is not for the other.
    entries: Array.from({ length: ENTRIES }, (_, n) =>
      prepareEntry(
        n % 2 === 0
          ? statementOf('ar', 'بيان', 'يعلن المجلس فتح الجسر.')
          : statementOf('en', 'The bridge', 'It opens.'),
      ),
    ),
    updated: NOW,
  })
  let isWhole = true
  for (let round = 0; round < ROUNDS; round++) {
    const language = FEED_LANGUAGES[round % FEED_LANGUAGES.length]
    for (const format of ['rss', 'atom', 'json']) {
      isWhole &&= await asked(`${language}.${format}`, snapshot)
    }
  }
  return isWhole
}

async function asked(name: string, snapshot: Uint8Array): Promise<boolean> {
  const address = `${BASE_URL}/feeds/harbour/${name}?full=1`
  const wanted = feedWanted(address, BASE_URL)
  if (wanted === undefined || !('self' in wanted)) return false
  const head = await app.fetch(new Request(address, { method: 'HEAD' }), ENV, CONTEXT)
  const headers = { 'if-none-match': head.headers.get('etag') ?? '', 'accept-encoding': 'gzip' }
  const unchanged = await app.fetch(new Request(address, { headers }), ENV, CONTEXT)
  const rendered = renderedFeed(snapshot, NOTE, wanted, ENV)
  return (
    head.status === 200 &&
    unchanged.status === 304 &&
    rendered !== undefined &&
    recall(etagOf(NOTE, wanted)) !== undefined &&
    packs({ headers: new Headers(headers) }, wanted)
  )
}
