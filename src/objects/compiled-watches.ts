import { type CompiledWatches, compileWatches } from '../watches/compile.ts'
import { NO_WATCHES } from '../watches/watch-set.ts'
import type { PublisherState } from './publisher-state.ts'

/** Compiled once a version and isolate: objects share an isolate and its 128 MB. */
const compiledByVersion = new Map<string, CompiledWatches>()

/** A new version comes while rounds with the one before are still under way. */
const VERSIONS_KEPT = 2

/** The watches of a version, ready to match; no watches before the desk has sent any. */
export function compiledWatches(version: string, state: PublisherState): CompiledWatches {
  const known = compiledByVersion.get(version)
  if (known !== undefined) return known
  const { watches, concepts } = state.watches.load(version) ?? NO_WATCHES
  const compiled = compileWatches(watches, concepts)
  compiledByVersion.set(version, compiled)
  for (const old of compiledByVersion.keys()) {
    if (compiledByVersion.size <= VERSIONS_KEPT) break
    compiledByVersion.delete(old)
  }
  return compiled
}
