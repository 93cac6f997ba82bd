import type { Instant } from '../text/instant.ts'

/**
 * Whether the reader has this already (RFC 9110, 13.2.2): If-None-Match decides alone where it is
 * present (a list, `*`, weak comparison); else If-Modified-Since does. A bad date counts as none.
 */
export function isFresh(
  { headers }: Pick<Request, 'headers'>,
  etag: string,
  lastModified: Instant,
): boolean {
  const noneMatch = headers.get('if-none-match')
  if (noneMatch !== null) {
    if (noneMatch === etag) return true
    if (noneMatch.trim() === '*') return true
    return noneMatch.split(',').some((one) => opaque(one) === opaque(etag))
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  // HTTP dates have whole seconds. A time that is none is never fresh.
  return Math.floor(Date.parse(lastModified) / 1000) * 1000 <= since
}

/** The edge weakens ETags when it compresses: `W/"x"` and `"x"` are one here. */
function opaque(etag: string): string {
  return etag.trim().replace(/^W\//, '')
}
