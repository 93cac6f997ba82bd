import type table from '../../public/words/translation.json'
import type { BayanEnv } from '../platform/env.ts'
import type { TranslationFailureName } from '../statements/translator.ts'
import type { Words } from '../text/language.ts'
import { wordsBeside } from './words-beside.ts'

type Table = Readonly<Record<TranslationFailureName, readonly string[]>>
/** The compiler asks for a sentence for every failure. */
type Reason = typeof table extends Table ? TranslationFailureName : never

/** What an operator is told of a failure: what happened, and what to mend. */
export async function failureWords(reason: Reason, env: BayanEnv): Promise<Words> {
  const [en = reason, ar = reason] = (await wordsBeside('translation', env))[reason] ?? []
  return { en, ar }
}
