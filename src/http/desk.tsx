import { Hono } from 'hono/tiny'
import * as v from 'valibot'
import { deskWords, lacksDeskWords } from '../pages/desk/desk-words.ts'
import { OverviewPage } from '../pages/desk/overview-page.tsx'
import { SignInPage } from '../pages/desk/sign-in-page.tsx'
import { MessagePage } from '../pages/message-page.tsx'
import { type BayanEnv, baseUrlOf } from '../platform/env.ts'
import { readForm, typed } from './admission.ts'
import {
  endpointAnswer,
  floodsAnswer,
  listOf,
  publisherAnswer,
  watchAnswer,
} from './answer-schemas.ts'
import { atDesk, deskPage, read, refusalIn, sentOn } from './desk-answers.ts'
import { deskBackup } from './desk-backup.tsx'
import { deskConcepts } from './desk-concepts.tsx'
import { deskDeliveries } from './desk-deliveries.tsx'
import { type Entry, doorShut, entryOf, mayHoldSession, refuseToken } from './desk-door.ts'
import { deskEndpoints } from './desk-endpoints.tsx'
import { noSession, sessionCookie } from './desk-session.ts'
import { deskPublishers } from './desk-publishers.tsx'
import { deskSources } from './desk-sources.tsx'
import { deskTranslation } from './desk-translation.tsx'
import { deskWatches } from './desk-watches.tsx'
import { fault } from './fault.ts'
import { loadDeskWords } from './load-desk-words.ts'
import { type PageContext, languageOf } from './interface-language.ts'
import { noSuchPage } from './no-such-page.tsx'
import { deskOf } from './objects.ts'
import { isSameOrigin } from './same-origin.ts'
import { currentStatus } from './status.ts'

/**
 * The operator's pages. Everything but signing in needs a session, every write our own origin. A module
 * of its own, since readers never need it.
 */
export const desk = new Hono<{ Bindings: BayanEnv }>().basePath('/desk')

desk.notFound((context) => noSuchPage(context))
desk.onError(fault)

desk.use('*', async (context, next) => {
  const { env, req } = context
  if (lacksDeskWords()) await loadDeskWords(env)
  if (req.method !== 'GET' && req.method !== 'HEAD' && !isSameOrigin(req.raw, env)) {
    const lang = languageOf(context)
    const t = deskWords(lang)
    const props = { lang, baseUrl: baseUrlOf(env), title: t('refused'), text: t('foreign') }
    return deskPage(<MessagePage {...props} />, 403)
  }
  if (req.path === '/desk/sign-in' && req.method === 'POST') return await signIn(context)
  const entry = await entryOf(req.raw, env, Date.now())
  if (entry.kind === 'stranger') {
    const told =
      entry.why === undefined ? undefined : deskWords(languageOf(context))(ACCESS[entry.why])
    return await signInPage(context, req.method === 'GET' ? req.path : '/desk', 401, told)
  }
  if (req.path === '/desk/sign-out' && req.method === 'POST') return await signOut(context, entry)
  await next()
  return undefined
})

desk.get('/', async (context) => {
  const { api, props } = atDesk(context)
  const [publishers, endpoints, watches, floods, status] = await Promise.all([
    read(api, '/publishers', listOf(publisherAnswer)),
    read(api, '/endpoints', listOf(endpointAnswer)),
    read(api, '/watches', listOf(watchAnswer)),
    api('GET', '/floods'),
    currentStatus(context.env),
  ])
  const held = v.safeParse(floodsAnswer, floods.body)
  return deskPage(
    <OverviewPage
      {...props}
      publishers={publishers.items}
      hasEndpoints={endpoints.items.length > 0}
      hasWatches={watches.items.length > 0}
      floods={held.success ? held.output.items.filter(({ state }) => state === 'held') : []}
      silent={[...(held.success ? held.output.silent : []), ...(status?.silent ?? [])]}
      status={status}
    />,
  )
})

desk.post('/floods/:id/:how{release|dismiss}', async (context) => {
  const { api, lang } = atDesk(context)
  const { id, how } = context.req.param()
  const refusal = refusalIn(await api('POST', `/floods/${encodeURIComponent(id)}/${how}`))
  // Somebody else settled it meanwhile: the list that follows shows so.
  return sentOn(
    '/desk',
    lang,
    refusal === undefined ? (how === 'release' ? 'released' : 'dismissed') : undefined,
  )
})

desk.route('/sources', deskSources)
desk.route('/publishers', deskPublishers)
desk.route('/watches', deskWatches)
desk.route('/concepts', deskConcepts)
desk.route('/endpoints', deskEndpoints)
desk.route('/deliveries', deskDeliveries)
desk.route('/backup', deskBackup)
desk.route('/translation', deskTranslation)

/** Why Cloudflare Access did not open the door. */
const ACCESS = {
  'not-for-us': 'accessNotForUs',
  'unknown-key': 'accessUnknownKey',
  'keys-unreachable': 'accessKeysUnreachable',
  'keys-malformed': 'accessKeysMalformed',
} as const

/** Ends the session everywhere, a copy of it too; Access has a session of its own, which it ends itself. */
async function signOut(
  context: PageContext,
  { by, session }: Extract<Entry, { readonly kind: 'entered' }>,
): Promise<Response> {
  const { env } = context
  await deskOf(env).endSession(session.id, session.until)
  const response = sentOn('/desk', languageOf(context), 'signedOut', noSession(env))
  if (by === 'access') response.headers.set('location', '/cdn-cgi/access/logout')
  return response
}

/** Paths of the desk alone: an address from elsewhere must not choose where a sign-in leads. */
const DESK_PATH = /^\/desk(?:\/[a-z0-9-]+){0,3}$/

async function signIn(context: PageContext): Promise<Response> {
  const { env, req } = context
  const lang = languageOf(context)
  const form = await readForm(req.raw)
  if (form.kind === 'refused') return form.response
  const to = form.value.get('to') ?? ''
  const path = DESK_PATH.test(to) && to !== '/desk/sign-in' ? to : '/desk'
  if (!mayHoldSession(env)) return await signInPage(context, path, 403)
  const refused = await refuseToken(typed(form.value, 'token'), req.raw, env)
  if (refused === undefined) {
    return sentOn(path, lang, undefined, await sessionCookie(env, Date.now()))
  }
  if (refused.status === 401) {
    return await signInPage(context, path, 401, deskWords(lang)('wrongToken'))
  }
  return await signInPage(context, path, refused.status, await toldBy(refused, lang))
}

/** The sign-in page, or in its place why there is no signing in here. */
async function signInPage(
  context: PageContext,
  to: string,
  status: number,
  told?: string,
): Promise<Response> {
  const { env } = context
  const lang = languageOf(context)
  const shut = await doorShut(env)
  const isOpen = shut === undefined && mayHoldSession(env)
  const why =
    shut === undefined ? (isOpen ? told : deskWords(lang)('notHere')) : await toldBy(shut, lang)
  const isCalm = why === undefined && context.req.query('done') === 'signedOut'
  const said = isCalm ? deskWords(lang)('signedOut') : why
  const props = { lang, baseUrl: baseUrlOf(env), isOpen, told: said, isCalm }
  return deskPage(
    <SignInPage {...props} to={DESK_PATH.test(to) ? to : '/desk'} />,
    shut === undefined ? status : 503,
  )
}

async function toldBy(problem: Response, lang: 'ar' | 'en'): Promise<string> {
  return refusalIn({ status: problem.status, body: await problem.json() })?.told[lang] ?? ''
}
