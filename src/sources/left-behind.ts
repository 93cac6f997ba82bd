import { canonicalAddress } from '../statements/identity.ts'
import type { ListingEntry, SourceDocument } from './reading.ts'
import { folderOf } from './headlines.ts'
import { listedStatements } from './listing-structure.ts'
import type { ReadableKind, Source } from './source.ts'
import { titleFromAddress } from './title-from-address.ts'

/** A feed that is so much behind its page has been forgotten by its publisher. */
const BEHIND_MS = 30 * 86_400_000
/** Of a sitemap's addresses. */
const MUCH = 0.2
/** What a page lists with days beside it is news, and not a menu. */
const FEWEST_DATED = 3

/**
 * Whether a feed, an interface or a sitemap that a page offers has nothing to do with what the page
 * lists: the feed stopped years ago, the posts are "Hello world!", the sitemap knows fixed pages only,
 * or all pages that there are. Then the page is the better path, however good the other one reads.
 */
export class LeftBehind {
  readonly #addresses: ReadonlySet<string>
  readonly #folders: ReadonlySet<string>
  readonly #newest: number
  readonly #isList: boolean

  constructor(document: SourceDocument, source: Source) {
    const listed = listedStatements(document, source).map(({ entry }) => entry)
    const dated = listed.filter(({ published }) => published !== undefined)
    this.#addresses = new Set(listed.map(({ url }) => canonicalAddress(url)))
    this.#folders = new Set(listed.map(({ url }) => kindOfFolder(url)))
    this.#newest = newestOf(dated)
    this.#isList = dated.length >= FEWEST_DATED
  }

  is(kind: ReadableKind, entries: readonly ListingEntry[]): boolean {
    if (!this.#isList || kind === 'html') return false
    const isShared = entries.some(({ url }) => this.#addresses.has(canonicalAddress(url)))
    // Feeds may lead by other addresses than the page does. A sitemap is made of addresses.
    if (kind === 'sitemap') return !isShared || this.#holdsMuchElse(entries)
    return !isShared && newestOf(entries) < this.#newest - BEHIND_MS
  }

  /** Pages about the publisher are no statements. At the root of a site all lie side by side, and nothing tells. */
  #holdsMuchElse(entries: readonly ListingEntry[]): boolean {
    if (this.#folders.has('')) return false
    // A sitemap of news gives titles, and holds nothing else.
    const others = entries.filter(
      ({ url, title }) => title === titleFromAddress(url) && !this.#folders.has(kindOfFolder(url)),
    )
    return others.length > entries.length * MUCH
  }
}

/** "/2026/11/24/" and "/2025/01/02/" are one kind. */
function kindOfFolder(address: string): string {
  return folderOf(address).replace(/\d+/g, '0')
}

function newestOf(entries: readonly Pick<ListingEntry, 'published'>[]): number {
  return Math.max(...entries.map(({ published }) => Date.parse(published ?? '') || 0), 0)
}
