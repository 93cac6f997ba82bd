import { HEALTH_WORDS } from '../sources/health-words-table.ts'
import type { Language } from '../text/language.ts'
import type { NoticeState } from './notice.ts'

/** The states as a notice names them. */
export const NOTICE_WORDS: Readonly<Record<Language, Readonly<Record<NoticeState, string>>>> = {
  ar: {
    ...HEALTH_WORDS.ar,
    flood: 'تنبيهات محتجزة',
    failing: 'تفشل المحاولات',
    disabled: 'معطل',
  },
  en: {
    ...HEALTH_WORDS.en,
    flood: 'Alerts are held back',
    failing: 'Attempts fail',
    disabled: 'Disabled',
  },
}
