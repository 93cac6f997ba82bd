import { describe, expect, it } from 'vitest'
import { readListing } from '../../src/sources/listing-readers.ts'
import { postsAddress } from '../../src/sources/wordpress-address.ts'
import { documentOf, sourceWith } from './documents.ts'

const URL_ = 'https://majlis.example/wp-json/wp/v2/posts?per_page=20'
const POST = {
  id: 712,
  date: '2025-11-26T13:20:30',
  date_gmt: '2025-11-26T10:20:30',
  modified_gmt: '2025-11-27T08:00:00',
  link: 'https://majlis.example/press-release/bridge/',
  title: { rendered: 'المجلس يدعو إلى فتح &#8220;الجسر&#8221; &amp; المرفأ' },
  content: {
    rendered:
      '<p>تصريح صحفي</p>\n<p>26 تشرين الثاني، 2025</p>\n[vc_row][vc_column]<p>دعا المجلس إلى <b>فتح</b> الجسر.<script>x()</script></p>[/vc_column][/vc_row]\n<p>عاشت المدينة حرة</p>',
    protected: false,
  },
}
const read = (posts: unknown, change = {}) =>
  readListing(
    documentOf(typeof posts === 'string' ? posts : JSON.stringify(posts), { url: URL_ }),
    sourceWith({ kind: 'wordpress', url: URL_, ...change }),
  )

it('a post is a whole statement', async () => {
  expect(await read([POST])).toMatchObject({
    kind: 'read',
    readAs: 'wordpress',
    entries: [
      {
        url: 'https://majlis.example/press-release/bridge/',
        guid: 'wp:majlis.example:712',
        title: 'المجلس يدعو إلى فتح “الجسر” & المرفأ',
        published: '2025-11-26T10:20:30.000Z',
        updated: '2025-11-27T08:00:00.000Z',
        html: '<p>دعا المجلس إلى <strong>فتح</strong> الجسر.</p>',
        complete: true,
      },
    ],
  })
})

describe('posts', () => {
  it.each([
    {
      because: 'a label is no title, the headline is',
      post: {
        title: { rendered: 'تصريح صحفي' },
        content: { rendered: '<p>بيان صحفي</p><p>محاولات لإغلاق الميناء</p><p>تابع المجلس.</p>' },
      },
      entry: { title: 'محاولات لإغلاق الميناء' },
    },
    {
      because: 'no date of Greenwich: the site’s own time',
      post: { date_gmt: '0000-00-00T00:00:00' },
      entry: { published: '2025-11-26T10:20:30.000Z' },
    },
    {
      because: 'a page builder that keeps its text out',
      post: { content: { rendered: '[vc_row][/vc_row]' } },
      entry: { complete: false },
    },
    {
      because: 'WPML names the translation',
      post: {
        wpml_current_locale: 'ar',
        wpml_translations: [
          { locale: 'en_US', id: 9, href: 'https://majlis.example/en/bridge/' },
          { locale: 'tr_TR', id: 10, href: 'https://majlis.example/tr/kopru/' },
        ],
      },
      entry: { language: 'ar', translations: ['https://majlis.example/en/bridge/'] },
    },
    {
      because: 'links inside the text are absolute',
      post: { content: { rendered: '<p><a href="../other/">x</a></p>' } },
      entry: {
        html: '<p><a href="https://majlis.example/press-release/other/" rel="noopener noreferrer nofollow">x</a></p>',
      },
    },
  ])('$because', async ({ post, entry }) => {
    expect(await read([{ ...POST, ...post }], { utcOffset: 180 })).toMatchObject({
      entries: [entry],
    })
  })

  it('Polylang gives ids: the partner in the same answer is told', async () => {
    const partner = {
      ...POST,
      id: 713,
      link: 'https://majlis.example/en/bridge/',
      lang: 'en',
      translations: { ar: 712, en: 713 },
    }
    const own = { ...POST, lang: 'ar', translations: { ar: 712, en: 713 } }
    expect(await read([own, partner])).toMatchObject({
      entries: [
        { language: 'ar', translations: ['https://majlis.example/en/bridge/'] },
        { language: 'en', translations: ['https://majlis.example/press-release/bridge/'] },
      ],
    })
  })

  it('a post behind a password, or without an address, is passed over', async () => {
    const locked = { ...POST, content: { rendered: '', protected: true } }
    expect(await read([locked, { ...POST, link: 'javascript:x' }, 7, POST])).toMatchObject({
      entries: [{}],
      notes: [{ en: /2 posts/ }],
    })
  })

  it('a known post is passed over, and an edit makes it unknown', async () => {
    const first = await read([POST])
    const mark = first.kind === 'read' ? (first.entries[0]?.fingerprint ?? '') : ''
    const again = (post: unknown) =>
      readListing(
        documentOf(JSON.stringify([post]), { url: URL_ }),
        sourceWith({ kind: 'wordpress' }),
        {
          isKnown: (known) => known === mark,
        },
      )
    expect(await again(POST)).toMatchObject({ entries: [], known: [mark] })
    expect(await again({ ...POST, modified_gmt: '2025-12-01T00:00:00' })).toMatchObject({
      entries: [{}],
      known: [],
    })
  })
})

it.each([
  {
    because: 'WordPress says no',
    text: '{"code":"rest_forbidden","message":"Sorry, you are not allowed.","data":{"status":401}}',
    reason: 'not-a-listing',
    detail: ['wordpress-says', 'Sorry, you are not allowed.'],
  },
  { because: 'a page', text: '<!doctype html>', reason: 'not-a-listing', detail: ['no-wordpress'] },
  {
    because: 'cut',
    text: JSON.stringify([POST]).slice(0, 90),
    reason: 'truncated',
    detail: ['posts-cut'],
  },
  { because: 'another JSON', text: '"x"', reason: 'not-a-listing', detail: ['no-posts'] },
])('refused: $because', async ({ text, reason, detail }) => {
  expect(await read(text)).toMatchObject({ kind: 'refused', reason, detail })
})

it.each([
  ['https://majlis.example/', 'https://majlis.example/wp-json/wp/v2/posts?per_page=20'],
  ['https://majlis.example/press/', 'https://majlis.example/wp-json/wp/v2/posts?per_page=20'],
  [
    'https://majlis.example/en/wp-json/',
    'https://majlis.example/en/wp-json/wp/v2/posts?per_page=20',
  ],
  [
    'https://majlis.example/wp-json/wp/v2/categories/5',
    'https://majlis.example/wp-json/wp/v2/posts?categories=5&per_page=20',
  ],
  [
    'https://majlis.example/wp-json/wp/v2/posts?categories=5&per_page=50',
    'https://majlis.example/wp-json/wp/v2/posts?categories=5&per_page=50',
  ],
  [
    'https://majlis.example/?rest_route=/',
    'https://majlis.example/?rest_route=%2Fwp%2Fv2%2Fposts&per_page=20',
  ],
])('%s asks %s', (address, asked) => {
  const url = new URL(postsAddress(address))
  expect(url.searchParams.get('_fields')).toContain('content')
  url.searchParams.delete('_fields')
  expect(url.href).toBe(asked)
})
