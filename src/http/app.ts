import { Hono } from 'hono/tiny'
import { type BayanEnv, baseUrlOf, isMisconfigured } from '../platform/env.ts'
import { api } from './api.ts'
import { serveFeedPage } from './feed-pages.tsx'
import { feedWanted } from './feed-wanted.ts'
import { serveFeed, serveOpml } from './feeds.ts'
import { deskOf } from './objects.ts'
import { serveMetrics } from './metrics.ts'
import { noSuchPage, pages } from './pages.tsx'
import { NO_SUCH_PAGE, noSuchCall, notFound, problem, unprocessableQuery } from './problem.ts'
import { serveHub } from './websub.ts'

const app = new Hono<{ Bindings: BayanEnv }>()

app.get('/healthz', () => new Response('ok\n', { headers: { 'cache-control': 'no-store' } }))
app.get('/metrics', async ({ req, env }) => await serveMetrics(req.raw, env))
app.all('/websub', async ({ req, env }) => await serveHub(req.raw, env))
app.get('/feeds.opml', async ({ env }) => await serveOpml(env))
app.get('/feeds/:of/:name', async (context) => await serveFeedPage(context))
app.get('/feeds/*', () => notFound(NO_SUCH_PAGE))

app.all('/feeds/*', () =>
  problem(
    405,
    'Method not allowed',
    { en: 'Feeds are read with GET or HEAD.', ar: 'تُقرأ الخلاصات بـ GET أو HEAD.' },
    { headers: { allow: 'GET, HEAD' } },
  ),
)
app.route('/api/v1', api)
app.route('/', pages)
app.all('/api/*', ({ req }) => noSuchCall(req.raw))

app.notFound((context) => noSuchPage(context))
app.onError(fault)

export default {
  async fetch(request, env, context) {
    if (isMisconfigured(env)) return misconfigured()
    const { method } = request
    const reads = method === 'GET' || method === 'HEAD'
    const wanted = reads ? feedWanted(request.url, baseUrlOf(env)) : undefined
    if (wanted === undefined) return await app.fetch(request, env, context)
    try {
      if (!('self' in wanted)) return unprocessableQuery(wanted)
      return await serveFeed(request, env, wanted)
    } catch (error) {
      return fault(error)
    }
  },
  /** The watchdog: polling itself is done by alarms. */
  async scheduled(_controller, env) {
    await deskOf(env).watch()
  },
} satisfies ExportedHandler<BayanEnv>

function misconfigured(): Response {
  return problem(500, 'Misconfigured', {
    en: 'ALLOW_PRIVATE_NETWORK is "true" beside a public BASE_URL. Set it to "false": it opens the network behind this server.',
    ar: 'ضُبط ALLOW_PRIVATE_NETWORK على "true" مع عنوان عام. اجعله "false" لأنه يفتح الشبكة الداخلية.',
  })
}

function fault(error: unknown): Response {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(JSON.stringify({ at: 'http', error: detail }))
  return problem(500, 'Fault', {
    en: 'A fault in Bayan stopped this request. The log tells more.',
    ar: 'أوقف خللٌ في بيان هذا الطلب. السجل يوضح السبب.',
  })
}
