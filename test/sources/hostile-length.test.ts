import { describe, expect, it } from 'vitest'
import { refuseErrorPage } from '../../src/sources/error-page.ts'
import { readFeedXml } from '../../src/sources/feed-xml.ts'
import { readListing } from '../../src/sources/listing-readers.ts'
import { documentOf, sourceWith } from './documents.ts'

const LONG = 500_000
const filled = (piece: string, length = LONG) => piece.repeat(length / piece.length)

function feed(text: string) {
  return readFeedXml(documentOf(text), sourceWith({ kind: 'feed' }))
}

function channel(html: string) {
  const url = 'https://t.me/s/harbour'
  return readListing(documentOf(html, { url }), sourceWith({ kind: 'telegram', url }))
}

function page(html: string) {
  const bytes = new TextEncoder().encode(html)
  const headers = new Headers({ 'content-type': 'text/html' })
  return refuseErrorPage({ status: 200, headers, bytes }, html, 'article')
}

/** The free plan gives a poll 10 ms of CPU, and nothing can stop a pattern that has begun. */
describe('what a site sends takes no longer than its length', () => {
  it.each([
    { because: 'roots that never end', read: () => feed(`${filled('<rss ')}<item>`) },
    { because: 'channels that never end', read: () => feed(`<rss>${filled('<channel ')}<item>`) },
    {
      because: 'comments in an entry that never end',
      read: () =>
        feed(`<rss><channel><item><title>${filled('<!--')}</title></item></channel></rss>`),
    },
    {
      because: 'a declaration of a name that never ends',
      read: () =>
        feed(`<rss xmlns:a="${filled('/')}x"><channel><item><a:b>x</a:b></item></channel></rss>`),
    },
    {
      because: 'a class that never ends',
      read: () =>
        channel(`<div data-post="harbour/1"><div class="${filled('tgme_widget_message_text ')}`),
    },
    {
      because: 'titles that never end, of which only the first letters are looked at',
      read: () => Array.from({ length: 8 }, () => page(`<html>${filled('<title')}`)),
    },
  ])('$because', async ({ read }) => {
    const before = performance.now()
    await read()
    // A tenth of it on an idle machine; what stood there before took three seconds to a minute.
    expect(performance.now() - before).toBeLessThan(1_500)
  })
})
