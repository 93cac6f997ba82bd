import type { SourceDocument } from '../../src/sources/reading.ts'
import type { Source } from '../../src/sources/source.ts'

/** A source as the operator might have written it; tests change what they are about. */
export function sourceWith(change: Partial<Source> = {}): Source {
  return {
    id: 'majlis-ar',
    language: 'ar',
    url: 'https://majlis.example/feed/',
    kind: 'auto',
    interval: 300,
    paused: false,
    ...change,
  }
}

export function documentOf(text: string, change: Partial<SourceDocument> = {}): SourceDocument {
  return {
    url: 'https://majlis.example/feed/',
    mediaType: '',
    contentLanguage: undefined,
    text,
    ...change,
  }
}

export const rss = (items: string, channel = '', root = '') =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"${root}><channel><title>المجلس</title><link>https://majlis.example/</link>${channel}${items}</channel></rss>`

export const atom = (entries: string, root = '') =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"${root}><title>المجلس</title><id>tag:majlis.example,2020:x</id>${entries}</feed>`

/** A good item that must survive whatever stands beside it. */
export const ITEM =
  '<item><title>بيان أول</title><link>https://majlis.example/1</link><guid isPermaLink="false">m1</guid><pubDate>Thu, 28 Oct 2021 18:38:20 +0000</pubDate><description>ملخص</description></item>'

export const ENTRY =
  '<entry><title>بيان أول</title><id>tag:majlis.example,2020:1</id><link href="https://majlis.example/1"/><published>2021-10-28T18:38:20Z</published><summary>ملخص</summary></entry>'
