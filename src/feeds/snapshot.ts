import type { Statement, Translation } from '../statements/statement.ts'
import type { Instant } from '../text/instant.ts'

/** A publisher as feeds and pages name it. */
export interface PublisherFace {
  readonly id: string
  readonly name: { readonly ar: string; readonly en: string }
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
  | 'firstSeen'
  | 'updated'
  | 'state'
  | 'revision'
  | 'contentHash'
>

/**
 * A statement as it stands in a snapshot, made ready once, when it is kept (`prepareEntry`): each
 * feed is rendered from it many times. No text in it holds what XML forbids, every time is one.
 */
export interface SnapshotEntry extends Kept {
  readonly tag: string
  /** As a feed may carry it; `null` where the address is not http or https. */
  readonly link: string | null
  /** One line of plain text; '' where there is none. */
  readonly title: string
  /** One line of plain text, at most 280 UTF-16 units; '' where there is no text. */
  readonly summary: string
  readonly translation: SnapshotTranslation | null
  /** True where `body` is an excerpt, because the whole body would burst the snapshot. */
  readonly truncated: boolean
  /** Sanitised html as UTF-8, fit for a CDATA section as it is: feeds copy it, unread. */
  readonly body: Uint8Array
}

export type SnapshotTranslation = Translation & { readonly link: string | null }

/** The newest statements of a publisher, of all, or of a watch's feed, as published to KV. */
export interface Snapshot {
  /** The publisher's id, `all`, or `watch/{id}`. */
  readonly of: string
  /** Every publisher that an entry names. */
  readonly publishers: Readonly<Record<string, PublisherFace>>
  /** Newest first, by published date, else first seen. */
  readonly entries: readonly SnapshotEntry[]
  /** When the newest change in it was committed; the feed's `updated`. */
  readonly updated: Instant
}

export const SNAPSHOT_ENTRIES_A_LANGUAGE = 50
export const SNAPSHOT_BYTES = 512 * 1024

/** The body of an entry as text. */
export function bodyHtml({ body }: Pick<SnapshotEntry, 'body'>): string {
  return new TextDecoder().decode(body)
}
