import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type BayanEnv, baseUrlOf } from '../platform/env.ts'
import { ALL } from '../platform/kv-keys.ts'
import { Published } from '../platform/published.ts'
import { interfaceLanguage } from '../pages/choose-language.ts'
import { DiffPage } from '../pages/diff-page.tsx'
import { FrontPage } from '../pages/front-page.tsx'
import { PublisherPage } from '../pages/publisher-page.tsx'
import { MessagePage } from '../pages/message-page.tsx'
import { StatementPage } from '../pages/statement-page.tsx'
import { StatusPage } from '../pages/status-page.tsx'
import { STYLE } from '../pages/style.ts'
import { findStatement } from './find-statement.ts'
import { wordingsBetween } from './wordings.ts'
import { isOperator } from './operator.ts'
import { NO_SUCH_PAGE } from './problem.ts'
import { loadSnapshot } from './statements.ts'
import { currentStatus } from './status.ts'

type PageContext = Context<{ Bindings: BayanEnv }>

/** Nothing is loaded but our own style sheet; nothing may frame us, and no form leaves us. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

export const pages = new Hono<{ Bindings: BayanEnv }>()

pages.get('/style.css', () => {
  const headers = {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=3600',
  }
  return new Response(STYLE, { headers: { ...headers, 'x-content-type-options': 'nosniff' } })
})

pages.get('/', async (context) => {
  const { env } = context
  const published = new Published(env.PUBLISHED)
  const [snapshot, publishers, status] = await Promise.all([
    loadSnapshot(env, ALL),
    published.loadPublishers(),
    currentStatus(env),
  ])
  const props = { lang: languageOf(context), baseUrl: baseUrlOf(env), now: new Date() }
  return page(<FrontPage {...props} snapshot={snapshot} publishers={publishers} status={status} />)
})

pages.get('/statements/:id', async (context) => {
  const { env, req } = context
  const found = await findStatement(env, req.param('id'))
  if (found === undefined || found.erased !== undefined) return noSuchPage(context)
  const publishers = await new Published(env.PUBLISHED).loadPublishers()
  const face = publishers.find(({ id }) => id === found.statement.publisher)
  const props = { lang: languageOf(context), baseUrl: baseUrlOf(env), now: new Date() }
  const cache = found.fresh ? 'no-store' : undefined
  return page(<StatementPage {...props} published={found} face={face} />, 200, cache)
})

pages.get('/statements/:id/revisions/:number', async (context) => {
  const { env, req } = context
  const found = await findStatement(env, req.param('id'))
  const diff =
    found === undefined ? undefined : await wordingsBetween(env, found, Number(req.param('number')))
  if (found === undefined || diff === undefined || found.erased !== undefined)
    return noSuchPage(context)
  const props = { lang: languageOf(context), baseUrl: baseUrlOf(env) }
  const cache = found.fresh ? 'no-store' : undefined
  return page(<DiffPage {...props} {...diff} statement={found.statement} />, 200, cache)
})

pages.get('/publishers/:id', async (context) => {
  const { env, req } = context
  const id = req.param('id')
  const publishers = await new Published(env.PUBLISHED).loadPublishers()
  const publisher = publishers.find((one) => one.id === id)
  if (publisher === undefined) return noSuchPage(context)
  const [snapshot, status] = await Promise.all([loadSnapshot(env, id), currentStatus(env)])
  const props = { lang: languageOf(context), baseUrl: baseUrlOf(env), now: new Date() }
  return page(
    <PublisherPage {...props} snapshot={snapshot} publisher={publisher} status={status} />,
  )
})

pages.get('/status', async (context) => {
  const { env, req } = context
  const operator = await isOperator(req.raw, env)
  const props = { lang: languageOf(context), baseUrl: baseUrlOf(env), now: new Date() }
  const status = await currentStatus(env)
  const cache = operator ? 'private, no-store' : undefined
  return page(<StatusPage {...props} status={status} operator={operator} />, 200, cache)
})

pages.notFound((context) => noSuchPage(context))

function noSuchPage(context: PageContext): Response | Promise<Response> {
  const lang = languageOf(context)
  const title = lang === 'ar' ? 'لا شيء هنا' : 'Nothing here'
  const props = { lang, baseUrl: baseUrlOf(context.env), title, text: NO_SUCH_PAGE[lang] }
  return page(<MessagePage {...props} />, 404, 'no-store')
}

/** The language of the interface, as the reader asks for it. */
export function languageOf({ req }: PageContext) {
  return interfaceLanguage({
    query: req.query('lang'),
    acceptLanguage: req.header('accept-language'),
  })
}

/** A page with the headers that every page has. */
export async function page(
  content: JSX.Element | Promise<JSX.Element>,
  status = 200,
  cache = 'public, max-age=15',
): Promise<Response> {
  return new Response(String(await content), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': cache,
      vary: 'accept-language, accept-encoding',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}
