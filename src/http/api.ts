import { Hono } from 'hono/tiny'
import type { ToldPoll } from '../objects/tell-polls.ts'
import type { BayanEnv } from '../platform/env.ts'
import { items, json } from './answers.ts'
import { eraseStatement, importLines, rebuild, serveExport } from './archive.ts'
import { replaceConfig, serveConfig } from './config.ts'
import { refuseUnknownParameters } from './call-parameters.ts'
import { deliveries } from './deliveries.ts'
import { replaySince, rotateSecret, sendTest } from './endpoint-calls.ts'
import { fault } from './fault.ts'
import { floods } from './floods.ts'
import { deskOf, frontOf, publisherOf } from './objects.ts'
import { refuseStranger } from './operator.ts'
import { moveOwnHealthFeed, serveOwnHealthFeed } from './own-health-feed.ts'
import { servePreview } from './preview.ts'
import { noSuchCall, notFound, problem } from './problem.ts'
import { limitSearches } from './rate-limit.ts'
import { conceptSettings, endpointSettings, publisherSettings, watchSettings } from './settings.ts'
import { statements } from './statements.ts'
import { forgetStatus, serveStatus } from './status.ts'
import { removeTranslation, saveTranslation, serveTranslation } from './translation.ts'
import { listPairs, tieTranslation, untieTranslation } from './translations.ts'
import { tryWatch } from './try-watch.ts'
import { judgeVolatile, listVolatile } from './volatile.ts'

/**
 * Everything below `/api/v1`: public reads first, then what needs the operator's token. A module of its
 * own, since pages and feeds mostly do without.
 */
export const api = new Hono<{ Bindings: BayanEnv }>().basePath('/api/v1')

api.onError(fault)

api.get('/statements/*', refuseUnknownParameters)
api.get('/status', refuseUnknownParameters)
api.use('/statements', limitSearches)
api.route('/statements', statements)
api.get('/status', async ({ req, env }) => await serveStatus(req.raw, env))

api.use('*', async ({ req, env }, next) => {
  const refused = await refuseStranger(req.raw, env)
  if (refused !== undefined) return refused
  await next()
  // Who just changed something and looks at the status wants to see it there.
  if (req.method !== 'GET') forgetStatus()
  return undefined
})

api.use('*', refuseUnknownParameters)

api.post('/publishers/:id/poll', async ({ req, env }) => await pollNow(env, req.param('id')))
api.put('/statements/:id/translation', async ({ req, env }) => {
  return await tieTranslation(req.raw, env, req.param('id'))
})
api.delete('/statements/:id/translation', async ({ req, env }) => {
  return await untieTranslation(env, req.param('id'))
})
api.get('/publishers/:id/pairs', async ({ req, env }) => await listPairs(env, req.param('id')))
api.get(
  '/publishers/:id/volatile',
  async ({ req, env }) => await listVolatile(env, req.param('id')),
)
api.put('/publishers/:id/volatile', async ({ req, env }) => {
  return await judgeVolatile(req.raw, env, req.param('id'))
})
api.post('/statements/:id/erase', async ({ req, env }) => {
  return await eraseStatement(req.raw, env, req.param('id'))
})
api.get('/clusters', async ({ env }) => json(items(await frontOf(env).clusters())))
api.get('/export', async ({ env }) => await serveExport(env))
api.post('/import', async ({ req, env }) => await importLines(req.raw, env))
api.post('/rebuild', async ({ req, env }) => await rebuild(req.raw, env))
api.post('/preview', async ({ req, env }) => await servePreview(req.raw, env))
api.post('/watches/try', async ({ req, env }) => await tryWatch(req.raw, env))
api.post('/watches/:id/rotate-feed-key', async ({ req, env }) => {
  const id = req.param('id')
  const key = await deskOf(env).rotateFeedKey(id)
  if (key === undefined)
    return notFound({ en: `There is no watch "${id}".`, ar: `لا توجد مراقبة باسم "${id}".` })
  return json({ watch: id, key })
})
api.get('/health-feed', async ({ env }) => await serveOwnHealthFeed(env))
api.post('/health-feed/rotate-key', async ({ env }) => await moveOwnHealthFeed(env))
api.post('/endpoints/:id/test', async ({ req, env }) => await sendTest(env, req.param('id')))
api.post(
  '/endpoints/:id/replay',
  async ({ req, env }) => await replaySince(req.raw, env, req.param('id')),
)
api.post(
  '/endpoints/:id/rotate-secret',
  async ({ req, env }) => await rotateSecret(req.raw, env, req.param('id')),
)
api.get('/config', async ({ req, env }) => await serveConfig(req.raw, env))
api.put('/config', async ({ req, env }) => await replaceConfig(req.raw, env))
api.get('/translation', async ({ env }) => await serveTranslation(env))
api.put('/translation', async ({ req, env }) => await saveTranslation(req.raw, env))
api.delete('/translation', async ({ env }) => await removeTranslation(env))

api.route('/publishers', publisherSettings)
api.route('/watches', watchSettings)
api.route('/concepts', conceptSettings)
api.route('/endpoints', endpointSettings)
api.route('/deliveries', deliveries)
api.route('/floods', floods)
api.all('*', ({ req }) => noSuchCall(req.raw))

/** Polls a publisher's sources now, also while they back off; answers when the changes are kept. */
async function pollNow(env: BayanEnv, id: string): Promise<Response> {
  const publisher = (await deskOf(env).publishers()).find((one) => one.id === id)
  if (publisher === undefined) {
    return notFound({ en: `There is no publisher "${id}".`, ar: `لا توجد جهة باسم "${id}".` })
  }
  if (publisher.paused) {
    return problem(409, 'Paused', {
      en: `"${id}" is paused. Save it with "paused": false first.`,
      ar: `"${id}" موقوفة. احفظها أولًا مع "paused": false.`,
    })
  }
  const polls: ToldPoll[] = await publisherOf(env, id).pollNow()
  return json({ polls })
}
