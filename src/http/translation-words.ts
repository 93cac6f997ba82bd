import * as v from 'valibot'
import type table from '../../public/words/translation.json'
import type { Words } from '../feeds/feed-words.ts'
import type { BayanEnv } from '../platform/env.ts'
import type { TranslationFailureName } from '../statements/translator.ts'

type Table = Readonly<Record<TranslationFailureName, readonly string[]>>
/** The compiler asks for a sentence for every failure. */
type Whole = typeof table extends Table ? string : never

const sentences = v.record(v.string(), v.array(v.string()))
let known: Readonly<Record<Whole, readonly string[]>> | undefined

/**
 * What an operator is told of a failure: what happened, and what to mend. The sentences lie beside
 * the worker and not in it, as the desk's do: one operator reads them, once in a while.
 */
export async function failureWords(reason: TranslationFailureName, env: BayanEnv): Promise<Words> {
  if (known === undefined) {
    const response = await env.ASSETS.fetch('https://assets.internal/words/translation.json')
    known = v.parse(sentences, await response.json())
  }
  const [en = reason, ar = reason] = known[reason] ?? []
  return { en, ar }
}
