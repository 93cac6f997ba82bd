import type { Language } from '../text/language.ts'

/** A refusal for people: what happened in a few words, and what to mend in one sentence. */
export interface RefusalWords {
  readonly what: string
  readonly mend: string
}

type InBoth = Readonly<Record<Language, RefusalWords>>

const FORBIDDEN: InBoth = {
  ar: {
    what: 'يمنعنا الموقع من القراءة',
    mend: 'اطلب من الجهة أن تسمح بقراءة خلاصتها، أو استعمل عنوان خلاصة مفتوحًا للجميع.',
  },
  en: {
    what: 'The site does not let us in',
    mend: 'Ask the publisher to let its feed be read, or use the address of a feed that is open to all.',
  },
}

const NOT_THERE: InBoth = {
  ar: {
    what: 'لا شيء في هذا العنوان',
    mend: 'الأرجح أن القائمة انتقلت: ابحث عن عنوانها الجديد وضعه في المصدر.',
  },
  en: {
    what: 'There is nothing at this address',
    mend: 'The list has most likely moved: find its new address and put it into the source.',
  },
}

const TOO_OFTEN: InBoth = {
  ar: {
    what: 'يقول الموقع إننا نسأله أكثر مما يقبل',
    mend: 'يُسأل بعد المهلة التي طلبها. إن تكرر ذلك فأطل فترة المصدر.',
  },
  en: {
    what: 'The site says that we ask more often than it allows',
    mend: 'It is asked again after the time that it named. If this comes again, give the source a longer interval.',
  },
}

const CERTIFICATE: InBoth = {
  ar: {
    what: 'شهادة الموقع غير صالحة، أو تعذر الاتصال المشفر به',
    mend: 'أخبر الجهة أن شهادتها منتهية أو موقعة ذاتيًا أو صادرة لاسم آخر. المتصفح يوضح أيها.',
  },
  en: {
    what: 'The site\u2019s certificate is not valid, or no encrypted connection could be made',
    mend: 'Tell the publisher that its certificate has expired, is self-signed or was made for another name. A browser tells which.',
  },
}

const FAULT: InBoth = {
  ar: {
    what: 'في الموقع عطل',
    mend: 'تعاد القراءة تلقائيًا بعد مهلة أطول. إن استمر العطل فأخبر الجهة.',
  },
  en: {
    what: 'The site has a fault of its own',
    mend: 'It is read again by itself, at longer intervals. If this lasts, tell the publisher.',
  },
}

/** What an error status means and what to mend, where that is more than the reason `status` says. */
export function statusWords(status: number): InBoth | undefined {
  switch (status) {
    case 401:
    case 403:
    case 407:
    case 451:
      return FORBIDDEN
    case 404:
      return NOT_THERE
    case 429:
      return TOO_OFTEN
    // Cloudflare's, for a site whose certificate it does not accept.
    case 525:
    case 526:
      return CERTIFICATE
    default:
      return status >= 500 && status < 600 ? FAULT : undefined
  }
}
