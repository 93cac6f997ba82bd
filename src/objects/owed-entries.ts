import { logFault } from '../platform/log-fault.ts'
import { dateOf } from '../statements/newest-first.ts'
import { monthOf } from '../feeds/older.ts'
import type { Errand } from './drain-world.ts'
import type { Owed } from './outbox.ts'
import { prepareKept } from './prepare-kept.ts'
import type { PublisherErrand } from './publisher-errand.ts'
import type { PublisherState } from './publisher-state.ts'

/** All that there are: a snapshot without one of them would be written and not be due again. */
const MOST = 100_000

/**
 * Makes changed statements ready for feeds and marks their months. Not in the run that found them, whose
 * alerts somebody waits for; before anything is published, since all of it is made from what is ready.
 */
export const prepareOwed: Errand = (owed, { state, now }) => {
  prepare(owed, state, now)
  return Promise.resolve()
}

/** The same, where a snapshot is wanted before the outbox's turn. */
export function prepareAllOwed(state: PublisherState, now: number): void {
  prepare(state.outbox.due('entry', now, MOST), state, now)
}

function prepare(
  owed: readonly Owed<PublisherErrand>[],
  { statements, entries, archives, outbox }: PublisherState,
  now: number,
): void {
  for (const row of owed) {
    try {
      const kept = statements.load(Number(row.value))
      // Undefined where it was erased since.
      if (kept !== undefined) {
        entries.keep(prepareKept(kept))
        archives.mark(monthOf(dateOf(kept.statement)), now)
      }
      outbox.done([row])
      // What was made of the others went without it.
      if (row.attempts > 0) {
        outbox.addAllOnce([
          ['snapshot', ''],
          ['front', row.value],
        ])
      }
    } catch (error) {
      logFault({ at: 'entry', statement: row.value }, error)
      outbox.postpone([row], now)
    }
  }
}
