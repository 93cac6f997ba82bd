import { LANGUAGES, type Language } from '../text/language.ts'

export const FEED_LANGUAGES = [...LANGUAGES, 'both'] as const

/** The languages that one feed holds. */
export type FeedLanguage = Language | 'both'

const FEED_EXTENSIONS = ['rss', 'atom', 'json'] as const

/** A format by the ending of its address. */
export type FeedExtension = (typeof FEED_EXTENSIONS)[number]

/** One feed under all its endings. */
export type FeedAddresses = Readonly<Record<FeedExtension, string>>

/** In the place of a publisher's id: all of them. No publisher may be called so. */
export const ALL = 'all'

/** The path of a public feed without its ending: `/feeds/etilaf/ar`. */
export function feedPath(of: string, language: FeedLanguage | 'edits' | 'withdrawn'): string {
  return `/feeds/${asciiPath(of)}/${language}`
}

/** A path under all endings, with the query that a search feed needs (`?q=…` or ''). */
export function feedAddresses(baseUrl: string, path: string, search = ''): FeedAddresses {
  const address = (extension: FeedExtension) => `${baseUrl}${path}.${extension}${search}`
  return { rss: address('rss'), atom: address('atom'), json: address('json') }
}

/**
 * The permanent id of a feed: `tag:bayan.example,2026-11-17:feed/etilaf/ar` (RFC 4151), the same
 * in each format. ASCII only: Arabic letters in a tag are an Atom error, and parsers normalise
 * them differently.
 */
export function feedTag(authority: string, name: string): string {
  return `tag:${authority}:feed/${asciiPath(name)}`
}

/** Ids are slugs: nothing in them has to be escaped. */
const SLUGS = /^[a-z0-9/-]*$/

function asciiPath(of: string): string {
  if (SLUGS.test(of)) return of
  return of
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/')
}
