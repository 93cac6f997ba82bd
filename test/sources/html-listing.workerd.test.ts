import { describe, expect, it } from 'vitest'
import { readListing } from '../../src/sources/listing-readers.ts'
import type { Selectors } from '../../src/sources/source.ts'
import { documentOf, sourceWith } from './documents.ts'

const URL_ = 'https://majlis.example/press/'
const CARDS: Selectors = {
  item: '.card',
  link: 'h2 a',
  date: '.date',
  excerpt: '.lead',
  body: '.text',
}
const card = (n: number, inside = '') =>
  `<div class="card"><a href="/p/${n}"><img src="x.jpg"></a><h2><a href="/p/${n}">بيان رقم ${n}</a></h2><span class="date">٢٦ تشرين ثاني، ٢٠١٨</span><p class="lead">ملخص ${n}</p>${inside}</div>`
const page = (body: string, head = '') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`

function read(text: string, selectors: Selectors | 'none' = CARDS, change = {}) {
  const source = sourceWith({
    kind: 'html',
    url: URL_,
    ...(selectors === 'none' ? {} : { selectors }),
    ...change,
  })
  return readListing(documentOf(text, { url: URL_, mediaType: 'text/html' }), source)
}

async function entriesOf(text: string, selectors?: Selectors | 'none', change = {}) {
  const reading = await read(text, selectors, change)
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading))
  return reading.entries
}

it('an entry has a link, a title, a date and an excerpt', async () => {
  expect(await entriesOf(page(card(1)))).toEqual([
    {
      url: 'https://majlis.example/p/1',
      guid: undefined,
      title: 'بيان رقم 1',
      published: '2018-11-26T00:00:00.000Z',
      language: undefined,
      html: '<p>ملخص 1</p>',
      complete: false,
      translations: [],
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    },
  ])
})

describe('items that were read before', () => {
  const CARDS_PAGE = page(card(1) + card(2) + card(3))

  async function after(text: string, change = {}, selectors = CARDS) {
    const marks = (await entriesOf(CARDS_PAGE, selectors)).map(({ fingerprint }) => fingerprint)
    const source = sourceWith({ kind: 'html', url: URL_, selectors })
    const document = documentOf(text, { url: URL_, mediaType: 'text/html', ...change })
    const isKnown = (mark: string) => marks.includes(mark)
    const reading = await readListing(document, source, { isKnown })
    if (reading.kind !== 'read') throw new Error(JSON.stringify(reading))
    return { known: reading.known?.length, urls: reading.entries.map(({ url }) => url), marks }
  }

  it('are passed over as they stand', async () => {
    expect(await after(page(card(4) + card(1) + card(2)))).toMatchObject({
      known: 2,
      urls: ['https://majlis.example/p/4'],
    })
  })

  it.each([
    ['a headline', CARDS_PAGE.replace('بيان رقم 2', 'بيان رقم 2 (محدث)')],
    ['an excerpt', CARDS_PAGE.replace('ملخص 2', 'ملخص آخر')],
    ['a picture', CARDS_PAGE.replace('/p/2"><img src="x', '/p/2"><img src="y')],
  ])('are read anew with another part: %s', async (_, text) => {
    expect(await after(text)).toMatchObject({ known: 2, urls: ['https://majlis.example/p/2'] })
  })

  it('are read anew where the same letters lead elsewhere', async () => {
    const moved = page(card(1) + card(2) + card(3), '<base href="https://mirror.example/">')
    expect(await after(moved)).toMatchObject({ known: 0 })
  })

  it('keep their address: a teaser of one below the list is no other statement', async () => {
    const teaser = '<div class="card"><h2><a href="/p/1">الأكثر قراءة: بيان 1</a></h2></div>'
    expect(await after(page(card(1) + card(2) + card(3) + teaser))).toMatchObject({
      known: 3,
      urls: [],
    })
  })

  it('are told with the last end tag left out, too', async () => {
    const list = (...cards: string[]) => page(`<ul>${cards.join('')}</ul>`)
    const open = (n: number) => `<li class="card"><h2><a href="/p/${n}">بيان ${n}</a></h2>`
    const [first] = await entriesOf(list(open(1)))
    const [again] = await entriesOf(list(open(1), ''))
    expect(again?.fingerprint).toBe(first?.fingerprint)
  })

  it('are passed over where nobody named a selector, too', async () => {
    const row = (n: number) =>
      `<li><a href="/n/${n}">عنوان طويل بما يكفي لبيان ${n}</a> <i>${n} أيار 2018</i></li>`
    const list = (...rows: string[]) => page(`<ul class="rows">${rows.join('')}</ul>`)
    const source = sourceWith({ kind: 'html', url: URL_ })
    const first = await entriesOf(list(row(1), row(2), row(3)), 'none')
    const marks = new Set(first.map(({ fingerprint }) => fingerprint))
    const document = documentOf(list(row(4), row(1), row(2)), { url: URL_, mediaType: 'text/html' })
    const isKnown = (mark: string) => marks.has(mark)
    expect(await readListing(document, source, { isKnown })).toMatchObject({
      known: [first[0]?.fingerprint, first[1]?.fingerprint],
      entries: [{ url: 'https://majlis.example/n/4' }],
      notes: [{ en: /3 links/ }],
    })
  })

  it('have no fingerprint where a marked copy of the page is read', async () => {
    const { marks } = await after(CARDS_PAGE, {}, { ...CARDS, item: '.card:nth-child(n)' })
    expect(marks).toEqual([undefined, undefined, undefined])
  })
})

describe('links', () => {
  it.each([
    {
      because: 'against the address of the document',
      text: page('<li><a href="7.html">ب</a></li>'),
      url: 'https://majlis.example/press/7.html',
    },
    {
      because: 'against base',
      text: page('<li><a href="7.html">ب</a></li>', '<base href="/ar/">'),
      url: 'https://majlis.example/ar/7.html',
    },
    {
      because: 'only the first base counts',
      text: page(
        '<li><a href="7">ب</a></li>',
        '<base href="/ar/"><base href="https://evil.example/">',
      ),
      url: 'https://majlis.example/ar/7',
    },
    {
      because: 'references in the address',
      text: page('<li><a href="/x?a=1&amp;b=2">ب</a></li>'),
      url: 'https://majlis.example/x?a=1&b=2',
    },
    {
      because: 'a link into the page is none',
      text: page('<li><a href="#top">أعلى</a><a href="/7">ب</a></li>'),
      url: 'https://majlis.example/7',
    },
    {
      because: 'javascript: is none',
      text: page('<li><a href="javascript:void(0)">x</a><a href="/7">ب</a></li>'),
      url: 'https://majlis.example/7',
    },
    {
      because: 'the item is the link',
      text: page('<a class="row" href="/7"><b>ب</b></a>'),
      item: 'a.row',
      url: 'https://majlis.example/7',
    },
    {
      because: 'a list of items of two kinds',
      text: page('<p class="b"><a href="/7">ب</a></p>'),
      item: '.a, .b',
      url: 'https://majlis.example/7',
    },
  ])('$because', async ({ text, url, item }) => {
    expect(await entriesOf(text, { item: item ?? 'li', body: '.text' })).toMatchObject([
      { url, title: 'ب' },
    ])
  })
})

describe('titles', () => {
  it.each([
    {
      because: 'the title selector',
      item: '<h3>بيان</h3><a href="/7">اقرأ المزيد</a>',
      title: 'بيان',
      selectors: { title: 'h3' },
    },
    {
      because: 'the headline, not the picture before it',
      item: '<a href="/7"><img></a><a href="/7">بيان</a>',
      title: 'بيان',
    },
    {
      because: 'the title attribute of a picture link',
      item: '<a href="/7" title="بيان &amp; رد"><img></a>',
      title: 'بيان & رد',
    },
    {
      because: 'white space and references',
      item: '<a href="/7">\n بيان&nbsp;&#8211;\n رد </a>',
      title: 'بيان – رد',
    },
    { because: 'markup inside', item: '<a href="/7">بيان <b>عاجل</b></a>', title: 'بيان عاجل' },
  ])('$because', async ({ item, title, selectors }) => {
    expect(
      await entriesOf(page(`<li>${item}</li>`), { item: 'li', body: '.t', ...selectors }),
    ).toMatchObject([{ title }])
  })
})

describe('items', () => {
  it('the same link twice is one entry', async () => {
    expect(await entriesOf(page(card(1) + card(2) + card(1)))).toHaveLength(2)
  })

  it('items that nobody closed are found all the same', async () => {
    const list = '<ul><li><a href="/1">أ</a><li><a href="/2">ب</a><li><a href="/3">ج</a></ul>'
    expect(await entriesOf(page(list), { item: 'li', body: '.t' })).toMatchObject([
      { title: 'أ' },
      { title: 'ب' },
      { title: 'ج' },
    ])
  })

  it('an item inside an item keeps its own link', async () => {
    const nested =
      '<div class="card"><h2><a href="/1">أ</a></h2><div class="card"><h2><a href="/2">ب</a></h2></div></div>'
    expect((await entriesOf(page(nested))).map(({ title }) => title)).toEqual(['أ', 'ب'])
  })

  it('a machine-readable date goes before the shown one', async () => {
    const text = page(
      '<li><a href="/1">أ</a><time datetime="2018-11-26T10:00:00+03:00">أمس</time></li>',
    )
    expect(await entriesOf(text, { item: 'li', date: 'time', body: '.t' })).toMatchObject([
      { published: '2018-11-26T07:00:00.000Z' },
    ])
  })

  it('the zone of the source', async () => {
    const text = page('<li><a href="/1">أ</a><i>23-11-2019 | 12:47</i></li>')
    expect(
      await entriesOf(text, { item: 'li', date: 'i', body: '.t' }, { utcOffset: 180 }),
    ).toMatchObject([{ published: '2019-11-23T09:47:00.000Z' }])
  })

  it('an item may declare its language', async () => {
    const text = page('<li lang="en-GB"><a href="/1">A</a></li><li><a href="/2">ب</a></li>')
    const entries = await entriesOf(text, { item: 'li', body: '.t' })
    expect(entries.map(({ language }) => language)).toEqual(['en', undefined])
  })

  it('without selectors the usual shape of themes is tried, and the article is read later', async () => {
    const text = page(
      '<article><h2><a href="/1">أ</a></h2><time datetime="2018-11-26">x</time><p>ملخص</p></article>',
    )
    expect(await entriesOf(text, 'none')).toMatchObject([
      { title: 'أ', published: '2018-11-26T00:00:00.000Z', complete: false },
    ])
  })

  it('a search form that stops the tokeniser does not hide the listing', async () => {
    const form = '<select><option>x</option><script>y</script></select>'
    expect(await entriesOf(page(form + card(1)))).toHaveLength(1)
  })
})

describe('the item is the whole statement where no body is named', () => {
  const K2: Selectors = {
    item: '.entry',
    link: '.more',
    title: 'h2',
    date: '.date',
    remove: ['.share'],
  }
  const entry = `<div class="entry"><span class="date">26 تشرين الثاني/نوفمبر 2018</span><h2>بيان الجسر</h2><p>المشاهدات : 321</p><p>نص <b>أول</b>.</p><div class="share">شارك هذا</div><p>نص ثان.</p><script>x()</script><a class="more" href="/7">#</a></div>`

  it('title, date, counters and removed parts are not its text', async () => {
    expect(await entriesOf(page(entry), K2)).toMatchObject([
      {
        title: 'بيان الجسر',
        published: '2018-11-26T00:00:00.000Z',
        html: '<p>نص <strong>أول</strong>.</p><p>نص ثان.</p><p><a href="https://majlis.example/7" rel="noopener noreferrer nofollow">#</a></p>',
        complete: true,
      },
    ])
  })

  it('a link that is the headline too ends once for both', async () => {
    const text = page(
      '<div class="entry"><a class="more" href="/7">بيان الجسر</a><p>نص <i>أول</i> ثان</p></div><p>ذيل</p>',
    )
    const entries = await entriesOf(text, { item: '.entry', link: '.more', title: '.more' })
    expect(entries).toMatchObject([{ title: 'بيان الجسر', html: '<p>نص <em>أول</em> ثان</p>' }])
  })

  it('the view counter does not make another text', async () => {
    const [one] = await entriesOf(page(entry), K2)
    const [two] = await entriesOf(page(entry.replace('321', '322')), K2)
    expect({ ...two, fingerprint: '' }).toEqual({ ...one, fingerprint: '' })
  })

  it('a statement without a headline is called by its first line', async () => {
    const text = page(
      `<div class="entry"><p>أول سطر.</p><p>ثان</p><a class="more" href="/7"></a></div>`,
    )
    expect(await entriesOf(text, { item: '.entry', link: '.more' })).toMatchObject([
      { title: 'أول سطر.' },
    ])
  })
})

describe('refused, with the selector that found nothing', () => {
  it.each([
    {
      because: 'the layout changed',
      text: page('<section>جديد</section>'),
      detail: /item selector "\.card" found nothing/,
    },
    {
      because: 'no item has a link',
      text: page('<div class="card"><h2>بيان</h2></div>'),
      detail: /link selector "h2 a"/,
    },
    {
      because: 'no item has a title',
      text: page('<div class="card"><h2><a href="/1"></a></h2></div>'),
      detail: /title selector/,
    },
    {
      because: 'the page names a feed',
      text: page('', '<link rel="alternate" type="application/rss+xml" href="/feed/">'),
      detail: /could be polled instead: \/feed\//,
    },
    {
      because: 'HTMLRewriter cannot use it',
      text: page(card(1)),
      selectors: { item: '.card + .card' },
      detail: /cannot be used/,
    },
    {
      because: 'an inner selector cannot be used',
      text: page(card(1)),
      selectors: { item: '.card', title: 'h2:has(a)' },
      detail: /"h2:has\(a\)"/,
    },
  ])('$because', async ({ text, detail, selectors }) => {
    expect(await read(text, selectors)).toMatchObject({
      kind: 'refused',
      reason: 'selector',
      detail: ['said', detail, expect.stringMatching(/[\u0621-\u064A]/)],
    })
  })

  it('items without a link or a title are passed over with a note', async () => {
    const text = page(
      `${card(1)}<div class="card"></div><div class="card"><h2><a href="/9"></a></h2></div>`,
    )
    expect(await read(text)).toMatchObject({
      kind: 'read',
      notes: [{ en: /1 items have no link/ }, { en: /1 items have no title/ }],
    })
  })
})

it('nesting without end is refused, not a crash', async () => {
  expect(await read(page('<div class="card">'.repeat(60_000)))).toMatchObject({
    kind: 'refused',
    reason: 'selector',
  })
})
