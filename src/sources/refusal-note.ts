import type { Words } from '../text/language.ts'
import { detailWords } from './detail-words.ts'
import type { Refusal } from './reading.ts'
import { refusalWords } from './refusal-words-table.ts'

/** A refusal as a note. */
export function refusalNote({ detail }: Refusal): Words {
  return detailWords(detail)
}

/** Why a source of kind `auto` left the path that it was read by. */
export function fellBack(path: string, polls: number, { reason, status }: Refusal): Words {
  const number = status === undefined ? '' : ` ${status}`
  const [en, ar] = [refusalWords(reason, 'en', status), refusalWords(reason, 'ar', status)]
  return {
    en: `${path} has been broken for ${polls} polls (${en.what}${number}); another path was chosen.`,
    ar: `تعطل ${path} في ${polls} قراءات متتالية (${ar.what}${number})، فاختير طريق آخر.`,
  }
}
