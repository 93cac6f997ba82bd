import type { Words } from '../text/language.ts'
import type { Refusal, SourceDocument } from './reading.ts'
import { refused } from './refused.ts'
import { likeIt } from './selector-hint.ts'
import type { Selectors } from './source.ts'

/** What on the page is like the selector goes with it. */
export function nothingFound(item: string, document: SourceDocument): Refusal {
  const [like, feed] = [likeIt(item, document), feedHint(document)]
  return refused('selector', {
    en: `The item selector "${item}" found nothing.${like.en}${feed.en}`,
    ar: `لم يجد محدد العنصر "${item}" شيئا\u064B.${like.ar}${feed.ar}`,
  })
}

const FEED_TYPE = /type\s*=\s*["']?application\/(?:rss|atom|feed)\+(?:xml|json)/i

/** A page that names its feed makes a better source by that. */
export function feedHint({ text }: SourceDocument): Words {
  const tag = text.match(/<link\s[^<>]*>/gi)?.find((one) => FEED_TYPE.test(one)) ?? ''
  const href = /href\s*=\s*["']([^"'\s]{1,300})["']/i.exec(tag)?.[1]
  if (href === undefined) return { en: '', ar: '' }
  return {
    en: ` The page names a feed that could be polled instead: ${href}`,
    ar: ` تعلن الصفحة خلاصة يمكن أن تقرأ بدلا\u064B منها: ${href}`,
  }
}

export function noAddress({ link = 'a[href]' }: Selectors, items: number): Refusal {
  return refused('selector', {
    en: `The link selector "${link}" found no address in any of ${items} items.`,
    ar: `لم يجد محدد الرابط "${link}" عنوانا\u064B في أي من العناصر (${items}).`,
  })
}

export function noTitle({ title = 'a' }: Selectors, items: number): Refusal {
  return refused('selector', {
    en: `The title selector "${title}" found no text in any of ${items} items.`,
    ar: `لم يجد محدد العنوان "${title}" نصا\u064B في أي من العناصر (${items}).`,
  })
}

/** @param isEmpty was there an element, and no text in it? */
export function noBody(selector: string, isEmpty: boolean, document: SourceDocument): Refusal {
  const like = likeIt(selector, document)
  const [en, ar] = isEmpty
    ? ['found an element without text', 'عنصرا\u064B بلا نص']
    : ['found nothing', 'لا شيء']
  return refused('selector', {
    en: `The body selector "${selector}" ${en} on the statement's page.${like.en}`,
    ar: `وجد محدد النص "${selector}" في صفحة البيان ${ar}.${like.ar}`,
  })
}
