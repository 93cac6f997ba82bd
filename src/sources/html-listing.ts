import { innerBase } from './address.ts'
import { dateReading } from './date-reading.ts'
import { MAX_ENTRIES } from './feed-scan.ts'
import { ListingItem } from './html-listing-item.ts'
import { MarkedPage, type PageElement } from './marked-page.ts'
import type {
  ListingEntry,
  ListingReader,
  ListingReading,
  Refusal,
  RefusalReason,
  SourceDocument,
} from './reading.ts'
import { LISTING_RECIPES } from './listing-recipes-table.ts'
import { NOTES } from './note-words-table.ts'
import { listedStatements } from './listing-structure.ts'
import { likeIt } from './selector-hint.ts'
import { selectorFault, unusable, within } from './selector.ts'
import type { Said } from './said.ts'
import type { Selectors, Source } from './source.ts'

/** Pages: statements are found by the operator's selectors, by a known platform's, or by what repeats. */
export const readHtmlListing: ListingReader['read'] = async (document, source) => {
  const { selectors } = source
  if (selectors === undefined) return await readUnnamed(document, source)
  const fault = faultIn(selectors)
  if (fault !== undefined) return refused('selector', fault)
  return await readSelected(document, source, selectors, selectors.body === undefined)
}

async function readSelected(
  document: SourceDocument,
  source: Source,
  selectors: Selectors,
  whole: boolean,
): Promise<ListingReading> {
  const page = new ListingPage(document, selectors, whole)
  try {
    await page.walk(document.text)
  } catch {
    return { kind: 'refused', reason: 'malformed', detail: 'The page cannot be read as HTML.' }
  }
  return readingOf(page.items, selectors, source, document)
}

/** A list of one or two could be a teaser beside the list that is meant. */
const FEWEST = 3

async function readUnnamed(document: SourceDocument, source: Source): Promise<ListingReading> {
  let few: ListingReading | undefined
  for (const { platform, sign, unless, selectors, whole } of LISTING_RECIPES) {
    if (!sign.test(document.text) || unless?.test(document.text) === true) continue
    const reading = await readSelected(document, source, selectors, whole)
    if (reading.kind !== 'read') continue
    const noted = { ...reading, notes: [NOTES.recipe(platform), ...reading.notes] }
    if (reading.entries.length >= FEWEST) return noted
    few ??= noted
  }
  const entries = listedStatements(document, source)
  if (entries.length > 0) {
    return { kind: 'read', entries, notes: [NOTES.structure(entries.length)] }
  }
  const hint = feedHint(document)
  const detail = {
    en: `Nothing on the page repeats like a list of statements. Name one statement's element as selectors.item.${hint.en}`,
    ar: `لا يتكرر في الصفحة ما يشبه قائمة بيانات. سم عنصر البيان الواحد في selectors.item.${hint.ar}`,
  }
  // Nobody gave selectors that could have failed: it is the address that holds no list.
  return few ?? refused('not-a-listing', detail)
}

function faultIn({ item, link, title, date, excerpt, remove = [] }: Selectors): Said | undefined {
  for (const selector of [item, link, title, date, excerpt, ...remove]) {
    const fault = selector === undefined ? undefined : selectorFault(selector)
    if (fault !== undefined) return unusable(selector ?? '', fault)
  }
  return undefined
}

class ListingPage {
  readonly items: ListingItem[] = []
  readonly #selectors: Selectors
  readonly #whole: boolean
  readonly #page = new MarkedPage()
  /** Open items, innermost last: themes nest an `article` in an `article`. */
  readonly #open: ListingItem[] = []
  #baseUrl: string
  #hasBase = false

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
      element: (element) => this.#enter(element),
      text: (raw) => this.#current?.itemText(raw),
    })
    await page.walk(html)
  }

  get #current(): ListingItem | undefined {
    return this.#open.at(-1)
  }

  /** Only the first counts (HTML Standard, 4.2.3). */
  #rebase(base: PageElement): void {
    if (this.#hasBase) return
    this.#hasBase = true
    this.#baseUrl = innerBase(base.getAttribute('href') ?? undefined, this.#baseUrl)
  }

  #enter(element: PageElement): void {
    if (this.items.length >= MAX_ENTRIES) return
    const item = new ListingItem(element, this.#baseUrl, this.#whole, this.#page.ends)
    this.items.push(item)
    this.#open.push(item)
    this.#page.ends.when(() => {
      const depth = this.#open.lastIndexOf(item)
      if (depth !== -1) this.#open.splice(depth)
    })
  }
}

/** Items → entries. A selector that finds nothing is a changed layout, never an empty listing. */
function readingOf(
  items: readonly ListingItem[],
  selectors: Selectors,
  source: Source,
  document: SourceDocument,
): ListingReading {
  if (items.length === 0) return refused('selector', foundNothing(selectors.item, document))
  const linked = items.filter((item) => item.url !== undefined)
  if (linked.length === 0) {
    const link = selectors.link ?? 'a[href]'
    return refused('selector', {
      en: `The link selector "${link}" found no address in any of ${items.length} items.`,
      ar: `لم يجد محدد الرابط "${link}" عنوانا\u064B في أي من العناصر (${items.length}).`,
    })
  }
  const entries = new Map<string, ListingEntry>()
  const dates = dateReading(source, document)
  let untitled = 0
  for (const item of linked) {
    const entry = item.entry(dates)
    if (entry === undefined) untitled += 1
    else if (!entries.has(entry.url)) entries.set(entry.url, entry)
  }
  if (entries.size === 0) {
    const title = selectors.title ?? 'a'
    return refused('selector', {
      en: `The title selector "${title}" found no text in any of ${items.length} items.`,
      ar: `لم يجد محدد العنوان "${title}" نصا\u064B في أي من العناصر (${items.length}).`,
    })
  }
  const unlinked = items.length - linked.length
  const notes = [
    ...(unlinked > 0 ? [NOTES.unlinked(unlinked)] : []),
    ...(untitled > 0 ? [NOTES.untitled(untitled)] : []),
    ...(items.length >= MAX_ENTRIES ? [NOTES.manyItems(MAX_ENTRIES)] : []),
  ]
  return { kind: 'read', entries: [...entries.values()], notes }
}

function foundNothing(item: string, document: SourceDocument): Said {
  const [like, feed] = [likeIt(item, document), feedHint(document)]
  return {
    en: `The item selector "${item}" found nothing.${like.en}${feed.en}`,
    ar: `لم يجد محدد العنصر "${item}" شيئا\u064B.${like.ar}${feed.ar}`,
  }
}

/** A page that names its feed makes a better source by that. */
function feedHint({ text }: SourceDocument): Said {
  const tag =
    /<link\s[^<>]*type\s*=\s*["']?application\/(?:rss|atom|feed)\+(?:xml|json)[^<>]*>/i.exec(
      text,
    )?.[0] ?? ''
  const href = /href\s*=\s*["']([^"'\s]{1,300})["']/i.exec(tag)?.[1]
  if (href === undefined) return { en: '', ar: '' }
  return {
    en: ` The page names a feed that could be polled instead: ${href}`,
    ar: ` تعلن الصفحة خلاصة يمكن أن تقرأ بدلا\u064B منها: ${href}`,
  }
}

function refused(reason: RefusalReason, { en, ar }: Said): Refusal {
  return { kind: 'refused', reason, detail: en, detailAr: ar }
}
