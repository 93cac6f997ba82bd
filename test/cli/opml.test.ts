import { expect, it } from 'vitest'
import { sourcesAsOpml, sourcesInOpml } from '../../scripts/cli/opml.mjs'

const publishers = [
  {
    id: 'nahr',
    name: { ar: 'مرصد "النهر"', en: 'River & Sons' },
    sources: [
      { url: 'https://nahr.example/feed?a=1&b=2', language: 'ar', kind: 'feed' },
      { url: 'https://en.nahr.example/news', language: 'en', kind: 'html' },
    ],
  },
]

it.each(['', '<opml/>', '<a <b', '{"publishers":[]}'])('finds nothing in %j', (document) => {
  expect(sourcesInOpml(document)).toEqual([])
})

it('reads back what it wrote', () => {
  const back = sourcesInOpml(sourcesAsOpml(publishers)) as {
    url: string
    language: string
    publisher: string
  }[]
  expect(back.map(({ url, language, publisher }) => ({ url, language, publisher }))).toEqual([
    { url: 'https://nahr.example/feed?a=1&b=2', language: 'ar', publisher: 'nahr' },
    { url: 'https://en.nahr.example/news', language: 'en', publisher: 'nahr' },
  ])
})

it.each([
  { kind: 'feed', url: 'https://nahr.example/x', type: 'rss', address: 'xmlUrl' },
  { kind: 'html', url: 'https://nahr.example/feed', type: 'link', address: 'url' },
  { kind: 'telegram', url: 'https://t.me/nahr', type: 'link', address: 'url' },
  { kind: 'auto', url: 'https://nahr.example/ar/feed/', type: 'rss', address: 'xmlUrl' },
  { kind: 'auto', url: 'https://nahr.example/rss.xml', type: 'rss', address: 'xmlUrl' },
  { kind: 'auto', url: 'https://nahr.example/?feed=rss2', type: 'rss', address: 'xmlUrl' },
  { kind: 'auto', url: 'https://feed.nahr.example/', type: 'link', address: 'url' },
])('says of a source of kind $kind at $url that it is $type', ({ kind, url, type, address }) => {
  const [publisher] = publishers
  const opml = sourcesAsOpml([{ ...publisher, sources: [{ url, kind, language: 'ar' }] }])
  expect(opml).toContain(`<outline type="${type}"`)
  expect(opml).toContain(` ${address}="${url}"`)
})

it.each([
  {
    because: 'another OPML is no source',
    outline: '<outline type="link" text="x" url="https://a.example/more.opml"/>',
    found: [],
  },
  {
    because: 'a bookmark without a type is none either',
    outline: '<outline text="x" url="https://a.example/"/>',
    found: [],
  },
])('passes over a link: $because', ({ outline, found }) => {
  expect(sourcesInOpml(`<opml version="2.0"><body>${outline}</body></opml>`)).toEqual(found)
})

it.each([
  {
    because: 'a reader\u2019s export has folders',
    outline:
      '<outline text="News"><outline text="The Review" xmlUrl="https://review.example/rss"/></outline>',
    found: { publisher: 'news', language: 'en' },
  },
  {
    because: 'a feed alone is named after its host',
    outline: '<outline text="مجلة الشام" xmlUrl="https://www.sham.example/rss"/>',
    found: { publisher: 'sham', language: 'ar' },
  },
  {
    because: 'an Arabic folder has no Latin letters to be named by',
    outline:
      '<outline text="أخبار"><outline text="x" xmlUrl="https://akhbar.example/rss"/></outline>',
    found: { publisher: 'akhbar', language: 'en' },
  },
])('takes in $outline: $because', ({ outline, found }) => {
  const [first] = sourcesInOpml(`<opml version="2.0"><body>${outline}</body></opml>`) as object[]
  expect(first).toMatchObject(found)
})

it.each(['', '<opml/>', 'no xml at all', '<opml><body><outline text="x"/></body></opml>'])(
  'finds nothing in %j',
  (document) => {
    expect(sourcesInOpml(document)).toEqual([])
  },
)
