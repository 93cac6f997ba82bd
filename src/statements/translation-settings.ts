import type { MachineRules } from './machine-version.ts'
import type { TranslationProvider } from './translator.ts'

/** Machine translation as the operator set it up. Without settings no machine is ever asked. */
export interface TranslationSettings extends MachineRules {
  readonly provider: TranslationProvider
  /** The model of Workers AI; '' for a server, which has its own. */
  readonly model: string
  /** The server's address; '' for Workers AI. */
  readonly url: string
  /** The server's key; '' where it asks for none. Kept sealed. */
  readonly key: string
  /** Texts a day that a machine is asked for, whatever comes of it. */
  readonly daily: number
}
