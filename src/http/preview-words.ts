import { refusalWords } from '../sources/refusal-words-table.ts'
import type { Chosen } from '../sources/chosen.ts'
import { CHOSEN_BECAUSE } from '../sources/discovery-words-table.ts'
import type { Refusal, RefusalReason } from '../sources/reading.ts'
import type { Told } from './problem.ts'

export const OPERATORS_CHOICE: Told = {
  en: 'The kind was given by the operator.',
  ar: 'حدد المشغل هذا النوع.',
}

const ONCE: Told = {
  en: 'A preview looks once: try again. If it fails again, the site is slow, down or cut off.',
  ar: 'المعاينة قراءة واحدة: أعدها. إن فشلت ثانية فالموقع بطيء أو متوقف أو مقطوع.',
}

/** Of what was never saved, nothing can have changed, and nothing is read again. */
const PREVIEWED: Readonly<Partial<Record<RefusalReason, Told>>> = {
  empty: {
    en: 'The address answers without any statement. Use the address of the feed or of the list.',
    ar: 'أجاب العنوان ولا بيان في جوابه. ضع عنوان الخلاصة أو صفحة القائمة.',
  },
  selector: {
    en: 'The selectors found nothing. Try others: the notes show what on the page is like them.',
    ar: 'لم تجد المحددات شيئا\u064B. جر\u0651ب غيرها: في الملاحظات ما يشبهها في الصفحة.',
  },
  internal: {
    en: 'A fault of Bayan itself. Report what the log says to its developers.',
    ar: 'عطل في بيان نفسه. أبلغ مطوريه بما في السجل.',
  },
}
const ONCE_ONLY: ReadonlySet<RefusalReason> = new Set(['truncated', 'timeout', 'network'])

/** What happened, and what to mend, for people. */
export function whatHappened({ reason, status }: Refusal): Told {
  const whole = PREVIEWED[reason]
  if (whole !== undefined) return whole
  const number = status === undefined ? '' : ` (${status})`
  const [en, ar] = [refusalWords(reason, 'en'), refusalWords(reason, 'ar')]
  const mend = ONCE_ONLY.has(reason) ? ONCE : { en: en.mend, ar: ar.mend }
  return { en: `${en.what}${number}. ${mend.en}`, ar: `${ar.what}${number}. ${mend.ar}` }
}

/** Another kind by which the address can be read. */
export function suggestion({ kind, url, because }: Chosen) {
  const why = CHOSEN_BECAUSE[because]
  return {
    kind,
    address: url,
    said: {
      en: `Try kind "${kind}" with ${url}. ${why.en}`,
      ar: `جرّب النوع "${kind}" مع ${url}. ${why.ar}`,
    },
  }
}
