import { Hono } from 'hono/tiny'
import type { BayanEnv } from '../platform/env.ts'
import { fault } from './fault.ts'
import { serveFeedPage } from './feed-pages.tsx'
import { serveOpml } from './opml.ts'
import { serveMetrics } from './metrics.ts'
import { noSuchPage } from './no-such-page.tsx'
import { pages } from './pages.tsx'
import { NO_SUCH_PAGE, noSuchCall, notFound, problem } from './problem.ts'
import { serveHub } from './websub.ts'

/** What is asked for besides feeds, API and desk: a module of its own, loaded when it is first needed. */
export const router = new Hono<{ Bindings: BayanEnv }>()

router.get('/metrics', async ({ req, env }) => await serveMetrics(req.raw, env))
router.all('/websub', async ({ req, env }) => await serveHub(req.raw, env))
router.get('/feeds.opml', async ({ env }) => await serveOpml(env))
router.get('/feeds/:of/:name', async (context) => await serveFeedPage(context))
router.get('/feeds/*', () => notFound(NO_SUCH_PAGE))

router.all('/feeds/*', () =>
  problem(
    405,
    'Method not allowed',
    { en: 'Feeds are read with GET or HEAD.', ar: 'تُقرأ الخلاصات بـ GET أو HEAD.' },
    { headers: { allow: 'GET, HEAD' } },
  ),
)
router.route('/', pages)
router.all('/api/*', ({ req }) => noSuchCall(req.raw))

router.notFound((context) => noSuchPage(context))
router.onError(fault)
