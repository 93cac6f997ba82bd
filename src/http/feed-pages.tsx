import type { Context } from 'hono'
import { ALL } from '../feeds/feed-address.ts'
import { entriesWanted } from '../feeds/feed-document.ts'
import { ALL_STATEMENTS, completed } from '../feeds/feed-words.ts'
import { parseFor } from '../feeds/parse-snapshot.ts'
import { FeedPage } from '../pages/feed-page.tsx'
import { type BayanEnv, baseUrlOf } from '../platform/env.ts'
import { Published } from '../platform/published.ts'
import type { Words } from '../text/language.ts'
import { feedWanted } from './feed-wanted.ts'
import { languageOf } from './interface-language.ts'
import { page } from './page-answer.ts'
import { NO_SUCH_PAGE, notFound, problem } from './problem.ts'

type PageContext = Context<{ Bindings: BayanEnv }>

/** The page beside a feed, at the feed's address without its ending. */
export async function serveFeedPage(context: PageContext): Promise<Response> {
  const { env, req } = context
  const baseUrl = baseUrlOf(env)
  const wanted = feedWanted(`${baseUrl}${req.path}.atom`, baseUrl)
  if (wanted === undefined || !('self' in wanted)) return notFound(NO_SUCH_PAGE)
  const { of, kind, language, key, self } = wanted
  // A watch's feed has no page: its address is a secret.
  if (kind.kind === 'watch') return notFound(NO_SUCH_PAGE)
  if (!takesHtml(req.header('accept'))) return notAcceptable(self)
  const name = await nameOf(of, env)
  if (name === undefined) return notFound(NO_SUCH_PAGE)
  const bytes = await new Published(env.PUBLISHED).loadBytes(key)
  const whole = bytes === undefined ? undefined : parseFor(kind, bytes)
  const snapshot = whole && { ...whole, entries: entriesWanted(whole, { kind, language }) }
  const props = { lang: languageOf(context), baseUrl, of, name, kind, language, snapshot }
  return page(<FeedPage {...props} />)
}

async function nameOf(of: string, env: BayanEnv): Promise<Words | undefined> {
  if (of === ALL) return ALL_STATEMENTS
  const publishers = await new Published(env.PUBLISHED).loadPublishers()
  const publisher = publishers.find(({ id }) => id === of)
  return publisher && completed(publisher.name, of)
}

/** A reader that asks the page for a feed: the formats have addresses of their own. */
function takesHtml(accept: string | undefined): boolean {
  return accept === undefined || /text\/html|application\/xhtml|text\/\*|\*\/\*/i.test(accept)
}

function notAcceptable(feed: string): Response {
  return problem(
    406,
    'Not acceptable',
    {
      en: `This is a page. The feed is at ${feed}.`,
      ar: `هذه صفحة. الخلاصة في ${feed}.`,
    },
    {
      headers: { link: `<${feed}>; rel="alternate"; type="application/atom+xml"`, vary: 'accept' },
    },
  )
}
