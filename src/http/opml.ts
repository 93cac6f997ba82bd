import { renderOpml } from '../feeds/opml.ts'
import { type BayanEnv, baseUrlOf } from '../platform/env.ts'
import { Published } from '../platform/published.ts'
import { sha256Hex } from '../statements/content-hash.ts'
import { isFresh } from './conditional.ts'

/** The feeds to subscribe to as one OPML 2.0 document, which some readers ask for by the hour. */
export async function serveOpml(request: Request, env: BayanEnv): Promise<Response> {
  const publishers = await new Published(env.PUBLISHED).loadPublishers()
  const faces = publishers.map(({ id, name, site }) => ({ id, name, site }))
  const text = renderOpml(faces, {
    baseUrl: baseUrlOf(env),
    languages: ['ar', 'en'],
    format: 'atom',
    updated: undefined,
  })
  const etag = `W/"${await sha256Hex(text)}"`
  const headers = {
    etag,
    'cache-control': 'public, max-age=300',
    vary: 'accept-encoding',
    'access-control-allow-origin': '*',
  }
  // When the list changed is not known: only the ETag decides.
  if (isFresh(request, etag, '')) return new Response(null, { status: 304, headers })
  return new Response(text, {
    headers: {
      ...headers,
      'content-type': 'text/x-opml; charset=utf-8',
      'x-content-type-options': 'nosniff',
    },
  })
}
