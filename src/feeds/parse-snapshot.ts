import type { Snapshot, SnapshotEntry } from './snapshot.ts'

const LINE_FEED = 0x0a

type Head = Omit<SnapshotEntry, 'body'> & { readonly bytes: number }

/** The line of JSON before the bodies. */
type FirstLine = Omit<Snapshot, 'entries' | 'machine'> & {
  readonly format: number
  /** What follows the bodies: a publisher's edits, in the form of a snapshot. */
  readonly edits?: number
  /** What stands between bodies and edits: machine versions, in the form of a snapshot. */
  readonly machine?: number
  readonly entries: readonly Head[]
}

/** A snapshot as it lies in KV: one line of JSON, the bodies, then machine versions, then edits. */
export const SNAPSHOT_FORMAT = 2

/**
 * The snapshot in the bytes that `buildSnapshot` wrote. The bodies stay bytes: most feeds only copy
 * them. Undefined for anything else: what an older version wrote, or a publisher that has ended.
 */
export function parseSnapshot(bytes: Uint8Array): Snapshot | undefined {
  const end = bytes.indexOf(LINE_FEED)
  if (end === -1) return undefined
  const { format, edits = 0, machine = 0, entries, ...rest } = firstLine(bytes, end)
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
export function parseEdits(bytes: Uint8Array): Snapshot | undefined {
  const end = bytes.indexOf(LINE_FEED)
  if (end === -1) return undefined
  const { format, edits = 0, of, publishers, updated } = firstLine(bytes, end)
  if (format !== SNAPSHOT_FORMAT) return undefined
  if (edits === 0) return { of, publishers, updated, entries: [] }
  return parseSnapshot(bytes.subarray(bytes.byteLength - edits))
}

function firstLine(bytes: Uint8Array, end: number): FirstLine {
  return JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as FirstLine
}
