import { expect, it } from 'vitest'
import { sourcesAsOpml, sourcesInOpml } from '../../scripts/cli/opml.mjs'

const publishers = [
  {
    id: 'nahr',
    name: { ar: 'مرصد "النهر"', en: 'River & Sons' },
    sources: [
      { url: 'https://nahr.example/feed?a=1&b=2', language: 'ar' },
      { url: 'https://en.nahr.example/feed', language: 'en' },
    ],
  },
]

it('reads back what it wrote', () => {
  const back = sourcesInOpml(sourcesAsOpml(publishers)) as {
    url: string
    language: string
    publisher: string
  }[]
  expect(back.map(({ url, language, publisher }) => ({ url, language, publisher }))).toEqual([
    { url: 'https://nahr.example/feed?a=1&b=2', language: 'ar', publisher: 'nahr' },
    { url: 'https://en.nahr.example/feed', language: 'en', publisher: 'nahr' },
  ])
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
