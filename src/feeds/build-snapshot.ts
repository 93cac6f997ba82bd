import type { Statement, Translation } from '../statements/statement.ts'
import type { Instant } from '../text/instant.ts'
import { excerptOf, jsonBytes } from './excerpt.ts'
import {
  type PublisherFace,
  SNAPSHOT_BYTES,
  SNAPSHOT_ENTRIES_A_LANGUAGE,
  type Snapshot,
  type SnapshotEntry,
} from './snapshot.ts'
import { shortened } from './summary.ts'

export interface SnapshotInput {
  /** The publisher's id, `all`, or `watch/{id}`. */
  readonly of: string
  /** At least every publisher that a statement names; others are left out. */
  readonly publishers: Readonly<Record<string, PublisherFace>>
  /** In any order, as many as there are. */
  readonly statements: readonly Statement[]
  /** When the newest change was committed. */
  readonly updated: Instant
}

/** Together with its JSON, since its size could only be kept by writing it. */
export interface BuiltSnapshot {
  readonly snapshot: Snapshot
  /** At most `SNAPSHOT_BYTES` bytes of UTF-8. The same input gives the same text. */
  readonly json: string
}

/**
 * The snapshot of the newest 50 statements a language, newest first. Where all bodies together
 * would burst it, the longest are cut to one common length, so that short statements stay whole.
 */
export function buildSnapshot(input: SnapshotInput): BuiltSnapshot {
  const entries = newestOf(input.statements).map(entryOf)
  // A letter takes a byte at least: what is too long by letters need not be written to be known.
  const letters = entries.reduce((sum, { html }) => sum + html.length, 0)
  if (letters > SNAPSHOT_BYTES) return fitted(input, entries)
  const built = assembled(input, entries)
  return isWithinBounds(built.json) ? built : fitted(input, entries)
}

function newestOf(statements: readonly Statement[]): Statement[] {
  const counts = { ar: 0, en: 0 }
  return statements
    .toSorted(newestFirst)
    .filter(({ language }) => ++counts[language] <= SNAPSHOT_ENTRIES_A_LANGUAGE)
}

/**
 * By the publisher's date, else when we first saw it: both stay as they are for ever, so that an
 * edit moves nothing. Statements of one day, whose dates have no hour, by when they were seen.
 */
function newestFirst(one: Statement, other: Statement): number {
  return (
    compared(other.published ?? other.firstSeen, one.published ?? one.firstSeen) ||
    compared(other.firstSeen, one.firstSeen) ||
    // By number, as `etilaf-10` is newer than `etilaf-9`.
    other.id.length - one.id.length ||
    compared(other.id, one.id)
  )
}

function compared(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** No publisher's title is as long; a page without a title element has given its whole text. */
const TITLE_LENGTH = 500

/** Member by member: the order of members is part of the bytes, and so of the ETag. */
function entryOf(statement: Statement): SnapshotEntry {
  return {
    id: statement.id,
    tag: statement.tag,
    publisher: statement.publisher,
    source: statement.source,
    language: statement.language,
    url: statement.url,
    title: shortened(statement.title, TITLE_LENGTH),
    html: statement.html,
    published: statement.published,
    firstSeen: statement.firstSeen,
    updated: statement.updated,
    state: statement.state,
    revision: statement.revision,
    contentHash: statement.contentHash,
    translation: statement.translation === null ? null : translationOf(statement.translation),
    truncated: false,
  }
}

function translationOf({ id, url, language, title, by, confidence }: Translation): Translation {
  return { id, url, language, title: shortened(title, TITLE_LENGTH), by, confidence }
}

function assembled(
  { of, publishers, updated }: Omit<SnapshotInput, 'statements'>,
  entries: readonly SnapshotEntry[],
): BuiltSnapshot {
  const named = new Set([of, ...entries.map(({ publisher }) => publisher)])
  const faces = Object.entries(publishers)
    .filter(([id]) => named.has(id))
    .toSorted(([one], [other]) => compared(one, other))
    .map(([id, { name, site }]) => [id, { id, name: { ar: name.ar, en: name.en }, site }])
  const snapshot: Snapshot = {
    format: 1,
    of,
    publishers: Object.fromEntries(faces),
    entries,
    updated,
  }
  return { snapshot, json: JSON.stringify(snapshot) }
}

function isWithinBounds(json: string): boolean {
  // A UTF-16 unit takes one to three bytes: most snapshots need not be counted.
  if (json.length > SNAPSHOT_BYTES) return false
  return json.length * 3 <= SNAPSHOT_BYTES || utf8Bytes(json) <= SNAPSHOT_BYTES
}

function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length
}

function fitted(input: SnapshotInput, entries: readonly SnapshotEntry[]): BuiltSnapshot {
  const frames = assembled(input, entries.map(withoutBody))
  const room = SNAPSHOT_BYTES - utf8Bytes(frames.json)
  // Addresses have no bound of ours: one of 600 KB costs its own entry, never the whole feed.
  if (room < 0) return fitted(input, withoutWidest(entries))
  return assembled(input, withBodiesIn(room, entries))
}

function withoutBody(entry: SnapshotEntry): SnapshotEntry {
  return { ...entry, html: '' }
}

function withoutWidest(entries: readonly SnapshotEntry[]): SnapshotEntry[] {
  const widths = entries.map((entry) => JSON.stringify(withoutBody(entry)).length)
  const widest = widths.indexOf(Math.max(...widths))
  return entries.filter((_, index) => index !== widest)
}

function withBodiesIn(room: number, entries: readonly SnapshotEntry[]): SnapshotEntry[] {
  const bytes = entries.map(({ html }) => jsonBytes(html))
  const longest = commonLength(bytes, room)
  return entries.map((entry, index) => {
    const whole = bytes[index] ?? 0
    if (whole <= longest) return entry
    return { ...entry, html: excerptOf(entry.html, longest, whole), truncated: true }
  })
}

/** The greatest length to which all longer ones can be cut so that the sum is within `room`. */
function commonLength(lengths: readonly number[], room: number): number {
  let left = room
  let open = lengths.length
  for (const length of lengths.toSorted((one, other) => one - other)) {
    const share = Math.floor(left / open)
    if (length > share) return share
    left -= length
    open -= 1
  }
  return Number.POSITIVE_INFINITY
}
