import type { SourceState } from '../sources/source-state.ts'
import type { Source } from '../sources/source.ts'
import type { RoundWorld } from './round-world.ts'
import type { SightWorld } from './sighted.ts'

/** The day before, at whatever hour: a date without an hour stands at its midnight. */
const OLD_MARGIN_MS = 48 * 3_600_000

/** What sighting needs of a round's world, and from which day on a text of this source is news. */
export function sightWorld(source: Source, world: RoundWorld): SightWorld {
  const { state, get, agent, pages, clock } = world
  const { statements: store, wanted } = state
  const { datedByVisit, returning, chosen, watchedSince, mended } = state.source(source.id)
  const kind = source.kind === 'auto' ? chosen?.kind : source.kind
  // A sitemap puts a page of years ago on top when it is edited; what was published as the source began
  // to be watched is news.
  const since = kind === 'sitemap' ? watchedSince : -Infinity
  const oldBefore = Math.max(since, Date.parse(mended ?? '') || -Infinity) - OLD_MARGIN_MS
  const seeing = {
    source,
    store,
    wanted,
    get,
    agent,
    pages,
    now: clock(),
    datedByVisit,
    returning,
    oldBefore,
  }
  return { ...seeing, slidBefore: oldBefore, below: undefined }
}

/**
 * What stands below all that is known is older than this (ms since 1970), or it is news. In a list that
 * is turned upside down the newest stands there.
 */
export function slidBefore({ watchedSince, rhythm }: SourceState): number {
  return Math.min(watchedSince - OLD_MARGIN_MS, rhythm.last)
}
