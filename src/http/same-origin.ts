import { type BayanEnv, baseUrlOf } from '../platform/env.ts'

/**
 * Whether a write comes from a page of ours. A browser names the origin of every POST and lets no page
 * change it; a request without one is none of a browser's, and has no business with a cookie.
 */
export function isSameOrigin(request: Request, env: Pick<BayanEnv, 'BASE_URL'>): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = request.headers.get('origin')
  // The public address may be served by a proxy that speaks to us under another name.
  return origin === new URL(request.url).origin || origin === new URL(baseUrlOf(env)).origin
}
