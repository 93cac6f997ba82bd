import type { ReadableKind, Source } from './source.ts'

/** Why a path was chosen; in words: `public/words/preview.json`. */
export type Step =
  | 'is-feed'
  | 'is-wordpress'
  | 'is-sitemap'
  | 'is-telegram'
  | 'declared-feed'
  | 'wordpress'
  | 'sitemap'
  | 'structure'
  | 'selectors'

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
