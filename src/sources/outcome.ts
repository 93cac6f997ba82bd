import type { Words } from '../text/language.ts'
import type { Chosen } from './chosen.ts'
import type { ListingEntry, Refusal } from './reading.ts'
import type { MoveSeen } from './move.ts'
import type { ReadableKind } from './source.ts'

/** What is sent back to the site, so that it need not answer what we have already. */
export interface Validators {
  readonly etag: string | undefined
  readonly lastModified: string | undefined
  /** SHA-256 over the body's bytes, 32 hex digits. */
  readonly bodyHash: string | undefined
  /** Where an index led to: they are that document's then, and not the listing's own. */
  readonly of?: string | undefined
}

/** What came of one look at one listing. Only `ok` may touch what is known. */
export type Outcome =
  | {
      readonly kind: 'unchanged'
      readonly validators: Validators
      readonly full: boolean
      readonly move?: MoveSeen | undefined
    }
  | {
      readonly kind: 'ok'
      readonly entries: readonly ListingEntry[]
      readonly notes: readonly Words[]
      /** Fingerprints of entries that were passed over, since they were read before. */
      readonly known: readonly string[]
      /** The kind that `auto` chose, or the source's own. */
      readonly readAs: ReadableKind
      readonly validators: Validators
      /** The document broke off: what it lacks is not missing, and a first look is no baseline yet. */
      readonly partial: boolean
      /** The path that was found for a source of kind `auto`, to be remembered. */
      readonly chosen?: Chosen
      readonly move?: MoveSeen | undefined
    }
  | Refusal
