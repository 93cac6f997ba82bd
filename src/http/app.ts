import { type BayanEnv, baseUrlOf, isMisconfigured } from '../platform/env.ts'
import { preflight, readable } from './cross-origin.ts'
import { fault } from './fault.ts'
import { feedWanted } from './feed-wanted.ts'
import { serveFeed } from './feeds.ts'
import { deskOf } from './objects.ts'
import { problem } from './problem.ts'

/**
 * Feeds are most of what is asked, and an isolate that was started for one, or for an object's
 * alarm, needs nothing else: pages, API and desk are loaded when they are first asked for.
 */
export default {
  async fetch(request, env, context) {
    if (isMisconfigured(env)) return misconfigured()
    try {
      const { method } = request
      const reads = method === 'GET' || method === 'HEAD'
      const asks = reads || method === 'OPTIONS'
      const wanted = asks ? feedWanted(request.url, baseUrlOf(env)) : undefined
      if (wanted === undefined) {
        const { pathname } = new URL(request.url)
        if (reads && pathname === '/healthz') return healthy()
        const router = await routerOf(pathname)
        return await router.fetch(request, env, context)
      }
      if (!reads) return preflight()
      if ('self' in wanted) {
        const answer = await serveFeed(request, env, wanted)
        return answer.status < 400 ? answer : readable(answer)
      }
      const { refuseFeed } = await import('./tell-mistake.ts')
      return readable(refuseFeed(wanted))
    } catch (error) {
      return fault(error)
    }
  },
  /** The watchdog: polling itself is done by alarms. */
  async scheduled(_controller, env) {
    await deskOf(env).watch()
  },
} satisfies ExportedHandler<BayanEnv>

/** Each router is a module that is loaded when a path of its own is first asked for. */
async function routerOf(pathname: string) {
  if (/^\/api\/v1(?:\/|$)/.test(pathname)) return (await import('./api.ts')).api
  if (/^\/desk(?:\/|$)/.test(pathname)) return (await import('./desk.tsx')).desk
  return (await import('./router.ts')).router
}

function healthy(): Response {
  return new Response('ok\n', { headers: { 'cache-control': 'no-store' } })
}

function misconfigured(): Response {
  return problem(500, 'Misconfigured', {
    en: 'ALLOW_PRIVATE_NETWORK is "true" beside a public BASE_URL. Set it to "false": it opens the network behind this server.',
    ar: 'ضُبط ALLOW_PRIVATE_NETWORK على "true" مع عنوان عام. اجعله "false" لأنه يفتح الشبكة الداخلية.',
  })
}
