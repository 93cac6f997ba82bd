import type { Published } from '../platform/published.ts'
import type { Revision } from '../statements/statement.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import { planMachines } from './machine-keeping.ts'
import type { PublisherState } from './publisher-state.ts'
import { restoreStatement } from './restore-statement.ts'

/** Values that one run reads: the free plan gives it 50 subrequests and 10 ms of CPU. */
const VALUES_A_RUN = 20
const KEYS_A_LISTING = 100

/**
 * Reads some statements back from KV, and tells nobody. The one place where keys of KV are listed.
 * @param id the publisher's own: keys of `etilaf-2` begin as those of `etilaf` do
 */
export async function rebuildSome(
  id: string,
  state: PublisherState,
  published: Published,
  transact: (work: () => void) => void,
  now: number,
): Promise<void> {
  const before = state.rebuild.load()
  if (before === undefined) return
  const { keys, cursor } =
    before.keys.length > 0 ? before : await listed(id, before.cursor, published)
  let left = VALUES_A_RUN
  let done = 0
  while (done < keys.length && left > 0) {
    const key = keys[done] ?? ''
    const value = await published.loadStatement(key)
    const older: Revision[] = []
    for (const note of value?.revisions.slice(0, -1) ?? []) {
      const wording = await published.loadRevision(key, note.number)
      if (wording !== undefined) older.push(wording)
    }
    left -= 1 + older.length
    done += 1
    const next = { keys: keys.slice(done), cursor }
    transact(() => {
      if (value !== undefined) restoreStatement({ published: value, older }, state, now)
      if (next.keys.length > 0 || cursor !== null) state.rebuild.save(next)
      else finish(state)
    })
  }
  if (keys.length === 0) transact(() => finish(state))
}

/** A page without a key of ours must not look like the end. */
async function listed(id: string, from: string | null, published: Published) {
  for (let cursor = from; cursor !== null;) {
    const page = await published.listStatements(id, cursor, KEYS_A_LISTING)
    const keys = page.ids.filter((one) => parseStatementId(one)?.publisher === id)
    if (keys.length > 0) return { keys, cursor: page.cursor }
    cursor = page.cursor
  }
  return { keys: [], cursor: null }
}

/** The front gets what is newest again, and feeds are written anew. */
function finish(state: PublisherState): void {
  state.rebuild.end()
  planMachines(state)
  state.outbox.addOnce('snapshot', '')
  for (const { id } of state.entries.all()) {
    const number = parseStatementId(id)?.number
    if (number !== undefined) state.outbox.addOnce('front', String(number))
  }
}
