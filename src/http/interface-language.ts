import type { Context } from 'hono'
import { interfaceLanguage } from '../pages/choose-language.ts'
import type { BayanEnv } from '../platform/env.ts'
import type { Language } from '../text/language.ts'

export type PageContext = Context<{ Bindings: BayanEnv }>

/** The language in which a page answers: by its address, else as the browser wishes. */
export function languageOf({ req }: PageContext): Language {
  return interfaceLanguage({
    query: req.query('lang'),
    acceptLanguage: req.header('accept-language'),
  })
}
