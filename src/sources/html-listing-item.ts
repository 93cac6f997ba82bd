import { decodeAttribute } from '../text/character-references.ts'
import { type DateReading, parseDate } from '../text/dates.ts'
import { htmlToText } from '../text/html-text.ts'
import { resolveAddress } from './address.ts'
import { dateIn } from './article.ts'
import { declaredLanguage } from './declared-language.ts'
import { HtmlCapture } from './html-capture.ts'
import type { ElementEnds, PageElement } from './marked-page.ts'
import type { ListingEntry } from './reading.ts'
import { plainToHtml } from './sanitise-html.ts'
import { TextCapture } from './text-capture.ts'
import { titleFor } from './title-from-text.ts'
import { trimBody } from './trim-body.ts'

interface ItemLink {
  readonly url: string
  readonly text: TextCapture
}

type Part = 'title' | 'date' | 'excerpt'

/** The headline is among the first. Each is held with its text: those of a page of 2 MB took 200 MB. */
const MOST_LINKS = 200

/** One item of a listing while the page goes by. */
export class ListingItem {
  readonly body: HtmlCapture
  /** What stands in the page of it, behind the base of its addresses: the whole of what it is read from. */
  raw: string | undefined
  readonly #isWhole: boolean
  readonly #language: string
  readonly #ownUrl: string | undefined
  readonly #links: ItemLink[] = []
  readonly #ends: ElementEnds
  readonly #parts: Readonly<Record<Part, TextCapture>>

  constructor(element: PageElement, baseUrl: string, isWhole: boolean, ends: ElementEnds) {
    this.#ends = ends
    this.#parts = {
      title: new TextCapture(ends),
      date: new TextCapture(ends, 'datetime', 'content'),
      excerpt: new TextCapture(ends),
    }
    this.body = new HtmlCapture(baseUrl, ends)
    this.#isWhole = isWhole
    this.#language = element.getAttribute('lang') ?? ''
    this.#ownUrl = element.tagName === 'a' ? addressIn(element, baseUrl) : undefined
    if (isWhole) this.body.enter(element)
    if (this.#ownUrl !== undefined) this.enterLink(element, baseUrl)
  }

  /** Title and date stand in fields of their own, so they are no part of a whole text. */
  enter(part: Part, element: PageElement): void {
    const isFirst = !this.#parts[part].found
    this.#parts[part].enter(element)
    if (isFirst && part !== 'excerpt') this.body.removeNext()
  }

  text(part: Part, raw: string): void {
    this.#parts[part].text(raw)
  }

  enterLink(element: PageElement, baseUrl: string): void {
    const isFull = this.#links.length >= MOST_LINKS
    const url = isFull ? undefined : addressIn(element, baseUrl)
    if (url === undefined) return
    const text = new TextCapture(this.#ends, 'title', 'aria-label')
    text.enter(element)
    this.#links.push({ url, text })
  }

  linkText(raw: string): void {
    this.#links.at(-1)?.text.text(raw)
  }

  /** Text anywhere in the item; where the item is itself the link, it is the link's text. */
  itemText(raw: string): void {
    this.body.text(raw)
    if (this.#ownUrl !== undefined) this.#links[0]?.text.text(raw)
  }

  get url(): string | undefined {
    return this.#ownUrl ?? this.#links[0]?.url
  }

  /** Undefined where there is no link or nothing to call it by. `mark`: its fingerprint. */
  entry(dates: DateReading, mark: string | undefined): ListingEntry | undefined {
    const { url } = this
    if (url === undefined) return undefined
    const given = this.#parts.title.shown || this.#linkTitle(url)
    const trimmed = trimBody(this.#isWhole ? this.body.finish() : '', given)
    const html = this.#isWhole ? trimmed.html : plainToHtml(this.#parts.excerpt.shown)
    const title = titleFor(given, this.#isWhole ? html : '')
    if (title === '') return undefined
    return {
      url,
      guid: undefined,
      title,
      published: dateIn(this.#parts.date, dates) ?? parseDate(trimmed.dateLine ?? '', dates),
      author: trimmed.author,
      language: declaredLanguage(this.#language),
      html,
      complete: this.#isWhole && htmlToText(html) !== '',
      translations: [],
      ...(mark === undefined ? {} : { fingerprint: mark }),
    }
  }

  /** A picture is often the first link, and the headline the second to the same page. */
  #linkTitle(url: string): string {
    const texts = this.#links.filter((link) => link.url === url).map(({ text }) => text)
    return (
      texts.map(({ shown }) => shown).find((shown) => shown !== '') ?? texts[0]?.attribute ?? ''
    )
  }
}

/** A link into the page itself ("#top") leads to no statement. */
function addressIn(element: PageElement, baseUrl: string): string | undefined {
  const href = decodeAttribute(element.getAttribute('href') ?? '').trim()
  return href.startsWith('#') ? undefined : resolveAddress(href, baseUrl)
}
