import type { Publisher } from '../sources/publisher.ts'
import { NEW_SOURCE } from '../sources/source-state.ts'
import type { Source } from '../sources/source.ts'
import type { PublisherState } from './publisher-state.ts'

/**
 * Makes sources due at once, and unconditionally, whose address or way of reading the operator changed.
 * What a site says of one address is not true of another, the same bytes read by other selectors are
 * another list, and whoever mended a source does not wait for the end of its back-off. What is known of
 * its statements stays: what was published there since the last good poll is news. Must run inside a transaction, after the orders.
 * @returns whether there was any
 */
export function readAnew(
  before: Publisher | null | undefined,
  after: Publisher | null,
  state: PublisherState,
  day: string,
): boolean {
  let isAnew = false
  for (const source of after?.sources ?? []) {
    const old = before?.sources.find(({ id }) => id === source.id)
    if (old === undefined || waysOf(old) === waysOf(source)) continue
    const known = state.source(source.id)
    if (known.lastPoll === null) continue
    const { next, validators, lastFull, failures, pausedUntil } = NEW_SOURCE
    const mended = known.mended ?? known.lastGoodPoll
    const anew = { next, validators, lastFull, failures, pausedUntil, mended }
    state.saveSource(source.id, { ...known, ...anew }, day)
    isAnew = true
  }
  return isAnew
}

/** All of a source on which it depends what is read there. */
function waysOf({ url, kind, language, selectors, utcOffset, timeZone, robots }: Source): string {
  return JSON.stringify([url, kind, language, selectors, utcOffset, timeZone, robots])
}
