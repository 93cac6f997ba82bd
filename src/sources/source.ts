import type { Language } from '../text/language.ts'

export const SOURCE_KINDS = ['auto', 'feed', 'wordpress', 'sitemap', 'telegram', 'html'] as const

/** How a source is read. `auto` looks at what the address answers. */
type SourceKind = (typeof SOURCE_KINDS)[number]

/** A kind that has a reader of its own. */
export type ReadableKind = Exclude<SourceKind, 'auto'>

/** One site or feed in one language that we poll. */
export interface Source {
  readonly id: string
  readonly language: Language
  /** Address of the listing: the page, feed or API answer that shows the newest statements. */
  readonly url: string
  readonly kind: SourceKind
  /** Seconds between two polls at the least: the source's own rhythm makes them fewer. */
  readonly interval: number
  readonly selectors?: Selectors
  /** How this source's addresses turn into the other language's: a declared pair. */
  readonly translationPath?: { readonly from: string; readonly to: string }
  /** Minutes east of UTC for times that the source writes without a zone; 180 for Damascus. */
  readonly utcOffset?: number
  /** Those times by an IANA name, "Asia/Damascus", where clocks are moved in summer; goes before `utcOffset`. */
  readonly timeZone?: string
  /** `ignore`: robots.txt is not asked. For the operator's own site. */
  readonly robots?: 'ignore'
  readonly paused: boolean
}

/**
 * CSS selectors (the subset of HTMLRewriter) for a source of kind `html`.
 * `item` finds one element a statement in the listing; `link`, `title`, `date` and `excerpt` look
 * inside it; the others look at the article's own page.
 */
export interface Selectors {
  readonly item: string
  /** Default `a`: the first link with an address inside the item. */
  readonly link?: string
  readonly title?: string
  readonly date?: string
  readonly excerpt?: string
  /** The element that holds the text. Without it the listing's item is the whole statement. */
  readonly body?: string
  readonly articleTitle?: string
  readonly articleDate?: string
  /** Parts of the body that are not text of the statement: counters, share bars, related lists. */
  readonly remove?: readonly string[]
}
