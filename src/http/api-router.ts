import { Hono } from 'hono/tiny'
import type { BayanEnv } from '../platform/env.ts'
import { api } from './api.ts'
import { fault } from './fault.ts'
import { noSuchCall } from './problem.ts'

/** The API at its addresses: a module of its own, since pages and feeds mostly do without. */
export const apiRouter = new Hono<{ Bindings: BayanEnv }>()

apiRouter.route('/api/v1', api)
apiRouter.notFound(({ req }) => noSuchCall(req.raw))
apiRouter.onError(fault)
