import { compared, dateOf } from '../statements/newest-first.ts'
import type { FeedLanguage } from './feed-address.ts'
import { type FeedKind, NEWEST } from './feed-kind.ts'
import type { Snapshot, SnapshotEntry } from './snapshot.ts'

/**
 * With what machines made, in the feed of one language alone: whoever reads both has the original,
 * and archives hold what the publisher said.
 */
export function withMachines(
  { entries, machine = [] }: Snapshot,
  language: FeedLanguage,
  kind: FeedKind = NEWEST,
): readonly SnapshotEntry[] {
  if (machine.length === 0 || language === 'both' || kind.kind !== 'newest') return entries
  // The sort is stable: of one time, the publisher's own statement comes first.
  return [...entries, ...machine].sort((one, other) => compared(dateOf(other), dateOf(one)))
}
