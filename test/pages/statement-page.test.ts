import { describe, expect, it } from 'vitest'
import { StatementPage, type StatementPageProps } from '../../src/pages/statement-page.tsx'
import { SAHL } from '../feeds/sample.ts'
import { BASE, NAHR, NOW, pair, published, readable, rendered } from './page-sample.ts'

const [arabic] = pair()

function page(changes: Partial<StatementPageProps> = {}): Promise<string> {
  return rendered(
    StatementPage({
      lang: 'en',
      baseUrl: BASE,
      published: published(),
      publishers: [NAHR],
      now: NOW,
      ...changes,
    }),
  )
}

it('shows the statement in its own language inside a page in the reader\u2019s', async () => {
  const html = await page()
  expect(html).toContain('<html lang="en" dir="ltr">')
  expect(html).toContain('<article class="whole" lang="ar" dir="rtl">')
  expect(html).toContain(
    '<div class="body" lang="ar" dir="rtl"><p>يعلن المجلس فتح الجسر.</p><p>شكرا للجميع.</p></div>',
  )
})

it('says whose text it is by the name that the operator gave; an author stands behind, as one', async () => {
  const text = readable(await page({ published: published({ author: 'وكالة الصدى' }) }))
  expect(text).toContain(`${NAHR.name.ar} بقلم وكالة الصدى`)
  // Neither the title of the page nor how it is cited names another.
  expect(text.split('وكالة الصدى')).toHaveLength(2)
})

it('shows an English statement from the left in an Arabic page', async () => {
  const html = await page({ lang: 'ar', published: published({ language: 'en' }) })
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain('<div class="body" lang="en" dir="ltr">')
})

it('links the publisher\u2019s page before anything of ours about it', async () => {
  const html = await page({ published: published({ translation: arabic.translation }) })
  const theirs = html.indexOf('href="https://nahr.test/bayan/1"')
  const translation = html.indexOf('href="/statements/nahr-2?lang=en"')
  expect(theirs).toBeGreaterThan(0)
  expect(translation).toBeGreaterThan(theirs)
})

it('tells its dates: the publisher\u2019s in the statement\u2019s language, ours in the reader\u2019s', async () => {
  const text = readable(await page())
  expect(text).toContain('18 تشرين الثاني 2026 في 09:00 بتوقيت غرينتش')
  expect(text).toContain('First seen 18 November 2026 at 09:05 UTC ( 2 days ago )')
})

it('says who wrote it where that is known, in the statement\u2019s language', async () => {
  const html = await page({ published: published({ author: 'Office <of> Media' }) })
  expect(html).toContain('<span>بقلم <bdi>Office &lt;of&gt; Media</bdi></span>')
  const english = published({ author: 'مكتب الإعلام', language: 'en' })
  expect(await page({ lang: 'ar', published: english })).toContain(
    '<span>Written by <bdi>مكتب الإعلام</bdi></span>',
  )
})

it('does not say the publisher\u2019s name twice, nor that nobody wrote it', async () => {
  expect(await page({ published: published({ author: NAHR.name.ar }) })).not.toContain('بقلم')
  expect(await page()).not.toContain('بقلم')
})

it('never invents a date', async () => {
  const html = await page({ published: published({ published: null }) })
  expect(readable(html)).toContain('بلا تاريخ من الناشر')
})

it('tells which wording this is, and lists all with their times and titles', async () => {
  const of = published({ revision: 2, updated: '2026-11-19T12:00:00.000Z' }, [
    { number: 1, seen: '2026-11-18T09:05:00.000Z', title: 'الأول', contentHash: '00' },
    { number: 2, seen: '2026-11-19T12:00:00.000Z', title: 'الثاني', contentHash: '01' },
  ])
  const html = await page({ published: of })
  const text = readable(html)
  expect(text).toContain('Revision 2 of 2')
  expect(text).toContain('18 November 2026 at 09:05 UTC : الأول')
  expect(text).toContain('19 November 2026 at 12:00 UTC : الثاني Current wording')
  expect(html.match(/<li value="\d+">/g)).toEqual(['<li value="1">', '<li value="2">'])
  expect(html).toContain('<bdi lang="ar" dir="rtl">')
  expect(readable(await page({ lang: 'ar', published: of }))).toContain('الصيغة 2 من 2')
})

it('says at the top that a statement was withdrawn', async () => {
  const html = await page({ published: published({ state: 'withdrawn' }) })
  expect(html).toContain('class="notice withdrawn"')
  expect(html.indexOf('class="notice withdrawn"')).toBeLessThan(html.indexOf('<h1>'))
})

it('announces the publisher\u2019s feeds, those in the statement\u2019s language first', async () => {
  const html = await page({ published: published({ language: 'en' }) })
  const feeds = [...html.matchAll(/<link rel="alternate"[^>]* href="([^"]*)"/g)].map(
    ([, href]) => href,
  )
  expect(feeds).toHaveLength(9)
  expect(feeds[0]).toBe(`${BASE}/feeds/nahr/en.atom`)
  expect(html).toContain(`<link rel="canonical" href="${BASE}/statements/nahr-2"/>`)
})

it.each([
  { because: 'a script', url: 'javascript:alert(1)' },
  { because: 'relative: it would lead to us', url: '/etilaf' },
  { because: 'data', url: 'data:text/html,<script>alert(1)</script>' },
])('never links an address that is no web address: $because', async ({ url }) => {
  const html = await page({ published: published({ url }) })
  expect(html).not.toContain(url)
  expect(readable(html)).toContain('ليس للبيان عنوان يمكن فتحه.')
})

it('is readable without a publisher in the list, a title or a text', async () => {
  const html = await page({ publishers: [], published: published({ title: '\u200F ', html: '' }) })
  expect(readable(html)).toContain('بيان بلا عنوان')
  expect(readable(html)).toContain('nahr')
  expect(readable(html)).toContain('لم ينشر الناشر نصا\u064B تحت هذا العنوان')
})

it('says so where the other language did not follow a change', async () => {
  const since = { divergedSince: '2026-11-19T12:00:00.000Z' }
  expect(readable(await page({ published: published(since) }))).toContain(
    'its version in the other language was not since',
  )
  expect(readable(await page())).not.toContain('was not since')
})

it('links what changed from each wording to the next, with its class', async () => {
  const of = published({ revision: 2 }, [
    { number: 1, seen: '2026-11-18T09:05:00.000Z', title: 'أ', contentHash: '00' },
    {
      number: 2,
      seen: '2026-11-19T12:00:00.000Z',
      title: 'ب',
      contentHash: '01',
      class: 'headline',
    },
  ])
  const html = await page({ published: of })
  expect(html).toContain('href="/statements/nahr-1/revisions/2?lang=en"')
  expect(html).not.toContain('/revisions/1?')
  expect(readable(html)).toContain('the headline')
})

describe('a machine version', () => {
  const machine = {
    language: 'en',
    title: 'Statement on <the> bridge',
    text: 'The council opens the bridge.\n<script>x</script>',
    contentHash: '00',
    made: '2026-11-20T09:00:00.000Z',
    provider: 'libretranslate',
    model: 'mt.example',
  } as const

  it('stands beside its original under what it is, from its own side, and is no markup', async () => {
    const html = await page({ lang: 'ar', published: { ...published(), machine } })
    const article = html.slice(html.indexOf('<article class="whole" lang="en" dir="ltr">'))
    expect(article).toContain('<strong class="mark">Machine translation</strong>')
    expect(readable(article)).toContain('It is not a statement of River Council.')
    expect(article).toContain('<p>&lt;script&gt;x&lt;/script&gt;</p>')
    expect(html).toContain('<article class="whole" lang="ar" dir="rtl">')
    const notice = article.indexOf('A machine made this text')
    expect(notice).toBeLessThan(article.indexOf('The council opens the bridge.'))
  })

  it('is not shown beside a translation of the publisher\u2019s', async () => {
    const [, english] = pair()
    const partner = { ...english, text: '' }
    const html = await page({ published: { ...published(), machine }, partner })
    expect(html).not.toContain('Machine translation')
  })
})

it.each([
  { lang: 'en', first: 'Plain Authority : 17 November 2026 at 08:00 UTC First seen here' },
  {
    lang: 'ar',
    first: 'هيئة السهل : 17 تشرين الثاني 2026 في 08:00 بتوقيت غرينتش ر\u064Fصد هنا أول\u064Bا',
  },
] as const)(
  'lists where else the text stands, the first seen first, in $lang',
  async ({ lang, first }) => {
    const cluster = [
      { id: 'sahl-7', seen: '2026-11-17T08:00:00.000Z', name: { ar: 'اسم سابق', en: 'Former' } },
      { id: 'nahr-1', seen: '2026-11-18T09:05:00.000Z', name: NAHR.name },
    ]
    const html = await page({
      lang,
      published: { ...published(), cluster },
      publishers: [NAHR, SAHL],
    })
    expect(html).toContain(`<a href="/statements/sahl-7?lang=${lang}">`)
    expect(html).not.toContain(`<a href="/statements/nahr-1?lang=${lang}">`)
    expect(readable(html)).toContain(first)
    expect(html.indexOf('sahl-7')).toBeLessThan(html.lastIndexOf('class="mark"'))
    // A publisher that is followed no more keeps the name that it had.
    const ended = await page({ lang, published: { ...published(), cluster }, publishers: [NAHR] })
    expect(readable(ended)).toContain(lang === 'ar' ? 'اسم سابق' : 'Former')
  },
)

it('says nothing of other places where none is known', async () => {
  expect(readable(await page())).not.toContain('elsewhere')
})

it.each([
  { because: 'the partner is linked', state: 'paired', says: 'Statement on the old bridge' },
  { because: 'a partner may still come', state: 'awaited', says: 'Awaited until 2 December 2026' },
  { because: 'the time is over', state: 'late', says: 'Not expected' },
  { because: 'the publisher has one language', state: 'alone', says: 'Not expected' },
] as const)('tells the state of the translation: $because', async ({ state, says }) => {
  const awaitsUntil = {
    paired: '2026-12-02T09:05:00.000Z',
    awaited: '2026-12-02T09:05:00.000Z',
    late: '2026-11-19T09:05:00.000Z',
    alone: null,
  }[state]
  const translation = state === 'paired' ? arabic.translation : null
  const html = await page({ published: { ...published({ translation }), awaitsUntil } })
  expect(readable(html)).toContain(`In the other language ${says}`)
})
