import type { TranslationSettings } from '../statements/translation-settings.ts'
import type { TranslationProvider, Translator } from '../statements/translator.ts'
import { type BayanEnv, mayReachPrivate } from './env.ts'
import { libreTranslate } from './libretranslate.ts'
import { sealText, unsealText } from './seal.ts'
import { workersAi } from './workers-ai.ts'

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

/** The machine that settings name. A new one is a line here. */
const TRANSLATORS: Readonly<
  Record<TranslationProvider, (settings: TranslationSettings, env: BayanEnv) => Translator>
> = {
  'workers-ai': ({ model }, { AI }) => workersAi(AI, model),
  libretranslate: ({ url, key }, env) => libreTranslate({ url, key }, translatorPolicy(env)),
}

export function translatorOf(settings: TranslationSettings, env: BayanEnv): Translator {
  return TRANSLATORS[settings.provider](settings, env)
}

/** https only: texts and the key go there. */
function translatorPolicy(env: BayanEnv) {
  const ownHost = new URL(env.BASE_URL).hostname
  return { allowPrivate: mayReachPrivate(env), ownHost, httpsOnly: true }
}
