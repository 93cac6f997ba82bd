import { MessagePage } from '../pages/message-page.tsx'
import { baseUrlOf } from '../platform/env.ts'
import { type PageContext, languageOf } from './interface-language.ts'
import { page } from './page-answer.ts'
import { NO_SUCH_PAGE } from './problem.ts'

/** Whatever no route knows. */
export function noSuchPage(context: PageContext): Response | Promise<Response> {
  const lang = languageOf(context)
  const title = lang === 'ar' ? 'لا شيء هنا' : 'Nothing here'
  const props = { lang, baseUrl: baseUrlOf(context.env), title, text: NO_SUCH_PAGE[lang] }
  return page(<MessagePage {...props} />, { status: 404, cache: 'no-store' })
}
