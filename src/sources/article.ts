import { parseDate } from '../text/dates.ts'
import { htmlToText } from '../text/html-text.ts'
import type { Instant } from '../text/instant.ts'
import { resolveAddress } from './address.ts'
import { declaredLanguage } from './declared-language.ts'
import { HtmlCapture } from './html-capture.ts'
import { ElementEnds, walkPage } from './html-walk.ts'
import type { ArticleReading, Refusal, RefusalReason, SourceDocument } from './reading.ts'
import { selectorFault, within } from './selector.ts'
import type { Source } from './source.ts'
import { TextCapture } from './text-capture.ts'
import { trimVolatileLines } from './trim-volatile-lines.ts'
import { FRAME_PARTS, LIKELY_BODIES, VOLATILE_PARTS } from './volatile-parts-table.ts'

/**
 * Reads a statement's own page: text, title, date, and the addresses of its translations.
 *
 * Without `selectors.body` a likely element is taken where there is exactly one of it. A page without
 * a clear body, or with an empty one, is refused with reason `selector`: half a menu is no
 * statement. Title and date are undefined rather than guessed; the date at a page's head is often
 * that of the visit (sources report, section 2), so only selectors and metadata are heard.
 */
export async function readArticle(
  document: SourceDocument,
  source: Source,
): Promise<ArticleReading> {
  const fault = faultIn(source)
  if (fault !== undefined) return refused('selector', fault)
  let page = new ArticlePage(document, source)
  try {
    await walkPage(document.text, () => {
      page = new ArticlePage(document, source)
      return page.rewriter()
    })
  } catch {
    return refused('malformed', 'The page cannot be read as HTML.')
  }
  return page.result()
}

function faultIn({ selectors }: Source): string | undefined {
  const used = [
    selectors?.body,
    selectors?.articleTitle,
    selectors?.articleDate,
    ...(selectors?.remove ?? []),
  ]
  for (const selector of used) {
    const fault = selector === undefined ? undefined : selectorFault(selector)
    if (fault !== undefined) return `The selector "${selector}" cannot be used. ${fault}`
  }
  return undefined
}

class ArticlePage {
  readonly #ends = new ElementEnds()
  readonly #document: SourceDocument
  readonly #source: Source
  readonly #bodies: readonly { readonly selector: string; readonly capture: HtmlCapture }[]
  readonly #title = new TextCapture(this.#ends, 'content')
  readonly #ogTitle = new TextCapture(this.#ends, 'content')
  readonly #siteName = new TextCapture(this.#ends, 'content')
  readonly #date = new TextCapture(this.#ends, 'datetime', 'content')
  readonly #translations = new Set<string>()

  constructor(document: SourceDocument, source: Source) {
    this.#document = document
    this.#source = source
    const named = source.selectors?.body
    this.#bodies = (named === undefined ? LIKELY_BODIES : [named]).map((selector) => ({
      selector,
      capture: new HtmlCapture(document.url, this.#ends),
    }))
  }

  rewriter(): HTMLRewriter {
    const rewriter = new HTMLRewriter()
    for (const { selector, capture } of this.#bodies) this.#watchBody(rewriter, selector, capture)
    const { articleTitle, articleDate } = this.#source.selectors ?? {}
    if (articleTitle !== undefined) watchText(rewriter, articleTitle, this.#title)
    watchText(
      rewriter,
      articleDate ??
        'meta[property="article:published_time"], [itemprop="datePublished"], time.entry-date',
      this.#date,
    )
    watchText(rewriter, 'meta[property="og:title"]', this.#ogTitle)
    watchText(rewriter, 'meta[property="og:site_name"]', this.#siteName)
    return rewriter.on('link[hreflang]', { element: (link) => this.#watchTranslation(link) })
  }

  #watchBody(rewriter: HTMLRewriter, selector: string, capture: HtmlCapture): void {
    const frame = this.#source.selectors?.body === undefined ? FRAME_PARTS : []
    const removed = [...VOLATILE_PARTS, ...frame, ...(this.#source.selectors?.remove ?? [])].join(
      ', ',
    )
    // In this order: the one that says "remove" is asked before the one that opens.
    rewriter
      .on(within(selector, removed), { element: () => capture.removeNext() })
      .on(within(selector, '*'), { element: (element) => capture.open(element) })
      .on(selector, {
        element: (element) => capture.enter(element),
        text: (chunk) => capture.text(chunk.text),
      })
  }

  #watchTranslation(link: Element): void {
    const rel = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/)
    const language = declaredLanguage(link.getAttribute('hreflang') ?? '')
    const url = resolveAddress(link.getAttribute('href') ?? '', this.#document.url)
    if (!rel.includes('alternate') || url === undefined || url === this.#document.url) return
    // Feeds are announced by the same element.
    if (/\b(?:rss|atom|json|xml)\b/i.test(link.getAttribute('type') ?? '')) return
    if (language !== undefined && language !== this.#source.language) this.#translations.add(url)
  }

  result(): ArticleReading {
    const html = this.#body()
    if (typeof html !== 'string') return html
    return {
      kind: 'read',
      article: {
        title: this.#titleText(),
        published: dateIn(this.#date, this.#source.utcOffset),
        html,
        translations: [...this.#translations],
      },
    }
  }

  #body(): string | Refusal {
    const named = this.#source.selectors?.body
    const found = this.#bodies.filter(({ capture }) =>
      named === undefined ? capture.entered === 1 : capture.entered > 0,
    )
    for (const { capture } of found) {
      const html = trimVolatileLines(capture.finish())
      if (htmlToText(html) !== '') return html
    }
    if (named === undefined) {
      return refused(
        'selector',
        'No element of the page is clearly its text. Name it as selectors.body.',
      )
    }
    const what = found.length === 0 ? 'found nothing' : 'found an element without text'
    return refused('selector', `The body selector "${named}" ${what} on the statement's page.`)
  }

  /** Themes write the site's name behind the title, where a share is to show it. */
  #titleText(): string | undefined {
    const own = this.#title.shown || this.#title.attribute
    if (own !== '') return own
    const shared = this.#ogTitle.attribute
    const site = this.#siteName.attribute
    const bare =
      site !== '' && shared.endsWith(site)
        ? shared.slice(0, -site.length).replace(/\s*[-|\u2013\u2014\u00BB\u2022]\s*$/, '')
        : shared
    return bare.trim() === '' ? undefined : bare.trim()
  }
}

function watchText(rewriter: HTMLRewriter, selector: string, capture: TextCapture): void {
  rewriter.on(selector, {
    element: (element) => capture.enter(element),
    text: (chunk) => capture.text(chunk.text),
  })
}

/** The attribute is made for machines; the text is what is left. */
export function dateIn(capture: TextCapture, utcOffset: number | undefined): Instant | undefined {
  return parseDate(capture.attribute, { utcOffset }) ?? parseDate(capture.shown, { utcOffset })
}

function refused(reason: RefusalReason, detail: string): Refusal {
  return { kind: 'refused', reason, detail }
}
