/**
 * What readers need that run in a page of another site (Fetch standard, CORS protocol): validators are
 * headers that a browser asks about before it sends them, and a refusal without this is no more than
 * "failed to fetch".
 */
const ANYBODY = { 'access-control-allow-origin': '*' } as const

/** The answer to a browser's question whether it may ask for a feed with validators. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...ANYBODY,
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'if-none-match, if-modified-since',
      'access-control-max-age': '86400',
    },
  })
}

/** A refusal that everybody may read. */
export function readable(refusal: Response): Response {
  refusal.headers.set('access-control-allow-origin', ANYBODY['access-control-allow-origin'])
  return refusal
}
