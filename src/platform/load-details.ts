import { lacksDetails, learnDetails } from '../sources/detail-words.ts'
import type { BayanEnv } from './env.ts'
import { logFault } from './log-fault.ts'

/**
 * Fetches the sentences for what was refused in reading, once an isolate. Where they cannot be had, what was
 * refused is told by its name: to know that is better than to know nothing of the source.
 */
export async function loadDetails(env: Pick<BayanEnv, 'ASSETS'>): Promise<void> {
  if (!lacksDetails()) return
  try {
    const response = await env.ASSETS.fetch('https://assets.internal/words/refusals.json')
    learnDetails(sentencesIn(await response.json()))
  } catch (error) {
    logFault({ at: 'words' }, error)
  }
}

function sentencesIn(json: unknown): Readonly<Record<string, readonly string[]>> {
  const entries = typeof json === 'object' && json !== null ? Object.entries(json) : []
  return Object.fromEntries(
    entries.map(([name, both]: [string, unknown]) => [
      name,
      Array.isArray(both) ? both.map(String) : [],
    ]),
  )
}
