import type { Instant } from '../text/instant.ts'
import type { Language } from '../text/language.ts'

/** What a reader saw of one statement in one poll. */
export interface Sighting {
  /** Absolute http(s) address of the statement's own page. */
  readonly url: string
  /** The feed's own id for it (guid, atom:id), where there is one. */
  readonly guid: string | undefined
  readonly title: string
  readonly published: Instant | undefined
  /** The person or desk that the source names. */
  readonly author?: string | undefined
  /** When the source says that it was changed last. */
  readonly modified?: Instant | undefined
  readonly language: Language
  readonly text: string
  readonly html: string
  /** Addresses that the source declares as the same text in another language. */
  readonly translations: readonly string[]
}
