import type { TranslationSettings } from '../statements/translation-settings.ts'
import type { BayanEnv } from './env.ts'
import { sealText, unsealText } from './seal.ts'

/** Settings as they are kept: the key sealed, absent where there is none. */
export interface SealedTranslation extends Omit<TranslationSettings, 'key'> {
  readonly sealed?: string
}

/** What the key is sealed for: it opens for nothing else. */
const SEALED_FOR = 'translation'

export async function sealTranslation(
  { key, ...open }: TranslationSettings,
  env: BayanEnv,
): Promise<SealedTranslation> {
  return key === '' ? open : { ...open, sealed: await sealText(key, SEALED_FOR, env) }
}

/** The settings whole; undefined where none of the secrets that are set opens the key. */
export async function unsealTranslation(
  { sealed, ...open }: SealedTranslation,
  env: BayanEnv,
): Promise<TranslationSettings | undefined> {
  if (sealed === undefined) return { ...open, key: '' }
  const key = await unsealText(sealed, SEALED_FOR, env)
  return key === undefined ? undefined : { ...open, key }
}
