import { Hono } from 'hono/tiny'
import { ALL } from '../feeds/feed-address.ts'
import { type BayanEnv, baseUrlOf } from '../platform/env.ts'
import { HEALTH } from '../platform/kv-keys.ts'
import { Published } from '../platform/published.ts'
import { ApiPage } from '../pages/api-page.tsx'
import { DiffPage } from '../pages/diff-page.tsx'
import { FrontPage } from '../pages/front-page.tsx'
import { PublisherPage } from '../pages/publisher-page.tsx'
import { StatementPage } from '../pages/statement-page.tsx'
import { statusBadge } from '../pages/status-badge.ts'
import { StatusPage } from '../pages/status-page.tsx'
import { LANGUAGES } from '../text/language.ts'
import { describedCalls } from './described-calls.ts'
import { findStatement } from './find-statement.ts'
import { languageOf } from './interface-language.ts'
import { wordingsBetween } from './wordings.ts'
import { noSuchPage } from './no-such-page.tsx'
import { isOperator } from './operator.ts'
import { page } from './page-answer.ts'
import { limitSearches } from './rate-limit.ts'
import { findStatements, searchIn } from './statement-search.ts'
import { loadSnapshot } from './statements.ts'
import { currentStatus, publicStatus } from './status.ts'
import { failureWords } from './translation-words.ts'

export const pages = new Hono<{ Bindings: BayanEnv }>()

pages.use('/', limitSearches)

pages.get('/', async (context) => {
  const { env } = context
  const lang = languageOf(context)
  const search = searchIn(context)
  const answer = await findStatements(search, context)
  // A search stands in place of what is newest, and has read enough.
  const isSearch = answer.found !== undefined || answer.fault !== undefined
  const [publishers, snapshot, status] = await Promise.all([
    new Published(env.PUBLISHED).loadPublishers(),
    isSearch ? undefined : loadSnapshot(env, ALL),
    isSearch ? undefined : publicStatus(env),
  ])
  const props = { lang, baseUrl: baseUrlOf(env), now: new Date(), search, ...answer }
  return page(
    <FrontPage {...props} snapshot={snapshot} publishers={publishers} status={status} />,
    answer.fault === undefined ? {} : { status: 422, cache: 'no-store' },
  )
})

// What people type who know sites with a language in the path.
for (const language of LANGUAGES) {
  pages.get(`/${language}`, (context) => context.redirect(`/?lang=${language}`))
}

pages.get('/statements/:id', async (context) => {
  const { env, req } = context
  const found = await findStatement(env, req.param('id'))
  if (found === undefined || found.erased !== undefined) return noSuchPage(context)
  const [publishers, partner] = await Promise.all([
    new Published(env.PUBLISHED).loadPublishers(),
    findStatement(env, found.statement.translation?.id ?? ''),
  ])
  const props = { lang: languageOf(context), baseUrl: baseUrlOf(env), now: new Date() }
  const cache = found.fresh ? { cache: 'no-store' } : {}
  return page(
    <StatementPage
      {...props}
      published={found}
      partner={partner?.statement}
      publishers={publishers}
    />,
    cache,
  )
})

pages.get('/statements/:id/revisions/:number', async (context) => {
  const { env, req } = context
  const found = await findStatement(env, req.param('id'))
  const diff =
    found === undefined ? undefined : await wordingsBetween(env, found, Number(req.param('number')))
  if (found === undefined || diff === undefined || found.erased !== undefined)
    return noSuchPage(context)
  const props = { lang: languageOf(context), baseUrl: baseUrlOf(env) }
  const cache = found.fresh ? { cache: 'no-store' } : {}
  return page(<DiffPage {...props} {...diff} statement={found.statement} />, cache)
})

pages.get('/publishers/:id', async (context) => {
  const { env, req } = context
  const id = req.param('id')
  const publishers = await new Published(env.PUBLISHED).loadPublishers()
  const publisher = publishers.find((one) => one.id === id)
  if (publisher === undefined) return noSuchPage(context)
  const [snapshot, status] = await Promise.all([loadSnapshot(env, id), publicStatus(env)])
  const props = { lang: languageOf(context), baseUrl: baseUrlOf(env), now: new Date() }
  return page(
    <PublisherPage {...props} snapshot={snapshot} publisher={publisher} status={status} />,
  )
})

pages.get('/status', async (context) => {
  const { env, req } = context
  const operator = await isOperator(req.raw, env)
  const props = { lang: languageOf(context), baseUrl: baseUrlOf(env), now: new Date() }
  const known = operator ? currentStatus(env) : publicStatus(env)
  const [status, history] = await Promise.all([known, loadSnapshot(env, HEALTH)])
  const cache = operator ? { cache: 'private, no-store' } : {}
  const failing = operator ? status?.translation?.failing : undefined
  const words = failing && (await failureWords(failing.reason, env))
  const mend = words?.[props.lang]
  return page(<StatusPage {...props} {...{ status, operator, history, mend }} />, cache)
})

pages.get('/status.svg', async (context) => {
  const badge = statusBadge(await currentStatus(context.env), languageOf(context))
  return new Response(badge, {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=60',
      vary: 'accept-language',
      // A picture of ours that somebody opens by itself runs nothing either.
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    },
  })
})

pages.get('/api', async (context) => {
  const { env } = context
  const props = { lang: languageOf(context), baseUrl: baseUrlOf(env) }
  return page(<ApiPage {...props} calls={await describedCalls(env)} />)
})
