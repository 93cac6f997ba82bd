import { BIDI_CONTROLS } from '../text/unseen.ts'
import type { ListingEntry } from './reading.ts'

/** All of a statement must fit a row of 2 MB: one that does not would stop its source's polls for ever. */
const MOST = { title: 10_000, guid: 8_000, excerpt: 400_000 }

/** Each one that is not known yet is a row; a hundred thousand are the free plan's day. */
const MOST_TRANSLATIONS = 10

/**
 * An entry of which no part is larger than it could honestly be. An id that is too long is none, an
 * excerpt either, since the whole text is read at the entry's address.
 */
export function boundedEntry(entry: ListingEntry): ListingEntry {
  const { title, guid, html, complete, translations } = entry
  return {
    ...entry,
    title: boundedTitle(title),
    guid: guid !== undefined && guid.length > MOST.guid ? undefined : guid,
    html: complete || html.length <= MOST.excerpt ? html : '',
    translations: boundedTranslations(translations),
  }
}

/** Marks of direction and letters without width, which editors paste around a headline. */
const UNSEEN = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/

/** Letter by letter from both ends: a pattern begins anew at each of a million marks within. */
export function boundedTitle(title: string): string {
  let [start, end] = [0, title.length]
  while (start < end && UNSEEN.test(title.charAt(start))) start += 1
  while (end > start && UNSEEN.test(title.charAt(end - 1))) end -= 1
  return end - start <= MOST.title
    ? title.slice(start, end)
    : title.slice(start, start + MOST.title).toWellFormed()
}

/** A name is one line; what is longer is a list of all who ever wrote there. */
export function boundedAuthor(author: string | undefined): string | undefined {
  const name = (author ?? '').slice(0, 1_000).replace(BIDI_CONTROLS, '')
  const line = name.replace(/\s+/g, ' ').trim()
  return line === '' ? undefined : line.slice(0, 200).toWellFormed()
}

export function boundedTranslations(addresses: readonly string[]): readonly string[] {
  return addresses.length <= MOST_TRANSLATIONS ? addresses : addresses.slice(0, MOST_TRANSLATIONS)
}
