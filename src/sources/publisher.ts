import type { Source } from './source.ts'

/** An organisation that publishes statements, with its sources, as the operator set it up. */
export interface Publisher {
  readonly id: string
  readonly name: { readonly ar: string; readonly en: string }
  /** Its own front page. */
  readonly site: string
  readonly paused: boolean
  readonly sources: readonly Source[]
}
