import { Hono } from 'hono/tiny'
import type { BayanEnv } from '../platform/env.ts'
import { desk } from './desk.tsx'
import { fault } from './fault.ts'
import { noSuchPage } from './no-such-page.tsx'

/** The operator's pages at their addresses: a module of its own, since readers never need it. */
export const deskRouter = new Hono<{ Bindings: BayanEnv }>()

deskRouter.route('/desk', desk)
deskRouter.notFound((context) => noSuchPage(context))
deskRouter.onError(fault)
