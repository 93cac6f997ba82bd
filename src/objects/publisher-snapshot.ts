import type { SnapshotBounds } from '../feeds/build-snapshot.ts'
import type { PublisherFace } from '../feeds/snapshot.ts'
import type { Instant } from '../text/instant.ts'
import { machineSection } from './machine-section.ts'
import type { PublisherState } from './publisher-state.ts'
import { olderOf } from './shelf.ts'

const EDITS_BOUNDS: SnapshotBounds = { bytes: 64 * 1024, entriesALanguage: 50 }

/**
 * A publisher's snapshot, with where its archive begins and what it leaves out, its newest edits and machine versions. Edits are
 * made only when a statement changes, which writes the snapshot anyway: a key of their own would cost a write.
 */
export function publisherSnapshot(
  state: PublisherState,
  face: PublisherFace,
): { readonly bytes: Uint8Array; readonly updated: Instant } {
  const publishers = { [face.id]: face }
  const chain = { month: null, previous: state.archives.newest(), next: null }
  const machine = machineSection(state.machineEntries, face.id, publishers)
  const older = olderOf(face.id, state)
  const more = { chain, ...older, erased: state.erased.list(), ...machine }
  if (state.edits.count() === 0) return state.entries.snapshot(face.id, publishers, more)
  const edits = state.edits.snapshot(face.id, publishers, { bounds: EDITS_BOUNDS }).bytes
  return state.entries.snapshot(face.id, publishers, { ...more, edits })
}
