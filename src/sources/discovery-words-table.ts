import type { Said } from './said.ts'

/** Why a path was chosen, said of the address that is read. */
export const CHOSEN_BECAUSE: Readonly<Record<Step, Said>> = {
  'is-feed': {
    en: 'The address is itself a feed.',
    ar: 'العنوان نفسه خلاصة.',
  },
  'is-wordpress': {
    en: 'The address is itself a WordPress list of posts.',
    ar: 'العنوان نفسه قائمة مقالات من ووردبريس.',
  },
  'is-sitemap': { en: 'The address is itself a sitemap.', ar: 'العنوان نفسه خريطة موقع.' },
  'is-telegram': {
    en: 'The address is a Telegram channel, whose public preview is read.',
    ar: 'العنوان قناة تلغرام، وتقرأ صفحتها العامة.',
  },
  'declared-feed': {
    en: 'The page declares a feed, which can be read.',
    ar: 'تعلن الصفحة خلاصة، وهي مقروءة.',
  },
  wordpress: {
    en: 'No declared feed could be read, and the site is a WordPress whose posts can be asked for.',
    ar: 'لم تقرأ خلاصة معلنة، والموقع ووردبريس تطلب مقالاته مباشرة.',
  },
  sitemap: {
    en: 'Neither a feed nor WordPress was found, and the site has a sitemap.',
    ar: 'لم توجد خلاصة ولا ووردبريس، وللموقع خريطة.',
  },
  structure: {
    en: 'Neither feed, WordPress nor sitemap was found; the page itself lists statements.',
    ar: 'لم توجد خلاصة ولا ووردبريس ولا خريطة موقع، والصفحة نفسها قائمة بيانات.',
  },
  selectors: {
    en: 'The source has selectors, so the page itself is read by them.',
    ar: 'للمصدر محددات، فتقرأ الصفحة نفسها بها.',
  },
}

export type Step =
  | 'is-feed'
  | 'is-wordpress'
  | 'is-sitemap'
  | 'is-telegram'
  | 'declared-feed'
  | 'wordpress'
  | 'sitemap'
  | 'structure'
  | 'selectors'
