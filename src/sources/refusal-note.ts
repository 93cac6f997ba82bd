import type { Words } from '../text/language.ts'
import type { Refusal } from './reading.ts'
import { refusalWords } from './refusal-words-table.ts'

/** A refusal as a note: its detail, in Arabic where there is one, else the words for its reason. */
export function refusalNote({ reason, detail, detailAr }: Refusal): Words {
  return { en: detail, ar: detailAr ?? `${refusalWords(reason, 'ar').what}.` }
}

/** Why a source of kind `auto` left the path that it was read by. */
export function fellBack(path: string, polls: number, { reason, detail }: Refusal): Words {
  return {
    en: `${path} has been broken for ${polls} polls (${detail}); another path was chosen.`,
    ar: `تعطل ${path} في ${polls} قراءات متتالية (${refusalWords(reason, 'ar').what})، فاختير طريق آخر.`,
  }
}
