import type { Words } from '../text/language.ts'

/** What a reader found besides its entries, and why it read as it did. */
export const NOTES = {
  readAs: (kind: string): Words => ({
    en: `Read as ${kind}: the document looks like one.`,
    ar: `قرئ على أنه ${kind}: هكذا يبدو.`,
  }),
  recipe: (platform: string): Words => ({
    en: `Read by the recipe for ${platform}.`,
    ar: `قرئ بالوصفة المعدة لـ ${platform}.`,
  }),
  structure: (links: number): Words => ({
    en: `Found by what repeats in the page: ${links} links that read like headlines.`,
    ar: `وجدت بما يتكرر في الصفحة: ${links} من الروابط تشبه العناوين.`,
  }),
  unlinked: (items: number): Words => ({
    en: `${items} items have no link and were passed over.`,
    ar: `تركت عناصر بلا رابط: ${items}.`,
  }),
  untitled: (items: number): Words => ({
    en: `${items} items have no title and were passed over.`,
    ar: `تركت عناصر بلا عنوان: ${items}.`,
  }),
  manyItems: (most: number): Words => ({
    en: `The listing has ${most} items or more; the first ${most} were read.`,
    ar: `في القائمة ${most} عنصر أو أكثر، وقرئ أول ${most} منها.`,
  }),
  manyEntries: (most: number): Words => ({
    en: `The feed has more than ${most} entries; the first ${most} were read.`,
    ar: `في الخلاصة أكثر من ${most} مدخل، وقرئ أول ${most} منها.`,
  }),
  noEntries: (): Words => ({
    en: 'The feed is well formed and has no entries.',
    ar: 'الخلاصة سليمة ولا مداخل فيها.',
  }),
  noAddress: (entries: number): Words => ({
    en: `${entries} entries have no http address and were passed over.`,
    ar: `تركت مداخل بلا عنوان http: ${entries}.`,
  }),
  cutFeed: (): Words => ({
    en: 'The feed breaks off before its end: what is there was read, and nothing is taken for missing.',
    ar: 'انقطعت الخلاصة قبل نهايتها: قرئ ما فيها، ولم يعد شيء غائبا\u064B.',
  }),
  forgiven: (): Words => ({
    en: 'The feed is not well formed and was read by forgiving rules.',
    ar: 'صيغة الخلاصة غير سليمة، فقرئت بقواعد متسامحة.',
  }),
  locked: (posts: number): Words => ({
    en: `${posts} posts have no address or ask for a password, and were passed over.`,
    ar: `تركت مقالات بلا عنوان أو بكلمة مرور: ${posts}.`,
  }),
}

/** A note about one address or path. */
export function noteOn(subject: string, note: Words): Words {
  return { en: `${subject}: ${note.en}`, ar: `${subject}: ${note.ar}` }
}
