import { type DateReading, parseDate } from '../text/dates.ts'
import { htmlToText } from '../text/html-text.ts'
import type { Instant } from '../text/instant.ts'
import type { Words } from '../text/language.ts'
import { resolveAddress } from './address.ts'
import { scanArticle } from './article-scan.ts'
import { dateReading } from './date-reading.ts'
import { declaredLanguage } from './declared-language.ts'
import { HtmlCapture } from './html-capture.ts'
import { MarkedPage, type PageElement } from './marked-page.ts'
import type { Article, ArticleReading, Refusal, SourceDocument } from './reading.ts'
import { bareTitle } from './page-title.ts'
import { refused } from './refused.ts'
import { selectorFault, unusable, within } from './selector.ts'
import type { Source } from './source.ts'
import { TextCapture } from './text-capture.ts'
import { isLabel, trimBody } from './trim-body.ts'
import { VOLATILE_PARTS } from './volatile-parts-table.ts'

/**
 * Reads a statement's own page: text, title, date, author, and the addresses of its translations.
 *
 * With `selectors.body` the page goes through HTMLRewriter and only selectors and metadata are heard: a
 * first heading is often the logo, and the date at a page's head that of the visit. Without it the
 * page is scanned (`article-scan.ts`), and a title or date selector goes before what was found.
 * A page without a clear body, or with an empty one, is refused with reason `selector`: half a menu
 * is no statement. What is not known is undefined, never guessed.
 */
export async function readArticle(
  document: SourceDocument,
  source: Source,
): Promise<ArticleReading> {
  const fault = faultIn(source)
  if (fault !== undefined) return refused('selector', fault)
  const { body, articleTitle, articleDate } = source.selectors ?? {}
  if (body === undefined) {
    const scanned = scanArticle(document, source)
    if (scanned.kind === 'refused' || (articleTitle ?? articleDate) === undefined) return scanned
    const page = await walked(document, source)
    if (page === undefined) return scanned
    const { article } = scanned
    const { title = article.title, published = article.published } = page.fields()
    return { kind: 'read', article: { ...article, title, published } }
  }
  const page = await walked(document, source)
  return page === undefined ? UNREADABLE : await page.result(body)
}

const UNREADABLE: Refusal = {
  kind: 'refused',
  reason: 'malformed',
  detail: ['unreadable-html'],
}

async function walked(document: SourceDocument, source: Source): Promise<ArticlePage | undefined> {
  const page = new ArticlePage(document, source)
  try {
    await page.walk(document.text)
    return page
  } catch {
    return undefined
  }
}

function faultIn({ selectors }: Source): Words | undefined {
  const used = [
    selectors?.body,
    selectors?.articleTitle,
    selectors?.articleDate,
    ...(selectors?.remove ?? []),
  ]
  for (const selector of used) {
    const fault = selector === undefined ? undefined : selectorFault(selector)
    if (fault !== undefined) return unusable(selector ?? '', fault)
  }
  return undefined
}

class ArticlePage {
  readonly #page = new MarkedPage()
  readonly #document: SourceDocument
  readonly #source: Source
  readonly #body: HtmlCapture
  readonly #title = new TextCapture(this.#page.ends, 'content')
  readonly #ogTitle = new TextCapture(this.#page.ends, 'content')
  readonly #siteName = new TextCapture(this.#page.ends, 'content')
  readonly #date = new TextCapture(this.#page.ends, 'datetime', 'content')
  readonly #translations = new Set<string>()

  constructor(document: SourceDocument, source: Source) {
    this.#document = document
    this.#source = source
    this.#body = new HtmlCapture(document.url, this.#page.ends)
  }

  async walk(html: string): Promise<void> {
    const { body } = this.#source.selectors ?? {}
    if (body !== undefined) this.#watchBody(body)
    const { articleTitle, articleDate } = this.#source.selectors ?? {}
    if (articleTitle !== undefined) this.#watchText(articleTitle, this.#title)
    this.#watchText(
      articleDate ??
        'meta[property="article:published_time"], [itemprop="datePublished"], time.entry-date',
      this.#date,
    )
    this.#watchText('meta[property="og:title"]', this.#ogTitle)
    this.#watchText('meta[property="og:site_name"]', this.#siteName)
    this.#page.on('link[hreflang]', { element: (link) => this.#watchTranslation(link) })
    await this.#page.walk(html)
  }

  #watchBody(selector: string): void {
    const removed = [...VOLATILE_PARTS, ...(this.#source.selectors?.remove ?? [])].join(', ')
    this.#page
      .on(within(selector, removed), { element: () => this.#body.removeNext() })
      .insideNext({ element: (element) => this.#body.open(element) })
      .on(selector, {
        element: (element) => this.#body.enter(element),
        text: (raw) => this.#body.text(raw),
      })
  }

  #watchText(selector: string, capture: TextCapture): void {
    this.#page.on(selector, {
      element: (element) => capture.enter(element),
      text: (raw) => capture.text(raw),
    })
  }

  #watchTranslation(link: PageElement): void {
    const rel = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/)
    const language = declaredLanguage(link.getAttribute('hreflang') ?? '')
    const url = resolveAddress(link.getAttribute('href') ?? '', this.#document.url)
    if (!rel.includes('alternate') || url === undefined || url === this.#document.url) return
    // Feeds are announced by the same element.
    if (/\b(?:rss|atom|json|xml)\b/i.test(link.getAttribute('type') ?? '')) return
    if (language !== undefined && language !== this.#source.language) this.#translations.add(url)
  }

  /** What selectors and metadata say; nothing where they say nothing. */
  fields(): Pick<Partial<Article>, 'title' | 'published'> {
    const own = this.#title.shown || this.#title.attribute
    const title = own === '' ? bareTitle(this.#ogTitle.attribute, this.#siteName.attribute) : own
    const published = dateIn(this.#date, dateReading(this.#source, this.#document))
    return {
      ...(title === '' || isLabel(title) ? {} : { title }),
      ...(published === undefined ? {} : { published }),
    }
  }

  async result(selector: string): Promise<ArticleReading> {
    const { title, published } = this.fields()
    const trimmed = trimBody(this.#body.finish(), title)
    if (htmlToText(trimmed.html) === '') {
      const { noBody } = await import('./selector-refusals.ts')
      return noBody(selector, this.#body.entered > 0, this.#document)
    }
    const dates = dateReading(this.#source, this.#document)
    const article: Article = {
      title,
      published: published ?? parseDate(trimmed.dateLine ?? '', dates),
      author: trimmed.author,
      html: trimmed.html,
      translations: [...this.#translations],
    }
    return { kind: 'read', article }
  }
}

/** The attribute is made for machines; the text is what is left. */
export function dateIn(capture: TextCapture, dates: DateReading): Instant | undefined {
  return parseDate(capture.attribute, dates) ?? parseDate(capture.shown, dates)
}
