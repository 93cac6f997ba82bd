import * as v from 'valibot'
import type { BayanEnv } from '../platform/env.ts'

/** For each name its English and its Arabic. */
export type WordsBeside = Readonly<Record<string, readonly string[]>>

const schema = v.record(v.string(), v.array(v.string()))
const known = new Map<string, WordsBeside>()

/**
 * Words that lie in `public/words`, beside the worker and not in it: operators read them, once in a
 * while, and every alarm and every feed would pay for them at its cold start. Fetched once an isolate.
 */
export async function wordsBeside(name: string, env: BayanEnv): Promise<WordsBeside> {
  const words = known.get(name)
  if (words !== undefined) return words
  const response = await env.ASSETS.fetch(`https://assets.internal/words/${name}.json`)
  const read = v.parse(schema, await response.json())
  known.set(name, read)
  return read
}
