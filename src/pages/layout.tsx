import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { LANGUAGES, type Language, directionOf } from '../text/language.ts'
import { ALL_STATEMENTS } from '../feeds/feed-words.ts'
import { type FeedLink, feedLinks } from './feed-links.ts'
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
  readonly children: Child
}

/**
 * What all pages share. There is no script and no style inside a page: its Content-Security-Policy
 * forbids both, so that what slips through any other guard still cannot run.
 */
export function Layout({ lang, baseUrl, path, title, children, ...rest }: LayoutProps) {
  const words = PAGE_WORDS[lang]
  const feeds = rest.feeds ?? feedLinks(baseUrl, 'all', ALL_STATEMENTS, [lang])
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
          {path === undefined ? (
            <meta name="robots" content="noindex" />
          ) : (
            canonical(baseUrl + path)
          )}
          {feeds.map(announced)}
          <link rel="stylesheet" href="/style.css" />
        </head>
        <body>
          <a class="skip" href="#content">
            {words.skip}
          </a>
          <Header {...{ lang, path }} />
          <main id="content" tabindex={-1}>
            {children}
          </main>
          <footer>
            <p>{words.footer}</p>
          </footer>
        </body>
      </html>
    </>
  )
}

/**
 * By template, not by JSX: hono lifts each `<link>` of a page into the head by searching the whole
 * rendered page for it, once for each of them. Templates escape like JSX.
 */
function canonical(address: string) {
  return html`<link rel="canonical" href="${address}" />`
}

function announced({ type, hreflang, title, href }: FeedLink) {
  const language = hreflang === undefined ? '' : html`hreflang="${hreflang}"`
  return html`<link rel="alternate" type="${type}" ${language} title="${title}" href="${href}" />`
}

function Header({ lang, path }: Pick<LayoutProps, 'lang' | 'path'>) {
  const current = (of: string) => (path === of ? 'page' : undefined)
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
        {LANGUAGES.filter((other) => other !== lang).map((other) => (
          <a href={`?lang=${other}`} lang={other} hreflang={other} dir={directionOf(other)}>
            {PAGE_WORDS[other].languageNames[other]}
          </a>
        ))}
      </nav>
    </header>
  )
}
