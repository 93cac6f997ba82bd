import type { Language } from '../text/language.ts'
import { Layout } from './layout.tsx'
import { MixedText } from './mixed-text.tsx'
import { pagePath } from './page-path.ts'
import { PAGE_WORDS } from './words-table.ts'

export interface MessagePageProps {
  readonly lang: Language
  readonly baseUrl: string
  /** Both in the language of the interface. */
  readonly title: string
  readonly text: string
}

/** A page that says one thing: there is nothing here, try later. */
export function MessagePage({ lang, baseUrl, title, text }: MessagePageProps) {
  return (
    <Layout {...{ lang, baseUrl, title }} path={undefined}>
      <h1>
        <MixedText text={title} language={lang} />
      </h1>
      <p>
        <MixedText text={text} language={lang} />
      </p>
      <p>
        <a href={pagePath('/', lang)}>{PAGE_WORDS[lang].toFrontPage}</a>
      </p>
    </Layout>
  )
}
