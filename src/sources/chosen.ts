import type { Step } from './discovery-words-table.ts'
import type { ReadableKind, Source } from './source.ts'

/** The path by which a source of kind `auto` is read. */
export interface Chosen {
  /** The source's address when the path was found: another address is to be looked at anew. */
  readonly from: string
  readonly kind: ReadableKind
  readonly url: string
  readonly because: Step
}

/** What was chosen, where it was chosen for the address that the source has now. */
export function chosenFor(source: Source, chosen: Chosen | null): Chosen | undefined {
  return source.kind === 'auto' && chosen?.from === source.url ? chosen : undefined
}
