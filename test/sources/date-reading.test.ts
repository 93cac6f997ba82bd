import { describe, expect, it } from 'vitest'
import { readListing } from '../../src/sources/listing-readers.ts'
import { poll, NOTHING_REMEMBERED } from '../../src/sources/poll.ts'
import { readPage } from '../../src/sources/read-page.ts'
import type { GetAnswer } from '../../src/sources/get.ts'
import type { Source } from '../../src/sources/source.ts'

const SOURCE: Source = {
  id: 'pier-ar',
  language: 'ar',
  url: 'https://pier.test/list',
  kind: 'html',
  interval: 300,
  paused: false,
  timeZone: 'Asia/Damascus',
}
const SEEN = '2018-11-26T10:00:00.000Z'

const headlines = [
  'بيان المجلس حول ترميم رصيف الميناء القديم',
  'المجلس يعلن افتتاح الجسر يوم 15 آذار',
  'المجلس يشكر من عمل في ترميم المنارة',
]
const LIST = `<html><body><main>${headlines
  .map(
    (title, n) =>
      `<div class="row"><h3><a href="/p/${n}">${title}</a></h3><span class="when">${20 - n} تشرين الثاني، 18:30</span></div>`,
  )
  .join('')}</main></body></html>`

const PAGE = `<html><body><article><h1>بيان المجلس حول ترميم الرصيف</h1><span class="post-date">28 كانون الأول، 10:00</span>
<div class="entry-content">${'<p>يعلن مجلس الميناء أن ترميم الرصيف القديم انتهى، ويشكر كل من عمل فيه من أهل المدينة.</p>'.repeat(4)}</div></article></body></html>`

const answering = (text: string) => (): Promise<GetAnswer> =>
  Promise.resolve({
    kind: 'answer',
    url: SOURCE.url,
    status: 200,
    headers: new Headers({ 'content-type': 'text/html; charset=utf-8' }),
    bytes: new TextEncoder().encode(text),
    at: SEEN,
  })

describe('the clocks of a source and the time of the poll', () => {
  it('reach the dates of a list, and no headline is taken for one', async () => {
    const outcome = await poll(SOURCE, NOTHING_REMEMBERED, answering(LIST), 'test')
    expect(outcome.kind === 'ok' && outcome.entries.map(({ published }) => published)).toEqual([
      '2018-11-20T16:30:00.000Z',
      '2018-11-19T16:30:00.000Z',
      '2018-11-18T16:30:00.000Z',
    ])
  })

  it('reach the date of a page: the newest such day that had come', async () => {
    const reading = await readPage({ url: SOURCE.url, title: '' }, SOURCE, answering(PAGE), 'test')
    expect(reading.kind === 'read' && reading.article.published).toBe('2017-12-28T08:00:00.000Z')
  })

  it.each([
    {
      because: 'RSS',
      kind: 'feed' as const,
      text: '<rss version="2.0"><channel><title>x</title><item><title>a</title><link>https://pier.test/1</link><pubDate>26/07/2018 10:00</pubDate><description>x</description></item></channel></rss>',
      published: '2018-07-26T07:00:00.000Z',
    },
    {
      because: 'JSON Feed',
      kind: 'feed' as const,
      text: '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"id":"1","url":"https://pier.test/1","title":"a","content_text":"x","date_published":"2018-07-26T10:00:00"}]}',
      published: '2018-07-26T07:00:00.000Z',
    },
    {
      because: 'WordPress, the site\u2019s own time',
      kind: 'wordpress' as const,
      text: '[{"id":1,"link":"https://pier.test/1","date":"2018-07-26T10:00:00","title":{"rendered":"a"},"content":{"rendered":"<p>x</p>"}}]',
      published: '2018-07-26T07:00:00.000Z',
    },
    {
      because: 'WordPress, UTC where it says so',
      kind: 'wordpress' as const,
      text: '[{"id":1,"link":"https://pier.test/1","date_gmt":"2018-07-26T10:00:00","title":{"rendered":"a"},"content":{"rendered":"<p>x</p>"}}]',
      published: '2018-07-26T10:00:00.000Z',
    },
    {
      because: 'a news sitemap',
      kind: 'sitemap' as const,
      text: '<urlset><url><loc>https://pier.test/1</loc><news:news><news:title>a</news:title><news:publication_date>2018-07-26T10:00</news:publication_date></news:news></url></urlset>',
      published: '2018-07-26T07:00:00.000Z',
    },
  ])('reach $because', async ({ kind, text, published }) => {
    const document = { url: SOURCE.url, mediaType: '', contentLanguage: undefined, text }
    const reading = await readListing(document, { ...SOURCE, kind })
    expect(reading.kind === 'read' && reading.entries[0]?.published).toBe(published)
  })
})
