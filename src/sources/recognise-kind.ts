import type { SourceDocument } from './reading.ts'

/** How documents look whose readers are loaded only when one is to be read (`late-reader.ts`). */

export function isSitemap({ text }: SourceDocument): boolean {
  return /<(?:[\w.-]+:)?(?:urlset|sitemapindex)[\s>]/i.test(text.slice(0, 4_096))
}

export function isHtml({ text, mediaType }: SourceDocument): boolean {
  return (
    mediaType.includes('html') || /<(?:!doctype html|html|body)[\s>]/i.test(text.slice(0, 4_096))
  )
}

const TELEGRAM = /^https?:\/\/(?:www\.)?(?:t\.me|telegram\.me)\//i

export function isTelegram({ url, text }: SourceDocument): boolean {
  return TELEGRAM.test(url) && text.includes('tgme_widget_message')
}

/** The public preview of a Telegram channel; any other address as it is. */
export function telegramPreview(address: string): string {
  const name = /^https?:\/\/[^/]+\/(?:s\/)?@?([A-Za-z]\w{3,31})(?:[/?#]|$)/.exec(address)?.[1]
  return name === undefined || !TELEGRAM.test(address) ? address : `https://t.me/s/${name}`
}
