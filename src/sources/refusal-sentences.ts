import type { Health } from './health.ts'
import { refusalWords } from './refusal-words-table.ts'
import type { SourceState } from './source-state.ts'

/** What the last poll was refused for and what to do about it; null where it was good. */
export function refusalSentences({
  reason,
  status,
}: Pick<SourceState, 'reason' | 'status'>): Health['reason'] {
  if (reason === null) return null
  const ar = refusalWords(reason, 'ar', status)
  const en = refusalWords(reason, 'en', status)
  const number = reason === 'status' && status !== null ? ` (${status})` : ''
  return { ar: `${ar.what}${number}. ${ar.mend}`, en: `${en.what}${number}. ${en.mend}` }
}
