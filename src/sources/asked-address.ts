import { chosenFor } from './chosen.ts'
import { listingAddress } from './listing-readers.ts'
import type { SourceState } from './source-state.ts'
import type { Source } from './source.ts'

/** Where a source's next poll asks; a move that is believed leads to the same host. */
export function askedAddress(source: Source, { chosen }: Pick<SourceState, 'chosen'>): string {
  return chosenFor(source, chosen)?.url ?? listingAddress(source)
}
