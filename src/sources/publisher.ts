import type { Words } from '../text/language.ts'
import type { Source } from './source.ts'
import type { Trust } from './trust.ts'

/** An organisation that publishes statements, with its sources, as the operator set it up. */
export interface Publisher {
  readonly id: string
  readonly name: Words
  /** Its own front page. */
  readonly site: string
  readonly paused: boolean
  readonly sources: readonly Source[]
  /** Hours that the other language has for following a change, before the pair has diverged. */
  readonly divergenceHours?: number
  /** Whose wording counts where another publishes the same text; normal where nothing is said. */
  readonly trust?: Trust
}

/** Whether statements of this publisher may have a partner in the other language. */
export function isBilingual({ sources }: Pick<Publisher, 'sources'>): boolean {
  return new Set(sources.map(({ language }) => language)).size > 1
}
