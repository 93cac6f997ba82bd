import { learnDeskWords } from '../pages/desk/desk-words.ts'
import type { BayanEnv } from '../platform/env.ts'
import { wordsBeside } from './words-beside.ts'

/** Fetches the desk's words, once an isolate. */
export async function loadDeskWords(env: BayanEnv): Promise<void> {
  learnDeskWords(await wordsBeside('desk', env))
}
