import type { Notice } from '../deliveries/notice.ts'
import { type TellRefusal, healthOf } from '../sources/health.ts'
import { newsIn } from '../sources/health-told.ts'
import type { SourceState } from '../sources/source-state.ts'
import type { Flood } from './flood-store.ts'

const WORKS_AGAIN = {
  ar: 'يقرأ المصدر من جديد كالمعتاد.',
  en: 'The source is read again as usual.',
}

/** The notice that a poll is worth, by what it changed of a source's health; seldom one. */
export function healthNotice(
  subject: { readonly publisher: string; readonly source: string },
  before: SourceState,
  after: SourceState,
  now: number,
  tell: TellRefusal,
): Notice | undefined {
  const state = newsIn(before.health, after.health)
  if (state === undefined) return undefined
  const health = healthOf(after, now, tell)
  const at = new Date(now).toISOString()
  const since = health.since ?? at
  const id = `${subject.publisher}/${subject.source}/${state}/${since}`
  return { id, at, subject, state, reason: health.reason ?? WORKS_AGAIN, since }
}

/** The notice of a flood: what came, and what to do about it. */
export function floodNotice(publisher: string, number: number, flood: Flood): Notice {
  const { source, at, fresh, listed } = flood
  return {
    id: `${publisher}/${source}/flood/${number}`,
    at,
    subject: { publisher, source },
    state: 'flood',
    reason: {
      ar: `جاءت قراءة واحدة بـ ${fresh} من أصل ${listed} لم تكن معروفة. حفظت البيانات واحتجزت تنبيهاتها: أرسلها أو اصرفها بنداء /api/v1/floods/${publisher}-${number}.`,
      en: `One poll brought ${fresh} unknown statements of ${listed}. They are kept, and their alerts wait: release or dismiss them at /api/v1/floods/${publisher}-${number}.`,
    },
    since: at,
  }
}
