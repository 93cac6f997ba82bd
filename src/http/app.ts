import { Hono } from 'hono'
import { type BayanEnv, isMisconfigured } from '../platform/env.ts'
import { ALL, kvKeys } from '../platform/kv-keys.ts'
import { api } from './api.ts'
import { feedFile, feedKeyOf, serveFeed, serveOpml, watchFeedFile } from './feeds.ts'
import { deskOf } from './objects.ts'
import { serveMetrics } from './metrics.ts'
import { pages } from './pages.tsx'
import { NO_SUCH_PAGE, notFound, problem } from './problem.ts'

const app = new Hono<{ Bindings: BayanEnv }>()

app.use('*', async ({ env }, next) => {
  if (isMisconfigured(env)) {
    return problem(500, 'Misconfigured', {
      en: 'ALLOW_PRIVATE_NETWORK is "true" beside a public BASE_URL. Set it to "false": it opens the network behind this server.',
      ar: 'ضُبط ALLOW_PRIVATE_NETWORK على "true" مع عنوان عام. اجعله "false" لأنه يفتح الشبكة الداخلية.',
    })
  }
  await next()
  return undefined
})

app.get('/healthz', () => new Response('ok\n', { headers: { 'cache-control': 'no-store' } }))
app.get('/metrics', async ({ req, env }) => await serveMetrics(req.raw, env))
app.get('/feeds.opml', async ({ env }) => await serveOpml(env))
app.get('/feeds/watch/:file', async ({ req, env }) => {
  const file = watchFeedFile(req.param('file'))
  if (file === undefined) return notFound(NO_SUCH_PAGE)
  const { watch, key, extension } = file
  const place = { path: `/feeds/watch/${watch}.${key}`, title: watch }
  return await serveFeed(req.raw, env, {
    key: kvKeys.watchFeed(watch, key),
    language: 'both',
    extension,
    place,
    isPrivate: true,
  })
})
app.get('/feeds/:publisher/:file', async ({ req, env }) => {
  const file = feedFile(req.param('file'))
  if (file === undefined) return notFound(NO_SUCH_PAGE)
  const of = req.param('publisher')
  return await serveFeed(req.raw, env, {
    key: feedKeyOf(of === ALL ? ALL : of),
    ...file,
    isPrivate: false,
  })
})
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

app.onError((error) => {
  console.error(JSON.stringify({ at: 'http', error: error.stack ?? error.message }))
  return problem(500, 'Fault', {
    en: 'A fault in Bayan stopped this request. The log tells more.',
    ar: 'أوقف خللٌ في بيان هذا الطلب. السجل يوضح السبب.',
  })
})

export default {
  fetch: app.fetch,
  /** The watchdog: polling itself is done by alarms. */
  async scheduled(_controller, env) {
    await deskOf(env).watch()
  },
} satisfies ExportedHandler<BayanEnv>
