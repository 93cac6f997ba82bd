import type { Language } from '../text/language.ts'
import type { NoticeState } from './notice.ts'

/** The states as a notice names them. */
export const NOTICE_WORDS: Readonly<Record<NoticeState, Readonly<Record<Language, string>>>> = {
  ok: { ar: 'يعمل', en: 'ok' },
  quiet: { ar: 'هادئ', en: 'quiet' },
  late: { ar: 'متأخر عن عادته', en: 'late' },
  blocked: { ar: 'محجوب عنا', en: 'blocked' },
  'changed-layout': { ar: 'تغير شكله', en: 'changed layout' },
  down: { ar: 'لا يجيب', en: 'down' },
  waiting: { ar: 'ينتظر أول قراءة', en: 'waiting for its first poll' },
  paused: { ar: 'موقوف بقرار المشغل', en: 'paused by the operator' },
  flood: { ar: 'تنبيهات محتجزة', en: 'alerts held back' },
  failing: { ar: 'تفشل المحاولات', en: 'failing' },
  disabled: { ar: 'معطل', en: 'disabled' },
}
