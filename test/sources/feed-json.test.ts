import { describe, expect, it } from 'vitest'
import { readListing } from '../../src/sources/listing-readers.ts'
import { readFeedJson } from '../../src/sources/feed-json.ts'
import { documentOf, sourceWith } from './documents.ts'

const feed = (items: unknown, more: object = {}) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'المجلس', items, ...more })
const read = (text: string, options = {}) => readFeedJson(documentOf(text), sourceWith(), options)
const firstOf = async (text: string) => {
  const reading = await read(text)
  return reading.kind === 'read' ? reading.entries[0] : reading
}

const ITEM = { id: '1', url: 'https://majlis.example/1', title: 'بيان', content_html: '<p>نص</p>' }

describe('reads', () => {
  it.each([
    {
      because: 'version 1.1',
      text: feed([ITEM]),
      expected: {
        url: 'https://majlis.example/1',
        guid: '1',
        title: 'بيان',
        html: '<p>نص</p>',
        complete: true,
      },
    },
    {
      because: 'version 1',
      text: feed([ITEM], { version: 'https://jsonfeed.org/version/1' }),
      expected: { title: 'بيان' },
    },
    {
      because: 'a number as id (1.0 feeds)',
      text: feed([{ ...ITEM, id: 7 }]),
      expected: { guid: '7' },
    },
    {
      because: 'an id that is the address',
      text: feed([{ id: 'https://majlis.example/9', content_text: 'x' }]),
      expected: { url: 'https://majlis.example/9' },
    },
    {
      because: 'a relative address',
      text: feed([{ ...ITEM, url: '/2' }]),
      expected: { url: 'https://majlis.example/2' },
    },
    {
      because: 'plain text is escaped, a line is a paragraph',
      text: feed([{ ...ITEM, content_html: undefined, content_text: 'a < b\nc' }]),
      expected: { html: '<p>a &lt; b</p><p>c</p>', complete: true },
    },
    {
      because: 'a summary is not the text',
      text: feed([{ id: '1', url: '/1', summary: 'ملخص' }]),
      expected: { html: '<p>ملخص</p>', complete: false },
    },
    {
      because: 'a date',
      text: feed([{ ...ITEM, date_published: '2021-10-28T10:00:00+03:00' }]),
      expected: { published: '2021-10-28T07:00:00.000Z' },
    },
    { because: 'no date is no date', text: feed([ITEM]), expected: { published: undefined } },
    {
      because: 'the language of the feed',
      text: feed([ITEM], { language: 'ar-SY' }),
      expected: { language: 'ar' },
    },
    {
      because: 'the language of the item goes first',
      text: feed([{ ...ITEM, language: 'en' }], { language: 'ar' }),
      expected: { language: 'en' },
    },
  ])('$because', async ({ text, expected }) => {
    expect(await firstOf(text)).toMatchObject(expected)
  })

  it('no items is a valid nothing', async () => {
    expect(await read(feed([]))).toMatchObject({
      kind: 'read',
      entries: [],
      notes: [{ en: /no entries/ }],
    })
  })

  it('entries without an address are passed over with a note', async () => {
    const text = feed([null, 'x', { id: 'word' }, { id: '2', url: 'javascript:x' }, ITEM])
    const reading = await readListing(documentOf(text), sourceWith({ kind: 'feed' }))
    expect(reading).toMatchObject({
      kind: 'read',
      entries: [{ guid: '1' }],
      notes: [{ en: /2 entries/ }],
    })
  })

  it('known items are passed over', async () => {
    const seen: string[] = []
    await read(feed([ITEM]), { isKnown: (mark: string) => (seen.push(mark), false) })
    expect(
      await read(feed([ITEM]), { isKnown: (mark: string) => seen.includes(mark) }),
    ).toMatchObject({
      entries: [],
      known: seen,
    })
  })
})

it.each([
  { reason: 'truncated', because: 'cut', text: feed([ITEM]).slice(0, 90) },
  { reason: 'malformed', because: 'no JSON', text: '{"version": nope}' },
  { reason: 'malformed', because: 'items is no list', text: feed({ a: 1 }) },
  { reason: 'not-a-listing', because: 'another JSON', text: '{"items":[]}' },
  { reason: 'not-a-listing', because: 'a list', text: '[]' },
])('refused, $reason: $because', async ({ reason, text }) => {
  expect(await read(text)).toMatchObject({ kind: 'refused', reason })
})
