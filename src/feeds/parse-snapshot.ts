import { type FormerHead, formerEntry } from './former-entry.ts'
import type { FeedKind } from './feed-kind.ts'
import { compared, dateOf } from '../statements/newest-first.ts'
import type { Snapshot, SnapshotEntry, SnapshotTranslation } from './snapshot.ts'

const LINE_FEED = 0x0a

type Head = Omit<SnapshotEntry, 'title' | 'summary' | 'translation' | 'body'> & {
  readonly translation: Omit<SnapshotTranslation, 'title'> | null
  /** What the title, the summary, and the title of the translation take. */
  readonly words: readonly [title: number, summary: number, translation?: number]
  /** What the body takes. */
  readonly bytes: number
}

/** The line of JSON before words and bodies. */
type FirstLine = Omit<Snapshot, 'entries' | 'machine'> & {
  /** Sizes of what follows the bodies, each a snapshot: older withdrawn ones, machine versions, edits. */
  readonly withdrawn?: number
  readonly machine?: number
  readonly edits?: number
} & (
    | { readonly format: typeof SNAPSHOT_FORMAT; readonly entries: readonly Head[] }
    | { readonly format: typeof FORMER_FORMAT; readonly entries: readonly FormerHead[] }
  )

/**
 * A snapshot as it lies in KV: one line of JSON, the words and the body of one entry after another,
 * then its tails.
 */
export const SNAPSHOT_FORMAT = 3

/** With the words in the line. A month that is over lies in KV for ever as it was written. */
const FORMER_FORMAT = 2

/**
 * The snapshot in the bytes that `buildSnapshot` wrote. Words and bodies stay bytes: most feeds only
 * copy them. Undefined for anything else: what a much older version wrote, or a publisher that has
 * ended.
 */
export function parseSnapshot(bytes: Uint8Array): Snapshot | undefined {
  const end = bytes.indexOf(LINE_FEED)
  if (end === -1) return undefined
  const { withdrawn: _, edits = 0, machine = 0, ...line } = firstLine(bytes, end)
  if (!isKnown(line)) return undefined
  const last = bytes.byteLength - edits
  const versions = machine === 0 ? undefined : parseSnapshot(bytes.subarray(last - machine, last))
  const { format, entries: _heads, ...rest } = line
  return {
    ...rest,
    ...(versions === undefined ? {} : { machine: versions.entries }),
    entries: entriesOf(line, bytes, end + 1),
  }
}

function isKnown({ format }: { readonly format: number }): boolean {
  return format === SNAPSHOT_FORMAT || format === FORMER_FORMAT
}

/** @param at where the words and bodies begin */
function entriesOf(line: FirstLine, bytes: Uint8Array, at: number): SnapshotEntry[] {
  let from = at
  const next = (length: number) => bytes.subarray(from, (from += length))
  if (line.format === FORMER_FORMAT) {
    return line.entries.map((head) => formerEntry(head, next(head.bytes)))
  }
  return line.entries.map((head) => {
    const [titleBytes, summaryBytes, otherBytes = 0] = head.words
    const title = next(titleBytes)
    const summary = next(summaryBytes)
    const { translation } = head
    return Object.assign(head, {
      title,
      summary,
      translation:
        translation === null ? null : Object.assign(translation, { title: next(otherBytes) }),
      body: next(head.bytes),
    })
  })
}

/** The edits in the same bytes; a snapshot without entries where nothing was edited yet. */
function parseEdits(bytes: Uint8Array): Snapshot | undefined {
  const end = bytes.indexOf(LINE_FEED)
  if (end === -1) return undefined
  const line = firstLine(bytes, end)
  if (!isKnown(line)) return undefined
  const { edits = 0, of, publishers, updated } = line
  if (edits === 0) return { of, publishers, updated, entries: [] }
  return parseSnapshot(bytes.subarray(bytes.byteLength - edits))
}

/** Withdrawn statements in the same bytes: those among the newest, and older ones. */
function parseWithdrawn(bytes: Uint8Array): Snapshot | undefined {
  const newest = parseSnapshot(bytes)
  if (newest === undefined) return undefined
  const { withdrawn = 0, machine = 0, edits = 0 } = firstLine(bytes, bytes.indexOf(LINE_FEED))
  const end = bytes.byteLength - edits - machine
  const older = parseSnapshot(bytes.subarray(end - withdrawn, end))
  const entries = newest.entries.filter(({ state }) => state === 'withdrawn')
  if (older === undefined) return { ...newest, entries }
  return {
    ...newest,
    publishers: { ...older.publishers, ...newest.publishers },
    // One language's newest may be older than what is beyond the other's.
    entries: [...entries, ...older.entries].toSorted((one, other) =>
      compared(dateOf(other), dateOf(one)),
    ),
  }
}

/** The part of a snapshot's bytes that a kind of feed is made of. */
export function parseFor(
  { kind }: Pick<FeedKind, 'kind'>,
  bytes: Uint8Array,
): Snapshot | undefined {
  if (kind === 'edits') return parseEdits(bytes)
  return kind === 'withdrawn' ? parseWithdrawn(bytes) : parseSnapshot(bytes)
}

function firstLine(bytes: Uint8Array, end: number): FirstLine {
  return JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as FirstLine
}
