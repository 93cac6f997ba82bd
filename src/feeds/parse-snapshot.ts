import type { Snapshot, SnapshotEntry } from './snapshot.ts'

const LINE_FEED = 0x0a

type Head = Omit<SnapshotEntry, 'body'> & { readonly bytes: number }

/** A snapshot as it lies in KV: one line of JSON, then the bodies one after another. */
export const SNAPSHOT_FORMAT = 2

/**
 * The snapshot in the bytes that `buildSnapshot` wrote. The bodies stay bytes: most feeds only copy
 * them. Undefined for anything else: what an older version wrote, or a publisher that has ended.
 */
export function parseSnapshot(bytes: Uint8Array): Snapshot | undefined {
  const end = bytes.indexOf(LINE_FEED)
  if (end === -1) return undefined
  const text = new TextDecoder().decode(bytes.subarray(0, end))
  const { format, entries, ...rest } = JSON.parse(text) as Omit<Snapshot, 'entries'> & {
    readonly format: number
    readonly entries: readonly Head[]
  }
  if (format !== SNAPSHOT_FORMAT) return undefined
  let at = end + 1
  return {
    ...rest,
    entries: entries.map((head) => {
      const body = bytes.subarray(at, at + head.bytes)
      at += head.bytes
      return Object.assign(head, { body })
    }),
  }
}
