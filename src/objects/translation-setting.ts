import type { SealedTranslation } from '../platform/sealed-translation.ts'
import type { MachineRules } from '../statements/machine-version.ts'

/** The one id under which the setting is kept. */
export const TRANSLATION = 'translation'

/** What a publisher's object has to know of it. */
export function machineRules(kept: SealedTranslation | undefined): MachineRules | undefined {
  if (kept === undefined) return undefined
  const { enabled, afterHours, unexpected } = kept
  return { enabled, afterHours, unexpected }
}
