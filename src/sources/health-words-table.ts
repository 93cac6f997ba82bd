import type { Language } from '../text/language.ts'
import type { HealthName } from './health-name.ts'

/** The states of a source as people are told. */
export const HEALTH_WORDS: Readonly<Record<Language, Readonly<Record<HealthName, string>>>> = {
  ar: {
    ok: 'يعمل',
    quiet: 'هادئ',
    late: 'طال صمته',
    blocked: 'محجوب عنا',
    'changed-layout': 'تغير شكله',
    down: 'لا يجيب',
    waiting: 'ينتظر أول قراءة',
    paused: 'موقوف بقرار المشغ\u0651ل',
  },
  en: {
    ok: 'Working',
    quiet: 'Quiet',
    late: 'Silent for too long',
    blocked: 'Keeps us out',
    'changed-layout': 'Has changed its shape',
    down: 'Does not answer',
    waiting: 'Waiting for its first poll',
    paused: 'Paused by the operator',
  },
}
