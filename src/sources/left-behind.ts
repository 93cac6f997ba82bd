import { canonicalAddress } from '../statements/identity.ts'
import type { ListingEntry, SourceDocument } from './reading.ts'
import { listedStatements } from './listing-structure.ts'
import type { ReadableKind, Source } from './source.ts'

/** A feed that is so much behind its page has been forgotten by its publisher. */
const BEHIND_MS = 30 * 86_400_000
/** What a page lists with days beside it is news, and not a menu. */
const FEWEST_DATED = 3

/**
 * Whether a feed, an interface or a sitemap that a page offers has nothing to do with what the page
 * lists: the feed stopped years ago, the posts are "Hello world!", the sitemap knows fixed pages only.
 * Then the page is the better path, however good the other one reads.
 */
export class LeftBehind {
  readonly #addresses: ReadonlySet<string>
  readonly #newest: number
  readonly #isList: boolean

  constructor(document: SourceDocument, source: Source) {
    const listed = listedStatements(document, source).map(({ entry }) => entry)
    const dated = listed.filter(({ published }) => published !== undefined)
    this.#addresses = new Set(listed.map(({ url }) => canonicalAddress(url)))
    this.#newest = newestOf(dated)
    this.#isList = dated.length >= FEWEST_DATED
  }

  is(kind: ReadableKind, entries: readonly ListingEntry[]): boolean {
    if (!this.#isList || kind === 'html') return false
    if (entries.some(({ url }) => this.#addresses.has(canonicalAddress(url)))) return false
    // Feeds may lead by other addresses than the page does. A sitemap is made of addresses.
    return kind === 'sitemap' || newestOf(entries) < this.#newest - BEHIND_MS
  }
}

function newestOf(entries: readonly Pick<ListingEntry, 'published'>[]): number {
  return Math.max(...entries.map(({ published }) => Date.parse(published ?? '') || 0), 0)
}
