import type { TranslationSettings } from '../statements/translation-settings.ts'
import type { TranslationProvider, Translator } from '../statements/translator.ts'
import { type BayanEnv, addressPolicyOf } from './env.ts'
import { libreTranslate } from './libretranslate.ts'
import { workersAi } from './workers-ai.ts'

/** The machine that settings name. A new one is a line here. */
const TRANSLATORS: Readonly<
  Record<TranslationProvider, (settings: TranslationSettings, env: BayanEnv) => Translator>
> = {
  'workers-ai': ({ model }, { AI }) => workersAi(AI, model),
  // https only: texts and the key go there.
  libretranslate: ({ url, key }, env) =>
    libreTranslate({ url, key }, { ...addressPolicyOf(env), httpsOnly: true }),
}

export function translatorOf(settings: TranslationSettings, env: BayanEnv): Translator {
  return TRANSLATORS[settings.provider](settings, env)
}
