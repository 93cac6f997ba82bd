import type { Words } from '../text/language.ts'
import { type FeedLanguage, feedPath } from './feed-address.ts'
import { STATES_OF_SOURCES } from './feed-words.ts'

/** Which feed of a snapshot is meant. */
export type FeedKind =
  /** The newest statements: the document that readers subscribe to. */
  | { readonly kind: 'newest' }
  /** What was edited: one entry an edit. */
  | { readonly kind: 'edits' }
  /** Statements that their publisher took back. */
  | { readonly kind: 'withdrawn' }
  /** The statements of one month (RFC 5005, section 4), `2018-11`. */
  | { readonly kind: 'archive'; readonly month: string }
  /** What became of the sources: one for the whole deployment. */
  | { readonly kind: 'health' }
  /** A watch's own feed, behind its key: the key is in its path and in nothing else. */
  | { readonly kind: 'watch'; readonly watch: string; readonly path: string }
  /** What a question typed into the address finds. `text` is the question as it is shown. */
  | { readonly kind: 'search'; readonly text: string }

export const NEWEST: FeedKind = { kind: 'newest' }

/** The path of a feed without its ending. */
export function pathOf(kind: FeedKind, of: string, language: FeedLanguage): string {
  switch (kind.kind) {
    case 'newest':
      return feedPath(of, language)
    case 'edits':
    case 'withdrawn':
      return feedPath(of, kind.kind)
    case 'archive':
      return `${feedPath(of, language)}/${kind.month}`
    case 'watch':
      return kind.path
    case 'health':
    case 'search':
      return `/feeds/${kind.kind}`
  }
}

/**
 * What follows `feed/` in a feed's permanent id. The documents of one archive are parts of one feed
 * (RFC 5005, section 1): they share the id of the document that readers subscribe to.
 */
export function idOf(kind: FeedKind, of: string, language: FeedLanguage): string {
  switch (kind.kind) {
    case 'newest':
    case 'archive':
    case 'health':
    case 'watch':
      return `${of}/${language}`
    case 'edits':
    case 'withdrawn':
      return `${of}/${kind.kind}`
    case 'search':
      return `search/${kind.text}`
  }
}

const KIND_NAMES = {
  edits: { ar: 'تعديلات', en: 'Edits' },
  withdrawn: { ar: 'بيانات مسحوبة', en: 'Withdrawn' },
  search: { ar: 'بحث', en: 'Search' },
} as const satisfies Readonly<Record<string, Words>>

/** What a feed is called, by the name of its publisher or watch. */
export function titleOf(kind: FeedKind, name: Words): Words {
  switch (kind.kind) {
    case 'newest':
      return name
    case 'archive':
      return { ar: `${name.ar} (${kind.month})`, en: `${name.en} (${kind.month})` }
    case 'health':
      return STATES_OF_SOURCES
    case 'watch':
      return { ar: kind.watch, en: kind.watch }
    case 'search':
      return named(KIND_NAMES.search, { ar: kind.text, en: kind.text })
    case 'edits':
    case 'withdrawn':
      return named(KIND_NAMES[kind.kind], name)
  }
}

function named(kind: Words, name: Words): Words {
  return { ar: `${kind.ar}: ${name.ar}`, en: `${kind.en}: ${name.en}` }
}
