import { ALL } from '../feeds/feed-address.ts'
import { LANGUAGES, type Language, directionOf } from '../text/language.ts'
import { ALL_STATEMENTS } from '../feeds/feed-words.ts'
import { type FeedLink, feedLinks } from './feed-links.ts'
import { type Child, raw } from './jsx-runtime.ts'
import { pagePath } from './page-path.ts'
import { PAGE_WORDS } from './words-table.ts'

export interface LayoutProps {
  /** The language of the interface; statements have their own. */
  readonly lang: Language
  /** Public address of this deployment, without a slash at the end. */
  readonly baseUrl: string
  /** The page's own path; undefined for errors, which have no address of their own. */
  readonly path: string | undefined
  readonly title: string
  /** What readers discover here; by default the feeds of all. */
  readonly feeds?: readonly FeedLink[]
  /** What the address asks for beside the language, kept when the language is changed. */
  readonly query?: URLSearchParams | undefined
  /** The operator's pages: no search engine keeps them, and none is named as their address. */
  readonly isPrivate?: boolean
  readonly children: Child
}

/**
 * What all pages share. There is no script and no style inside a page: its Content-Security-Policy
 * forbids both, so that what slips through any other guard still cannot run.
 */
export function Layout(props: LayoutProps) {
  const { lang, baseUrl, path, title, query, isPrivate = false, children } = props
  const feeds = props.feeds ?? feedLinks(baseUrl, ALL, ALL_STATEMENTS, [lang])
  const words = PAGE_WORDS[lang]
  const isFront = path === '/'
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={lang} dir={directionOf(lang)}>
        <head>
          <meta charset="utf-8" />
          <title>
            {isFront ? `${words.product}: ${words.tagline}` : `${title} \u2013 ${words.product}`}
          </title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          {path === undefined || isPrivate ? (
            <meta name="robots" content="noindex" />
          ) : (
            <link rel="canonical" href={baseUrl + path} />
          )}
          {feeds.map(announced)}
          <link rel="icon" href="/icon.svg" />
          <link rel="stylesheet" href="/style.css" />
          <script src="/script.js" defer="defer"></script>
        </head>
        <body>
          <a class="skip" href="#content">
            {words.skip}
          </a>
          <Header {...{ lang, path, query }} />
          <main id="content" tabindex={-1}>
            {children}
          </main>
          <footer>
            <p>{words.footer}</p>
            <p>
              <a href={pagePath('/api', lang)}>API</a>
            </p>
          </footer>
        </body>
      </html>
    </>
  )
}

function announced({ type, hreflang, title, href }: FeedLink) {
  return <link rel="alternate" {...{ type, hreflang, title, href }} />
}

function Header({ lang, path, query }: Pick<LayoutProps, 'lang' | 'path' | 'query'>) {
  const current = (of: string) => (path === of ? 'page' : undefined)
  const isDesk = path?.startsWith('/desk') === true
  const words = PAGE_WORDS[lang]
  return (
    <header>
      <a class="brand" href={pagePath('/', lang)}>
        {words.product}
      </a>
      <nav aria-label={words.mainMenu}>
        <a href={pagePath('/', lang)} aria-current={current('/')}>
          {words.frontPage}
        </a>
        <a href={pagePath('/status', lang)} aria-current={current('/status')}>
          {words.status}
        </a>
        <a href="/feeds.opml">{words.opml}</a>
        <a href={pagePath('/desk', lang)} aria-current={isDesk ? 'true' : undefined}>
          {words.desk}
        </a>
        {LANGUAGES.filter((other) => other !== lang).map((other) => (
          <a
            href={inOther(path, query, other)}
            lang={other}
            hreflang={other}
            dir={directionOf(other)}
          >
            {PAGE_WORDS[other].languageNames[other]}
          </a>
        ))}
      </nav>
    </header>
  )
}

/** The same page in another language: what was asked for stays. An error has no address of its own. */
function inOther(path: string | undefined, query: URLSearchParams | undefined, other: Language) {
  const asked = new URLSearchParams(query)
  asked.delete('lang')
  asked.set('lang', other)
  return `${path ?? ''}?${asked.toString()}`
}
