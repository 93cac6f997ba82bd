import type { Language } from '../text/language.ts'
import type { ChangeClass } from './change-class.ts'

/** The classes of edits as people read them, on pages and in messages. */
export const CHANGE_CLASS_WORDS: Readonly<Record<Language, Readonly<Record<ChangeClass, string>>>> =
  {
    ar: {
      none: 'لا تغيير ظاهر',
      typographic: 'إملاء أو تنسيق',
      wording: 'صياغة',
      'number-name-date': 'رقم أو اسم أو تاريخ',
      headline: 'العنوان',
    },
    en: {
      none: 'nothing visible',
      typographic: 'spelling or setting',
      wording: 'wording',
      'number-name-date': 'a figure, name or date',
      headline: 'the headline',
    },
  }
