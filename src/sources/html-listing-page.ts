import { innerBase } from './address.ts'
import { MAX_ENTRIES } from './feed-scan.ts'
import { ListingItem } from './html-listing-item.ts'
import { MarkedPage, type PageElement } from './marked-page.ts'
import type { SourceDocument } from './reading.ts'
import { within } from './selector.ts'
import type { Selectors } from './source.ts'

/**
 * Items in items are marked in all so many times as long as the page is; what is beyond has no mark and is read
 * at each poll. Five hundred articles of which none ends would be hashed as five hundred pages, all at once.
 */
const MOST_RAW = 4

/** A page of a list, and the items that selectors find on it. */
export class ListingPage {
  readonly items: ListingItem[] = []
  readonly #selectors: Selectors
  readonly #whole: boolean
  readonly #page = new MarkedPage()
  /** Open items, innermost last: themes nest an `article` in an `article`. */
  readonly #open: ListingItem[] = []
  #baseUrl: string
  #hasBase = false
  #rawLength = 0

  constructor(document: SourceDocument, selectors: Selectors, whole: boolean) {
    this.#whole = whole
    this.#baseUrl = document.url
    this.#selectors = selectors
  }

  async walk(html: string): Promise<void> {
    const { item, link = 'a[href]', title, date, excerpt, remove = [] } = this.#selectors
    const page = this.#page
    // A handler costs something also where it finds nothing.
    if (/<base\s/i.test(html)) page.on('base[href]', { element: (base) => this.#rebase(base) })
    const watch = (inner: string | undefined, part: 'title' | 'date' | 'excerpt') => {
      if (inner === undefined) return
      page.on(within(item, inner), {
        element: (element) => this.#current?.enter(part, element),
        text: (raw) => this.#current?.text(part, raw),
      })
    }
    watch(title, 'title')
    watch(date, 'date')
    watch(excerpt, 'excerpt')
    for (const selector of remove) {
      page.on(within(item, selector), { element: () => this.#current?.body.removeNext() })
    }
    page.on(within(item, link), {
      element: (element) => this.#current?.enterLink(element, this.#baseUrl),
      text: (raw) => this.#current?.linkText(raw),
    })
    if (this.#whole) {
      page.insideNext({ element: (element) => this.#current?.body.open(element) })
    }
    page.on(item, {
      element: (element) => this.#enter(element, html),
      text: (raw) => this.#current?.itemText(raw),
    })
    await page.walk(html)
  }

  get #current(): ListingItem | undefined {
    return this.#open.at(-1)
  }

  #isRawLeft(length: number, html: string): boolean {
    this.#rawLength += length
    return this.#rawLength <= html.length * MOST_RAW
  }

  /** Only the first counts (HTML Standard, 4.2.3). */
  #rebase(base: PageElement): void {
    if (this.#hasBase) return
    this.#hasBase = true
    this.#baseUrl = innerBase(base.getAttribute('href') ?? undefined, this.#baseUrl)
  }

  #enter(element: PageElement, html: string): void {
    if (this.items.length >= MAX_ENTRIES) return
    const { start } = element
    const baseUrl = this.#baseUrl
    const item = new ListingItem(element, baseUrl, this.#whole, this.#page.ends)
    this.items.push(item)
    this.#open.push(item)
    this.#page.ends.when((end) => {
      if (start !== undefined && this.#isRawLeft(end - start, html))
        item.raw = `${baseUrl}\n${html.slice(start, end)}`
      const depth = this.#open.lastIndexOf(item)
      if (depth !== -1) this.#open.splice(depth)
    })
  }
}
