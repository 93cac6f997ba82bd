import { describe, expect, it } from 'vitest'
import { LISTING_READERS, readListing } from '../../src/sources/listing-readers.ts'
import { SOURCE_KINDS } from '../../src/sources/source.ts'
import { atom, documentOf, ENTRY, ITEM, rss, sourceWith } from './documents.ts'

const PAGE =
  '<!doctype html><html><body><article><h2><a href="/1">بيان</a></h2></article></body></html>'

describe('auto reads what the address answers', () => {
  it.each([
    { because: 'RSS', text: rss(ITEM), mediaType: 'application/rss+xml', note: /Read as feed/ },
    {
      because: 'a feed that is called a page',
      text: rss(ITEM),
      mediaType: 'text/html',
      note: /Read as feed/,
    },
    {
      because: 'a feed that is called nothing, behind a warning',
      text: `<br /><b>Warning</b>: x\n${atom(ENTRY)}`,
      mediaType: '',
      note: /Read as feed/,
    },
    {
      because: 'JSON Feed',
      text: '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"/1","title":"بيان","content_text":"نص"}]}',
      mediaType: 'application/json',
      note: /Read as feed/,
    },
    { because: 'a page', text: PAGE, mediaType: 'text/html', note: /Read as html/ },
    {
      because: 'a page that speaks of <rss> in its text',
      text: PAGE.replace('بيان', 'بيان <code>&lt;rss></code><rss >'),
      mediaType: 'text/html',
      note: /Read as html/,
    },
  ])('$because', async ({ text, mediaType, note }) => {
    const reading = await readListing(documentOf(text, { mediaType }), sourceWith())
    expect(reading).toMatchObject({
      kind: 'read',
      entries: [{ url: 'https://majlis.example/1' }],
      notes: expect.arrayContaining([expect.objectContaining({ en: expect.stringMatching(note) })]),
    })
  })
})

it('every kind of source has its reader', () => {
  expect(['auto', ...Object.keys(LISTING_READERS)]).toEqual(SOURCE_KINDS)
})

it.each([
  { reason: 'empty', because: 'white space', text: ' \n', kind: 'auto' as const },
  { reason: 'not-a-listing', because: 'words', text: 'hello', kind: 'auto' as const },
  { reason: 'not-a-listing', because: 'another JSON', text: '{"a":1}', kind: 'auto' as const },
  {
    reason: 'not-a-listing',
    because: 'a page where a feed was promised',
    text: PAGE,
    kind: 'feed' as const,
  },
  {
    reason: 'truncated',
    because: 'half a feed is not read as a page instead',
    text: rss(ITEM).slice(0, -30),
    kind: 'auto' as const,
  },
])('refused, $reason: $because', async ({ reason, text, kind }) => {
  expect(await readListing(documentOf(text), sourceWith({ kind }))).toMatchObject({
    kind: 'refused',
    reason,
  })
})

describe('what a feed entry becomes', () => {
  const entryOf = async (item: string) => {
    const reading = await readListing(documentOf(rss(item)), sourceWith())
    return reading.kind === 'read' ? reading.entries[0] : reading
  }
  const item = (html: string, title = '') =>
    `<item>${title}<link>https://majlis.example/1</link><content:encoded><![CDATA[${html}]]></content:encoded></item>`

  it('its html is ours', async () => {
    expect(
      await entryOf(
        item(
          '<p onclick=x>نص<script>alert(1)</script> <a href="/q">ر</a></p><p>المشاهدات : 321</p>',
        ),
      ),
    ).toMatchObject({
      html: '<p>نص <a href="https://majlis.example/q" rel="noopener noreferrer nofollow">ر</a></p>',
      complete: true,
    })
  })

  it('without a title it is called by its first line, cut between words', async () => {
    expect(await entryOf(item('<p>أول سطر</p><p>ثان</p>'))).toMatchObject({ title: 'أول سطر' })
    expect(await entryOf(item(`<p>${'كلمة '.repeat(60)}</p>`))).toMatchObject({
      title: `${'كلمة '.repeat(24).trim()}\u2026`,
    })
  })

  it('a known entry is not read again', async () => {
    const first = await entryOf(ITEM)
    const mark = first !== undefined && 'fingerprint' in first ? first.fingerprint : undefined
    const again = await readListing(documentOf(rss(ITEM)), sourceWith(), {
      isKnown: (known) => known === mark,
    })
    expect(again).toMatchObject({ kind: 'read', entries: [], known: [mark] })
  })
})
