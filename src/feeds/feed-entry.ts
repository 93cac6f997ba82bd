import type { Translation } from '../statements/statement.ts'
import type { Instant } from '../text/instant.ts'
import type { Language } from '../text/language.ts'
import { firstInstant } from './entry-time.ts'
import type { FeedAddresses } from './feed-address.ts'
import { UNTITLED, WITHDRAWN_LABEL, WITHDRAWN_MARK } from './feed-words.ts'
import type { SnapshotEntry } from './snapshot.ts'
import { shortened, summaryOf } from './summary.ts'
import { webLink } from './web-link.ts'
import { withoutForbidden } from './xml-text.ts'

/** One statement as every format tells it. No text in it holds what XML forbids, save `html`. */
export interface FeedEntry {
  /** The statement's tag: the same in every feed and format, for ever. */
  readonly id: string
  /** Absent where the statement's address is not http or https. */
  readonly link: string | undefined
  readonly language: Language
  /** One line of plain text, marked where the statement is withdrawn. */
  readonly title: string
  /** One line of plain text, at most 280 UTF-16 units; '' where there is no text. */
  readonly summary: string
  /** The statement as it stands in the snapshot: its body and what only extensions tell. */
  readonly statement: SnapshotEntry
  readonly published: Instant | undefined
  readonly firstSeen: Instant
  readonly updated: Instant
  /** The publisher's name in the entry's language. */
  readonly author: string
  readonly categories: readonly FeedCategory[]
  readonly translation: FeedTranslation | undefined
  /** The publisher's own feed, where this feed gathers several publishers. */
  readonly origin: FeedOrigin | undefined
}

/** A category is what readers filter by: `scheme` and `term` for machines, `label` for people. */
export interface FeedCategory {
  readonly scheme: string
  readonly term: string
  readonly label: string
}

/** A partner that can be linked. */
export type FeedTranslation = Translation & { readonly link: string }

/** The feed from which an entry was taken over (atom:source). */
export interface FeedOrigin {
  readonly id: string
  readonly title: string
  readonly updated: Instant
  readonly addresses: FeedAddresses
}

export interface EntryContext {
  readonly baseUrl: string
  readonly author: string
  /** Takes the place of times that cannot be read. */
  readonly fallback: Instant
  readonly origin: FeedOrigin | undefined
}

export function entryOf(statement: SnapshotEntry, context: EntryContext): FeedEntry {
  const { language, translation } = statement
  const summary = withoutForbidden(summaryOf(statement.html))
  const translated = translation === null ? undefined : webLink(translation.url)
  const firstSeen = firstInstant(statement.firstSeen) ?? context.fallback
  return {
    id: withoutForbidden(statement.tag),
    link: webLink(statement.url),
    language,
    title: titleOf(statement, summary),
    summary,
    statement,
    published: firstInstant(statement.published),
    firstSeen,
    updated: firstInstant(statement.updated) ?? firstSeen,
    author: context.author,
    categories: categoriesOf(statement, context),
    translation:
      translation === null || translated === undefined
        ? undefined
        : { ...translation, link: translated },
    origin: context.origin,
  }
}

/** Marks, embeddings, overrides and isolates: invisible in a title, they break search and equality. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
/** Room for the first words, where they have to stand for a title. */
const TITLE_FROM_TEXT = 100

/** A text as one line of a list: no line breaks, no directions, no forbidden characters. */
export function oneLine(text: string): string {
  return withoutForbidden(text).replace(BIDI_CONTROLS, '').replace(/\s+/g, ' ').trim()
}

function titleOf({ title, language, state }: SnapshotEntry, summary: string): string {
  // Readers show an empty title as "(no title)" or as nothing that could be clicked.
  const line = oneLine(title) || shortened(oneLine(summary), TITLE_FROM_TEXT) || UNTITLED[language]
  return state === 'withdrawn' ? `${WITHDRAWN_MARK[language]} ${line}` : line
}

function categoriesOf(statement: SnapshotEntry, { baseUrl, author }: EntryContext): FeedCategory[] {
  const publisher = { scheme: `${baseUrl}/publishers`, term: statement.publisher, label: author }
  if (statement.state === 'current') return [publisher]
  const label = WITHDRAWN_LABEL[statement.language]
  return [publisher, { scheme: `${baseUrl}/states`, term: 'withdrawn', label }]
}
