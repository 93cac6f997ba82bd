import type { SnapshotBounds } from '../feeds/build-snapshot.ts'
import { buildSnapshot } from '../feeds/build-snapshot.ts'
import { type ErasedEntry, type PublisherFace, newestErased } from '../feeds/snapshot.ts'
import { kvKeys } from '../platform/kv-keys.ts'
import { logFault } from '../platform/log-fault.ts'
import { statementId } from '../statements/statement-id.ts'
import { newestChange } from './entry-store.ts'
import { isSaving } from './publisher-budget.ts'
import type { DrainWorld } from './drain-world.ts'
import { prepareKept } from './prepare-kept.ts'
import type { PublisherState } from './publisher-state.ts'

/** Room for some two thousand statements; longer bodies are cut to one common length. */
const ARCHIVE_BOUNDS: SnapshotBounds = { bytes: 4 * 1024 * 1024, entriesALanguage: Infinity }

const RETRY_MS = 10 * 60_000
/** When the plan's writes are nearly spent, archives wait: what is newest comes first. */
const SAVING_MS = 6 * 3_600_000

/**
 * Writes one month of the archive, if one is due, whole and from SQLite. The document of a month is
 * closed, and may be kept by caches for long, once a later month has statements.
 */
export async function publishArchive(world: DrainWorld): Promise<void> {
  const { state, face, now } = world
  const { archives, outbox } = state
  const month = archives.due(now)
  if (month === undefined) return
  if (isSaving(world)) return archives.postpone(month, now + SAVING_MS)
  const before = archives.newest()
  try {
    const { previous, next } = archives.around(month)
    const { bytes, updated } = monthSnapshot(month, { month, previous, next }, face, state)
    await world.neighbours.published.saveSnapshot(kvKeys.archive(face.id, month), bytes, {
      updated,
      authority: world.authority,
      ...(next === null ? {} : { closed: true }),
    })
    state.countKvWrites(1)
    archives.written(month, now)
    // The document that readers subscribe to leads to the newest month.
    if (archives.newest() !== before) outbox.addOnce('snapshot', '')
  } catch (error) {
    logFault({ at: 'archive', month, publisher: face.id }, error)
    archives.postpone(month, now + RETRY_MS)
  }
}

function monthSnapshot(
  month: string,
  chain: { readonly month: string; readonly previous: string | null; readonly next: string | null },
  face: PublisherFace,
  state: PublisherState,
) {
  // What is among the newest lies ready; the rest is made ready anew.
  const gone: ErasedEntry[] = []
  const entries = state.statements.dates.numbersOf(month).flatMap((number) => {
    const ready = state.entries.load(statementId(face.id, number))
    if (ready !== undefined) return [ready]
    const kept = state.statements.load(number)
    if (kept !== undefined) return [prepareKept(kept)]
    gone.push(...erasedEntry(number, state))
    return []
  })
  const erased = newestErased(gone)
  const updated = newestChange(entries, erased)
  const publishers = { [face.id]: face }
  const bounds = ARCHIVE_BOUNDS
  return {
    bytes: buildSnapshot({ of: face.id, publishers, entries, erased, updated, chain, bounds }),
    updated,
  }
}

function erasedEntry(number: number, state: PublisherState): ErasedEntry[] {
  const shell = state.statements.loadShell(number)
  if (shell?.erased === undefined) return []
  return [{ tag: shell.tag, language: shell.language, at: shell.erased.at }]
}
