import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/sources/article.ts'
import type { Selectors } from '../../src/sources/source.ts'
import { documentOf, sourceWith } from './documents.ts'

const URL_ = 'https://majlis.example/p/1'
const page = (body: string, head = '') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`
const BODY: Selectors = { item: '.x', body: '.text' }

function read(text: string, selectors?: Selectors, change = {}) {
  const source = sourceWith({ ...(selectors === undefined ? {} : { selectors }), ...change })
  return readArticle(documentOf(text, { url: URL_, mediaType: 'text/html' }), source)
}

async function articleOf(text: string, selectors?: Selectors, change = {}) {
  const reading = await read(text, selectors, change)
  if (reading.kind === 'refused') throw new Error(`${reading.reason}: ${reading.detail.join(' ')}`)
  return reading.article
}

describe('the body', () => {
  it.each([
    {
      because: 'by selector',
      text: '<div class="text"><p>نص</p></div><p>قائمة</p>',
      html: '<p>نص</p>',
    },
    {
      because: 'two elements are one text',
      text: '<div class="text">أول</div><p>إعلان</p><div class="text">ثان</div>',
      html: '<p>أول</p><p>ثان</p>',
    },
    {
      because: 'one inside another counts once',
      text: '<div class="text">أول<div class="text">ثان</div></div>',
      html: '<p>أول</p><p>ثان</p>',
    },
    {
      because: 'a body that is itself dropped elsewhere',
      text: '<form class="text"><p>نص</p></form>',
      html: '<p>نص</p>',
    },
    {
      because: 'known share bars and related lists go',
      text: '<div class="text"><p>نص</p><div class="sharedaddy">شارك هذا الموضوع</div><div class="related-posts"><a href="/2">آخر</a></div></div>',
      html: '<p>نص</p>',
    },
    {
      because: 'counters at the edge go',
      text: '<div class="text"><p>المشاهدات : 321</p><p>نص</p><p>335 views</p></div>',
      html: '<p>نص</p>',
    },
    {
      because: 'the day of the visit goes',
      text: '<div class="text"><div>Sunday, 4 May , 2025</div><p>نص</p></div>',
      html: '<p>نص</p>',
    },
    {
      because: 'what the operator removes goes',
      text: '<div class="text"><p>نص</p><p class="ticker">عاجل</p></div>',
      html: '<p>نص</p>',
      selectors: { ...BODY, remove: ['.ticker', '.x > .y'] },
    },
    {
      because: 'scripts go with their content',
      text: '<div class="text"><p>نص<script>alert(1)</script></p></div>',
      html: '<p>نص</p>',
    },
    {
      because: 'links are absolute',
      text: '<div class="text"><a href="../q">ر</a></div>',
      html: '<p><a href="https://majlis.example/q" rel="noopener noreferrer nofollow">ر</a></p>',
    },
    {
      because: 'a direction of the element',
      text: '<div class="text" dir="rtl">نص</div>',
      html: '<p dir="rtl">نص</p>',
    },
    {
      because: 'an element that nobody closed',
      text: '<section><div class="text"><p>نص</section><p>ذيل</p>',
      html: '<p>نص</p>',
    },
  ])('$because', async ({ text, html, selectors }) => {
    expect((await articleOf(page(text), selectors ?? BODY)).html).toBe(html)
  })

  it.each([
    {
      because: 'the only article',
      text: '<nav>قائمة</nav><article><header>رأس</header><h1>عنوان</h1><p>نص</p><footer>ذيل</footer></article>',
    },
    {
      because: 'the content class goes before the article',
      text: '<article><p>تاريخ</p><div class="entry-content"><p>نص</p></div></article>',
    },
    {
      because: 'main, where articles are many',
      text: '<main><p>نص</p></main><article>أ</article><article>ب</article>',
    },
    {
      because: 'an empty content class gives way',
      text: '<div class="entry-content"></div><article><p>نص</p></article>',
    },
  ])('likely elements: $because', async ({ text }) => {
    expect((await articleOf(page(text))).html).toBe('<p>نص</p>')
  })

  it('emphasis and links end where they end, however many likely bodies hold them', async () => {
    const text =
      '<main><article><div class="entry-content"><p>أ <b>ب</b> ج <a href="/x">د</a> ه</p></div></article></main>'
    const html =
      '<p>أ <strong>ب</strong> ج <a href="https://majlis.example/x" rel="noopener noreferrer nofollow">د</a> ه</p>'
    expect((await articleOf(page(text))).html).toBe(html)
    expect((await articleOf(page(text.replaceAll('<b>', '<b data-bayan-ends="1">')))).html).toBe(
      html,
    )
  })

  it('the seed: header line and counter are no text, so a visit makes no revision', async () => {
    const seed = (views: number) =>
      page(
        `<div class="text"><p>المجلس يطالب بلجنة الكاتب : أسرة التحرير التاريخ : 26 نوفمبر 2018 م المشاهدات : ${views}</p><p>طالب المجلس بتفعيل اللجنة.</p></div>`,
      )
    expect((await articleOf(seed(321), BODY)).html).toBe('<p>طالب المجلس بتفعيل اللجنة.</p>')
    expect(await articleOf(seed(322), BODY)).toEqual(await articleOf(seed(321), BODY))
  })
})

describe('refused', () => {
  it.each([
    {
      because: 'the selector finds nothing',
      text: '<p>نص</p>',
      selectors: BODY,
      detail: /"\.text" found nothing/,
    },
    {
      because: 'the element waits for a script',
      text: '<div class="text"> <img src=x></div>',
      selectors: BODY,
      detail: /without text/,
    },
    {
      because: 'no element is clearly the body',
      text: '<article>أ</article><article>ب</article>',
      selectors: undefined,
      told: ['no-clear-body'],
    },
    {
      because: 'the selector cannot be used',
      text: '<p>نص</p>',
      selectors: { item: 'x', body: 'p ~ p' },
      detail: /cannot be used/,
    },
    {
      because: 'a removed part cannot be used',
      text: '<p>نص</p>',
      selectors: { ...BODY, remove: ['::before'] },
      detail: /"::before"/,
    },
  ])('$because', async ({ text, selectors, detail, told }) => {
    expect(await read(page(text), selectors)).toMatchObject({
      kind: 'refused',
      reason: 'selector',
      detail: told ?? ['said', detail, expect.stringMatching(/[\u0621-\u064A]/)],
    })
  })
})

describe('title', () => {
  const text = '<h1>شعار المجلس</h1><h2 class="t">بيان <b>الجسر</b></h2><div class="text">نص</div>'
  it.each([
    {
      because: 'by selector',
      head: '',
      selectors: { ...BODY, articleTitle: '.t' },
      title: 'بيان الجسر',
    },
    {
      because: 'as it is shared, without the name of the site',
      head: '<meta property="og:title" content="بيان &quot;عاجل&quot; – المجلس"><meta property="og:site_name" content="المجلس">',
      selectors: BODY,
      title: 'بيان "عاجل"',
    },
    { because: 'a first heading is often the logo', head: '', selectors: BODY, title: undefined },
    {
      because: 'a selector that finds nothing gives way',
      head: '<meta property="og:title" content="بيان الجسر">',
      selectors: { ...BODY, articleTitle: '.none' },
      title: 'بيان الجسر',
    },
  ])('$because', async ({ head, selectors, title }) => {
    expect((await articleOf(page(text, head), selectors)).title).toBe(title)
  })
})

describe('date', () => {
  it.each([
    {
      because: 'by selector',
      head: '',
      body: '<i class="d">26 تشرين الثاني/نوفمبر 2018</i>',
      selectors: { ...BODY, articleDate: '.d' },
      published: '2018-11-26T00:00:00.000Z',
    },
    {
      because: 'metadata',
      head: '<meta property="article:published_time" content="2018-11-26T10:00:00+03:00">',
      body: '',
      selectors: BODY,
      published: '2018-11-26T07:00:00.000Z',
    },
    {
      because: 'microdata',
      head: '',
      body: '<time itemprop="datePublished" datetime="2018-11-26">x</time>',
      selectors: BODY,
      published: '2018-11-26T00:00:00.000Z',
    },
    {
      because: 'the day of the visit is no date',
      head: '',
      body: '<div class="top">Sunday, 4 May , 2025</div>',
      selectors: BODY,
      published: undefined,
    },
    {
      because: 'a date that the reading machine broke is none',
      head: '',
      body: '<i class="d">٢٠١٨ تشرين ثاني، ٢٠١٨</i>',
      selectors: { ...BODY, articleDate: '.d' },
      published: undefined,
    },
  ])('$because', async ({ head, body, selectors, published }) => {
    expect(
      (await articleOf(page(`${body}<div class="text">نص</div>`, head), selectors)).published,
    ).toBe(published)
  })
})

describe('translations', () => {
  const link = (attributes: string) => `<link ${attributes}>`
  it.each([
    {
      because: 'the other language',
      head: link('rel="alternate" hreflang="en" href="/en/1"'),
      translations: ['https://majlis.example/en/1'],
    },
    {
      because: 'a region',
      head: link('rel="alternate" hreflang="en-US" href="https://en.majlis.example/1"'),
      translations: ['https://en.majlis.example/1'],
    },
    {
      because: 'our own language is no translation',
      head: link('rel="alternate" hreflang="ar" href="/x"'),
      translations: [],
    },
    {
      because: 'x-default and others are none',
      head:
        link('rel="alternate" hreflang="x-default" href="/"') +
        link('rel="alternate" hreflang="tr" href="/tr/1"'),
      translations: [],
    },
    {
      because: 'a feed is announced the same way',
      head: link('rel="alternate" type="application/rss+xml" hreflang="en" href="/en/feed"'),
      translations: [],
    },
    {
      because: 'a stylesheet is none',
      head: link('rel="stylesheet" hreflang="en" href="/en.css"'),
      translations: [],
    },
    {
      because: 'the page itself is none',
      head: link(`rel="alternate" hreflang="en" href="${URL_}"`),
      translations: [],
    },
    {
      because: 'javascript: is none',
      head: link('rel="alternate" hreflang="en" href="javascript:x"'),
      translations: [],
    },
  ])('$because', async ({ head, translations }) => {
    expect((await articleOf(page('<div class="text">نص</div>', head), BODY)).translations).toEqual(
      translations,
    )
  })
})

describe('a hostile page', () => {
  // They took 12 s and 69 s of CPU, in which nothing can stop a pattern or a search.
  const CASES = [
    {
      because: 'selects that never end, behind what HTMLRewriter gives up on',
      hostile: `<select><script></script></select>${'<select '.repeat(60_000)}`,
    },
    {
      because: 'a hundred thousand names like the one that marks what was chosen',
      hostile: Array.from({ length: 100_000 }, (_, n) => `<i data-bayan${n}x>`).join(''),
    },
  ]
  it.each(CASES)(
    'is read or refused in time: $because',
    { timeout: 10_000 },
    async ({ hostile }) => {
      const reading = await read(page(`<div class="text">نص</div>${hostile}`), BODY)
      if (reading.kind === 'read') expect(reading.article.html).toBe('<p>نص</p>')
      else expect(reading.reason).toBe('malformed')
    },
  )
})
