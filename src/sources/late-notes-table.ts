import type { UndeclaredLanguage } from './undeclared-language.ts'
import type { Words } from '../text/language.ts'

/** Notes as in `note-words-table.ts`, of what is seldom asked for: an isolate begins without them. */
export const LATE_NOTES = {
  silent: (messages: number): Words => ({
    en: `${messages} messages have no text and were passed over.`,
    ar: `تركت رسائل بلا نص: ${messages}.`,
  }),
  undatedSitemap: (): Words => ({
    en: 'The sitemap gives no dates: the addresses at its end are taken for the newest.',
    ar: 'لا تواريخ في خريطة الموقع: عدت العناوين التي في آخرها أحدثها.',
  }),
  datedByVisit: (): Words => ({
    en: 'Pages of this source show the day of the visit where their date would stand: it is not taken for theirs. Name the right place as selectors.articleDate.',
    ar: 'تعرض صفحات هذا المصدر يوم الزيارة مكان تاريخها: لا يؤخذ على أنه تاريخها. سم الموضع الصحيح في selectors.articleDate.',
  }),
  undeclaredLanguage: ({ declared, count }: UndeclaredLanguage): Words => {
    const [said, found] = declared === 'ar' ? ['Arabic', 'English'] : ['English', 'Arabic']
    const [saidAr, foundAr] =
      declared === 'ar' ? ['العربية', 'الإنكليزية'] : ['الإنكليزية', 'العربية']
    return {
      en: `The source is declared ${said}, and all ${count} statements that came from it are ${found}. Set its language to ${found}, or give the address of its ${said} pages.`,
      ar: `لغة المصدر المعلنة ${saidAr}، وكل ما جاء منه (${count}) مكتوب باللغة ${foundAr}. اجعل لغته ${foundAr}، أو ضع عنوان صفحاته باللغة ${saidAr}.`,
    }
  },
  moved: (to: string): Words => ({
    en: `The address has moved for good to ${to}, which is asked now. Save it in the source.`,
    ar: `انتقل العنوان نهائيا\u064B إلى ${to}، ومنه يقرأ الآن. احفظه في المصدر.`,
  }),
  /** A path that holds nothing. */
  noStatements: (): Words => ({ en: 'It holds no statements.', ar: 'لا بيانات فيه.' }),
  /** A path that has nothing to do with what its page lists. */
  leftBehind: (): Words => ({
    en: 'The page lists dated statements; it holds none of them and nothing as new, or much else beside them.',
    ar: 'تعرض الصفحة بيانات بتواريخها، وليس فيه شيء منها ولا جديد مثلها، أو فيه كثير غيرها.',
  }),
}
