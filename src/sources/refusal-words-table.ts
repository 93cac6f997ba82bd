import type { RefusalReason } from './reading.ts'
import type { Language } from '../text/language.ts'
import { type RefusalWords, statusWords } from './status-words-table.ts'

export const REFUSAL_WORDS: Readonly<
  Record<RefusalReason, Readonly<Record<Language, RefusalWords>>>
> = {
  status: {
    ar: {
      what: 'أجاب الموقع برمز خطأ',
      mend: 'افتح العنوان في المتصفح: إن كان الخطأ هناك أيضا\u064B فانتظر، وإلا فصحح عنوان المصدر.',
    },
    en: {
      what: 'The site answered with an error status',
      mend: 'Open the address in a browser: if it fails there too, wait; if not, correct the source\u2019s address.',
    },
  },
  gone: {
    ar: {
      what: 'يقول الموقع إن الصفحة أزيلت نهائيا\u064B (410)',
      mend: 'ابحث عن العنوان الجديد وضعه في المصدر، أو احذف المصدر.',
    },
    en: {
      what: 'The site says that this page is gone for good (410)',
      mend: 'Find the new address and put it into the source, or delete the source.',
    },
  },
  challenge: {
    ar: {
      what: 'أرسل الموقع صفحة تحقق من الزائر بدل محتواه',
      mend: 'اطلب من الجهة أن تسمح بقراءة خلاصتها، أو استعمل عنوان خلاصة لا يمر بصفحة التحقق.',
    },
    en: {
      what: 'The site sent a page that checks for robots instead of its content',
      mend: 'Ask the publisher to let its feed be read, or use the address of a feed that is not behind the check.',
    },
  },
  'soft-404': {
    ar: {
      what: 'أرسل الموقع صفحة «غير موجود» على أنها صفحة سليمة',
      mend: 'تحقق من عنوان المصدر: الأرجح أنه تغير.',
    },
    en: {
      what: 'The site sent a \u201Cnot found\u201D page as if it were a good one',
      mend: 'Check the source\u2019s address: it has most likely moved.',
    },
  },
  empty: {
    ar: {
      what: 'الجواب فارغ، وكانت فيه بيانات من قبل',
      mend: 'لم يتغير شيء مما حفظ. إن بقي فارغا\u064B فتحقق من عنوان المصدر ومحدداته.',
    },
    en: {
      what: 'The answer is empty, although it held statements before',
      mend: 'Nothing that is kept was changed. If it stays empty, check the source\u2019s address and selectors.',
    },
  },
  truncated: {
    ar: {
      what: 'انقطع الجواب قبل نهايته',
      mend: 'تعاد القراءة تلقائيا\u064B. إن تكرر الانقطاع فأخبر الجهة.',
    },
    en: {
      what: 'The answer broke off before its end',
      mend: 'It is read again by itself. If it goes on breaking off, tell the publisher.',
    },
  },
  malformed: {
    ar: {
      what: 'الملف تالف ولم تنفع معه القراءة المتسامحة',
      mend: 'أخبر الجهة بأن خلاصتها تالفة، أو اقرأ صفحتها بمصدر نوعه html.',
    },
    en: {
      what: 'The document is broken beyond what forgiving reading can mend',
      mend: 'Tell the publisher that the feed is broken, or read its page with a source of kind html.',
    },
  },
  'not-a-listing': {
    ar: {
      what: 'العنوان يفتح، لكنه ليس خلاصة ولا قائمة بيانات',
      mend: 'ضع عنوان الخلاصة أو صفحة القائمة، أو غي\u0651ر نوع المصدر.',
    },
    en: {
      what: 'The address answers, but with neither a feed nor a list of statements',
      mend: 'Use the address of the feed or of the list, or change the source\u2019s kind.',
    },
  },
  selector: {
    ar: {
      what: 'لم تجد المحددات أي بيان في الصفحة',
      mend: 'تغير تصميم الموقع: جر\u0651ب محددات جديدة بنداء preview ثم احفظها في المصدر.',
    },
    en: {
      what: 'The selectors found no statement on the page',
      mend: 'The site\u2019s design has changed: try new selectors with the preview call, then save them in the source.',
    },
  },
  charset: {
    ar: {
      what: 'ترميز الحروف مجهول أو غير سليم',
      mend: 'أخبر الجهة بأن صفحتها تعلن ترميزا\u064B لا يطابق حروفها.',
    },
    en: {
      what: 'The character encoding is unknown or invalid',
      mend: 'Tell the publisher that the page declares an encoding that its letters do not follow.',
    },
  },
  'too-large': {
    ar: {
      what: 'الجواب أكبر من الحد المسموح',
      mend: 'استعمل خلاصة أو قائمة أقصر، كخلاصة قسم واحد من الموقع.',
    },
    en: {
      what: 'The answer is larger than what is read',
      mend: 'Use a shorter feed or list, such as that of one section of the site.',
    },
  },
  timeout: {
    ar: {
      what: 'لم يجب الموقع في الوقت المحدد',
      mend: 'تعاد القراءة تلقائيا\u064B بعد مهلة أطول. إن استمر التأخر فالموقع بطيء أو متوقف.',
    },
    en: {
      what: 'The site did not answer in time',
      mend: 'It is read again by itself, at longer intervals. If this lasts, the site is slow or down.',
    },
  },
  redirects: {
    ar: {
      what: 'يحيل الموقع من عنوان إلى آخر بلا نهاية',
      mend: 'افتح العنوان في المتصفح وضع في المصدر العنوان الذي تصل إليه.',
    },
    en: {
      what: 'The site sends from one address to another without end',
      mend: 'Open the address in a browser and put the address where it ends into the source.',
    },
  },
  'blocked-address': {
    ar: {
      what: 'منع الوصول إلى العنوان لأنه يقود إلى شبكة داخلية',
      mend: 'لا تقرأ الخدمة إلا عناوين عامة: صحح عنوان المصدر.',
    },
    en: {
      what: 'The address was blocked because it leads into a private network',
      mend: 'Only public addresses are read: correct the source\u2019s address.',
    },
  },
  network: {
    ar: {
      what: 'فشل الاتصال بالموقع',
      mend: 'تعاد القراءة تلقائيا\u064B. إن استمر الفشل فتحقق من اسم الموقع وشهادته.',
    },
    en: {
      what: 'The connection to the site failed',
      mend: 'It is read again by itself. If this lasts, check the site\u2019s name and certificate.',
    },
  },
  robots: {
    ar: {
      what: 'يطلب الموقع في robots.txt ألا تقرأ هذه الصفحة آليا\u064B',
      mend: 'اطلب الإذن من الجهة، أو استعمل عنوانا\u064B مسموحا\u064B. إن كان الموقع لك فاكتب "robots": "ignore" في المصدر.',
    },
    en: {
      what: 'The site\u2019s robots.txt asks that this address is not read by machines',
      mend: 'Ask the publisher for leave, or use an address that is allowed. If the site is yours, write "robots": "ignore" in the source.',
    },
  },
  foreign: {
    ar: {
      what: 'صارت القائمة تقود إلى مواقع غريبة لم تقد إليها من قبل',
      mend: 'قد يكون النطاق بيع أو اخترق. إن كانت الجهة انتقلت فضع عنوانها الجديد في المصدر.',
    },
    en: {
      what: 'The list leads to strange sites where it never led before',
      mend: 'The domain may have been sold or hacked. If the publisher has moved, put the new address into the source.',
    },
  },
  busy: {
    ar: {
      what: 'لم يسأل الموقع شيئا\u064B: قراءة أخرى منا جارية عنده، أو طلب أن ننتظر',
      mend: 'لا يسأل موقع مرتين معا\u064B. أعد المحاولة بعد قليل.',
    },
    en: {
      what: 'The site was asked nothing: another reading of ours is under way there, or it asked us to wait',
      mend: 'No site is asked twice at a time. Try again in a little while.',
    },
  },
  internal: {
    ar: {
      what: 'عطل في بيان نفسه، ولم يتغير شيء مما حفظ',
      mend: 'تعاد القراءة تلقائيا\u064B. إن تكرر العطل فأبلغ مطوري بيان بما في السجل.',
    },
    en: {
      what: 'A fault of Bayan itself; nothing that is kept was changed',
      mend: 'It is read again by itself. If this lasts, report what the log says to Bayan\u2019s developers.',
    },
  },
}

const OTHER: Readonly<Record<Language, RefusalWords>> = {
  ar: { what: 'سبب لا تعرفه هذه الصفحة', mend: 'راجع سجل الخدمة.' },
  en: { what: 'A reason that this page does not know', mend: 'See the service\u2019s log.' },
}

/**
 * During a deployment an object of another version may name a reason that has no words here.
 *
 * @param status of the answer, where that was an error
 */
export function refusalWords(
  reason: string,
  language: Language,
  status?: number | null,
): RefusalWords {
  const ofStatus = reason === 'status' && status != null ? statusWords(status) : undefined
  if (ofStatus !== undefined) return ofStatus[language]
  return isKnown(reason) ? REFUSAL_WORDS[reason][language] : OTHER[language]
}

function isKnown(reason: string): reason is RefusalReason {
  return Object.hasOwn(REFUSAL_WORDS, reason)
}
