import { type Older, type Shelf, runsOf } from '../feeds/older.ts'
import { SNAPSHOT_ENTRIES_A_LANGUAGE } from '../feeds/snapshot.ts'
import { statementId } from '../statements/statement-id.ts'
import type { Instant } from '../text/instant.ts'
import { LANGUAGES } from '../text/language.ts'
import type { PublisherState } from './publisher-state.ts'

/** Months that were written last: whoever asks what changed lately is sent to these alone. */
const RECENT = 4

/** What readers can reach of a publisher: down to which date its snapshot goes, and its months. */
export function shelfOf(publisher: string, state: PublisherState): Shelf {
  const before = newestLeftOut(publisher, state)
  // A publisher that is erased loses its statements first, and its months in the end.
  if (state.statements.numberAfter(0) === undefined) return { before, months: [] }
  const all = state.archives.all()
  const recent = all.filter(({ due }, at) => due !== null || at < RECENT)
  const settled = all[recent.length]
  const runs = (some: typeof all) => runsOf(some.map(({ month }) => month).toSorted())
  const months = runs(all)
  if (settled === undefined) return { before, months }
  return { before, months, recent: runs(recent), settled: new Date(settled.written).toISOString() }
}

/** The same as the publisher's own snapshot says it: nothing where that holds everything. */
export function olderOf(publisher: string, state: PublisherState): { readonly older?: Older } {
  const shelf = shelfOf(publisher, state)
  const { before } = shelf
  return before === null ? {} : { older: { before, of: { [publisher]: shelf } } }
}

/**
 * The date of the newest statement that the snapshot does not show. It is looked for, not counted:
 * where one of the newest was erased, the next one does not move up.
 */
function newestLeftOut(publisher: string, { entries, statements }: PublisherState): Instant | null {
  const dates = LANGUAGES.flatMap((language) => {
    const shown = new Set(entries.newestIds(language))
    const kept = statements.dates.newest(language, SNAPSHOT_ENTRIES_A_LANGUAGE + 1)
    return kept.find(({ number }) => !shown.has(statementId(publisher, number)))?.sort ?? []
  })
  return dates.toSorted().at(-1) ?? null
}
