import type { SealedTranslation } from '../platform/sealed-translation.ts'

/** What the desk told the translator, with the version that it belongs to. */
export interface TranslatorOrders {
  readonly version: number
  /** null: no machine is asked any more. */
  readonly translation: SealedTranslation | null
}
