import { logFault } from '../platform/log-fault.ts'
import type { Errand } from './drain-world.ts'
import { publisherSnapshot } from './publisher-snapshot.ts'

/**
 * Tells the hub of each topic that somebody subscribes to. From SQLite, not from KV: a place that
 * has the older value in its cache would render the older feed. One topic that fails is tried alone.
 */
export const tellHubs: Errand = async (
  owed,
  { face, authority, retired, state, neighbours, now },
) => {
  const snapshot = retired ? undefined : publisherSnapshot(state, face).bytes
  await Promise.all(
    owed.map(async (row) => {
      try {
        await neighbours.hub(row.value, snapshot && { snapshot, authority })
        state.outbox.done([row])
      } catch (error) {
        logFault({ at: 'hub', topic: row.value }, error)
        state.outbox.postpone([row], now)
      }
    }),
  )
}

/** Public hubs fetch the feeds anew by themselves. A ping is a courtesy: one that fails is forgotten. */
export const pingHubs: Errand = async (owed, { face, state, neighbours }) => {
  state.outbox.done(owed)
  await neighbours.ping?.(face.id)
}
