import type { ChangeClass } from '../statements/change-class.ts'
import type { Statement, Translation } from '../statements/statement.ts'
import type { Instant } from '../text/instant.ts'
import type { Language, Words } from '../text/language.ts'
import type { Mark } from '../text/marks.ts'
import type { Older } from './older.ts'
import type { XmlBytes } from './xml-bytes.ts'

/** A publisher as feeds and pages name it. */
export interface PublisherFace {
  readonly id: string
  readonly name: Words
  readonly site: string
}

/** What a snapshot takes over of a statement as it is. */
type Kept = Pick<
  Statement,
  | 'id'
  | 'publisher'
  | 'source'
  | 'language'
  | 'url'
  | 'published'
  | 'author'
  | 'modified'
  | 'firstSeen'
  | 'updated'
  | 'state'
  | 'revision'
  | 'contentHash'
  | 'stateSince'
  | 'divergedSince'
>

/**
 * A statement as it stands in a snapshot, made ready once, before it is published (`prepareEntry`): each
 * feed is rendered from it many times. No text in it holds what XML forbids, every time is one.
 */
export interface SnapshotEntry extends Kept {
  readonly tag: string
  /** As a feed may carry it; `null` where the address is not http or https. */
  readonly link: string | null
  /** One line of plain text; empty where there is none. */
  readonly title: XmlBytes
  /** One line of plain text, at most 280 UTF-16 units; empty where there is no text. */
  readonly summary: XmlBytes
  readonly translation: SnapshotTranslation | null
  /** In a feed of edits: what kind of edit it was. */
  readonly edit?: ChangeClass
  /** An operator said that it has none. */
  readonly apart?: true
  /** True where `body` is an excerpt, because the whole body would burst the snapshot. */
  readonly truncated: boolean
  /** Made by a machine, in a language in which the publisher did not say it. */
  readonly machine?: MachineMark
  /** In a watch's own feed: why the entry is there. */
  readonly matched?: EntryMatch
  /** Sanitised html as UTF-8, fit for a CDATA section as it is: feeds copy it, unread. */
  readonly body: Uint8Array
}

export interface SnapshotTranslation extends Omit<Translation, 'title'> {
  readonly link: string | null
  /** One line of plain text. */
  readonly title: XmlBytes
}

/** Which machine it was, and in which language the publisher said it. */
export interface MachineMark {
  readonly provider: string
  readonly model: string
  readonly original: Language
}

/** Where a watch's query hit, as people are shown it. */
export interface EntryMatch {
  readonly watch: { readonly id: string; readonly name: string }
  /** One line of plain text around the match. */
  readonly text: string
  /** Where the words that hit stand in `text`: UTF-16 units, end exclusive, in order, apart. */
  readonly marks: readonly Mark[]
}

/** What stays of an erased statement in feeds: that there was an entry of this id. */
export interface ErasedEntry {
  readonly tag: string
  readonly language: Language
  readonly at: Instant
}

const ERASED_ENTRIES = 50

/** The erased entries that a snapshot carries: the newest, whatever the order they come in. */
export function newestErased(erased: readonly ErasedEntry[]): ErasedEntry[] {
  const key = ({ at, tag }: ErasedEntry) => `${at} ${tag}`
  return erased.toSorted((one, other) => (key(one) < key(other) ? 1 : -1)).slice(0, ERASED_ENTRIES)
}

/** Where a document stands in the chain of months (RFC 5005, section 4); months are `2018-11`. */
export interface ArchiveChain {
  /** The month that this document holds; `null` for the document that readers subscribe to. */
  readonly month: string | null
  /** The month before, among those that have a document. */
  readonly previous: string | null
  /** The month after; `null` while this is the newest: then it may still grow. */
  readonly next: string | null
}

/**
 * Statements as published to KV: the newest of a publisher, of all, or of a watch's feed; a
 * publisher's edits; those of one month.
 */
export interface Snapshot {
  /** The publisher's id, `all`, or `watch/{id}`. */
  readonly of: string
  /** Every publisher that an entry names. */
  readonly publishers: Readonly<Record<string, PublisherFace>>
  /** Newest first, by published date, else first seen. */
  readonly entries: readonly SnapshotEntry[]
  /**
   * Machine versions, newest first: entries of a feed in one language, and of nothing else. They
   * stand apart, so that whoever does not ask for them takes none for a statement.
   */
  readonly machine?: readonly SnapshotEntry[]
  /** When the newest change in it was committed; the feed's `updated`. */
  readonly updated: Instant
  /** Absent where there are no archives: `all`, a watch's feed, edits. */
  readonly chain?: ArchiveChain
  /** Where the statements lie that it leaves out; absent where it leaves none out. */
  readonly older?: Older
  /** Absent where nothing was erased. Feeds tell of it only where they are asked to. */
  readonly erased?: readonly ErasedEntry[]
}

export const SNAPSHOT_ENTRIES_A_LANGUAGE = 50
export const SNAPSHOT_BYTES = 512 * 1024

/** The body of an entry as text. */
export function bodyHtml({ body }: Pick<SnapshotEntry, 'body'>): string {
  return new TextDecoder().decode(body)
}
