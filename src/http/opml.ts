import { renderOpml } from '../feeds/opml.ts'
import { type BayanEnv, baseUrlOf } from '../platform/env.ts'
import { Published } from '../platform/published.ts'

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
