import type { SnapshotBounds, SnapshotInput } from '../feeds/build-snapshot.ts'
import type { EntryStore } from './entry-store.ts'
import type { FrontNews } from './front-news.ts'

/** So that statements keep the room of a snapshot: a longer machine version becomes an excerpt. */
const BOUNDS: SnapshotBounds = { bytes: 64 * 1024, entriesALanguage: 20 }

/** The machine versions of a snapshot, as its part; nothing where there are none. */
export function machineSection(
  entries: EntryStore,
  of: string,
  publishers: SnapshotInput['publishers'],
): Pick<SnapshotInput, 'machine'> {
  if (entries.count() === 0) return {}
  return { machine: entries.snapshot(of, publishers, { bounds: BOUNDS }).bytes }
}

/** Takes machine versions as they are now, or that there are none. */
export function keepMachines(news: FrontNews['machine'], store: EntryStore): void {
  for (const { id, entry } of news) {
    if (entry === null) store.remove(id)
    else store.keep(entry)
  }
  store.trim()
}
