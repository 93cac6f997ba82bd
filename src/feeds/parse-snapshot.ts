import type { FeedKind } from './feed-kind.ts'
import { compared, dateOf } from './newest-first.ts'
import type { Snapshot, SnapshotEntry } from './snapshot.ts'

const LINE_FEED = 0x0a

type Head = Omit<SnapshotEntry, 'body'> & { readonly bytes: number }

/** The line of JSON before the bodies. */
type FirstLine = Omit<Snapshot, 'entries' | 'machine'> & {
  readonly format: number
  /** Sizes of what follows the bodies, each a snapshot: older withdrawn ones, machine versions, edits. */
  readonly withdrawn?: number
  readonly machine?: number
  readonly edits?: number
  readonly entries: readonly Head[]
}

/** A snapshot as it lies in KV: one line of JSON, the bodies one after another, then its tails. */
export const SNAPSHOT_FORMAT = 2

/**
 * The snapshot in the bytes that `buildSnapshot` wrote. The bodies stay bytes: most feeds only copy
 * them. Undefined for anything else: what an older version wrote, or a publisher that has ended.
 */
export function parseSnapshot(bytes: Uint8Array): Snapshot | undefined {
  const end = bytes.indexOf(LINE_FEED)
  if (end === -1) return undefined
  const { format, withdrawn: _, edits = 0, machine = 0, entries, ...rest } = firstLine(bytes, end)
  if (format !== SNAPSHOT_FORMAT) return undefined
  let at = end + 1
  const last = bytes.byteLength - edits
  const versions = machine === 0 ? undefined : parseSnapshot(bytes.subarray(last - machine, last))
  return {
    ...rest,
    ...(versions === undefined ? {} : { machine: versions.entries }),
    entries: entries.map((head) => {
      const body = bytes.subarray(at, at + head.bytes)
      at += head.bytes
      return Object.assign(head, { body })
    }),
  }
}

/** The edits in the same bytes; a snapshot without entries where nothing was edited yet. */
function parseEdits(bytes: Uint8Array): Snapshot | undefined {
  const end = bytes.indexOf(LINE_FEED)
  if (end === -1) return undefined
  const { format, edits = 0, of, publishers, updated } = firstLine(bytes, end)
  if (format !== SNAPSHOT_FORMAT) return undefined
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
