import type { Language } from '../../text/language.ts'
import { refusalWords } from '../../sources/refusal-words-table.ts'
import { PAGE_WORDS } from '../words-table.ts'
import { deskWords } from './desk-words.ts'

interface Poll {
  readonly source: string
  readonly outcome: string
  readonly reason: string | null
  /** Of an answer that was an error. */
  readonly status?: number | null | undefined
  readonly appeared: number
  readonly revised: number
}

/** What polling by hand brought, source by source. */
export function pollWords(polls: readonly Poll[], lang: Language): string {
  const t = deskWords(lang)
  const each = polls.map(({ source, outcome, reason, status, appeared, revised }) => {
    if (reason !== null)
      return `${source}: ${refusalWords(reason, lang, status).what}${status == null ? '' : ` (${status})`}`
    if (outcome === 'unchanged') return `${source}: ${PAGE_WORDS[lang].pollLabels.unchanged}`
    return `${source}: ${appeared} ${t('appeared')}, ${revised} ${t('revised')}`
  })
  return `${t('polled')}: ${each.join('; ')}.`
}
