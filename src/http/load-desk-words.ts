import * as v from 'valibot'
import { learnDeskWords } from '../pages/desk/desk-words.ts'
import type { BayanEnv } from '../platform/env.ts'

/** Fetches the desk's words, once an isolate, from the files beside the worker. */
export async function loadDeskWords(env: BayanEnv): Promise<void> {
  const response = await env.ASSETS.fetch('https://assets.internal/words/desk.json')
  learnDeskWords(v.parse(v.record(v.string(), v.array(v.string())), await response.json()))
}
