import type { Language } from '../text/language.ts'

/** What the page beside a feed says. */
interface FeedPageWords {
  readonly whatIsThis: string
  readonly address: string
  readonly addTo: string
  readonly thisDevice: string
  readonly edits: string
  readonly withdrawn: string
  readonly archive: string
  readonly page: string
}

export const FEED_PAGE_WORDS: Readonly<Record<Language, FeedPageWords>> = {
  ar: {
    whatIsThis: 'هذه خلاصة: ضع عنوانها في قارئ الخلاصات مرة واحدة، فيصلك كل جديد دون حساب.',
    address: 'انقر على العنوان لتحديده، ثم انسخه',
    addTo: 'أضفها إلى قارئ',
    thisDevice: 'تطبيق على هذا الجهاز',
    edits: 'التعديلات',
    withdrawn: 'ما سحب',
    archive: 'الأرشيف',
    page: 'الصفحة',
  },
  en: {
    whatIsThis:
      'This is a feed: give its address to a feed reader once, and all that is new comes to you, without an account.',
    address: 'Click an address to select it, then copy it',
    addTo: 'Add it to a reader',
    thisDevice: 'An app on this device',
    edits: 'Edits',
    withdrawn: 'Withdrawn',
    archive: 'Archive',
    page: 'Page',
  },
}
