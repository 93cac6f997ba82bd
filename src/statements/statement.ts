import type { Instant } from '../text/instant.ts'
import type { Language } from '../text/language.ts'
import type { ChangeClass } from './change-class.ts'

/** One text an organisation published, in one language, at one address, with an id for ever. */
export interface Statement {
  /** `{publisher}-{number}`: lower-case ASCII, given once, never reused. */
  readonly id: string
  /** The permanent entry id in every feed: a tag: URI (RFC 4151), fixed when first seen. */
  readonly tag: string
  readonly publisher: string
  readonly source: string
  readonly language: Language
  /** Absolute, http or https, as the publisher writes it. */
  readonly url: string
  readonly title: string
  /** Plain text: what is matched. Paragraphs are separated by one line break. */
  readonly text: string
  /** The same text as sanitised html: what is shown. */
  readonly html: string
  /** The publisher's own date; `null` where none could be read. It is never "now". */
  readonly published: Instant | null
  /** The person or desk that the source names, as it does; most name none. */
  readonly author?: string
  /** When the source says that it was changed last. Shown, and no date of ours follows it. */
  readonly modified?: Instant
  readonly firstSeen: Instant
  /** When the current wording was first seen: equals `firstSeen` until a revision. */
  readonly updated: Instant
  readonly state: 'current' | 'withdrawn'
  /** When it was last withdrawn or restored. */
  readonly stateSince?: Instant
  /** Since when the version in the other language has not followed a change of this one. */
  readonly divergedSince?: Instant
  /** 1 for the first wording. */
  readonly revision: number
  readonly contentHash: string
  readonly translation: Translation | null
}

/** The link to the statement that says the same in the other language. */
export interface Translation {
  readonly id: string
  readonly url: string
  readonly language: Language
  readonly title: string
  /** How it is known. `declared`: the publisher's page, feed or address pattern says so. */
  readonly by: 'declared' | 'inferred' | 'operator'
  /** 0 to 1; 1 for what is declared. */
  readonly confidence: number
}

/** One wording of a statement. */
export interface Revision {
  readonly number: number
  readonly seen: Instant
  readonly title: string
  readonly text: string
  readonly html: string
  readonly contentHash: string
  /** What kind of edit made it; absent for the first wording. */
  readonly class?: ChangeClass
}
