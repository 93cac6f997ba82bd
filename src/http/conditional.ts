/**
 * Whether the reader has this already (RFC 9110, 13.2.2): If-None-Match decides alone where it is
 * present (a list, `*`, weak comparison); else If-Modified-Since does. A bad date counts as none.
 */
export function isFresh(request: Request, etag: string, lastModified: Date | undefined): boolean {
  const noneMatch = request.headers.get('if-none-match')
  if (noneMatch !== null) {
    if (noneMatch.trim() === '*') return true
    return noneMatch.split(',').some((one) => opaque(one) === opaque(etag))
  }
  const since = Date.parse(request.headers.get('if-modified-since') ?? '')
  if (Number.isNaN(since) || lastModified === undefined) return false
  // HTTP dates have whole seconds.
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= since
}

/** The edge weakens ETags when it compresses: `W/"x"` and `"x"` are one here. */
function opaque(etag: string): string {
  return etag.trim().replace(/^W\//, '')
}
