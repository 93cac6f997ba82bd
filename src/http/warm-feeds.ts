import { isFresh } from './conditional.ts'
import { cachingHeaders, etagOf, feedHeaders, packs } from './feed-headers.ts'
import { feedWanted } from './feed-wanted.ts'

const BASE_URL = 'https://a.example'
const NOTE = { hash: 'a', updated: '2018-11-26T10:05:00.000Z', authority: 'a' }

/**
 * Takes one address of a feed through what is asked before and after its rendering, while the worker
 * is loaded (decision 7). Objects of requests and answers cannot be made then.
 *
 * @returns whether the whole way was gone
 */
export function warmFeeds(): boolean {
  const wanted = feedWanted(`${BASE_URL}/feeds/harbour/ar.atom?full=1`, BASE_URL)
  if (wanted === undefined || !('self' in wanted)) return false
  const headers = new Headers({ 'if-none-match': 'W/"b"', 'accept-encoding': 'gzip' })
  const etag = etagOf(NOTE, wanted)
  const answers = [cachingHeaders(NOTE, wanted, etag), feedHeaders(NOTE, wanted, etag, [BASE_URL])]
  for (const answer of answers) new Headers(answer)
  return !isFresh({ headers }, etag, NOTE.updated) && packs({ headers }, wanted)
}
