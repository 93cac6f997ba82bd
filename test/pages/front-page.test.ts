import { expect, it } from 'vitest'
import { FrontPage, type FrontPageProps } from '../../src/pages/front-page.tsx'
import {
  BASE,
  NOW,
  RIVER,
  entry,
  pair,
  readable,
  rendered,
  snapshot,
  sourceReport,
  statusOf,
} from './page-sample.ts'

const [arabic, english] = pair()

function front(changes: Partial<FrontPageProps> = {}): Promise<string> {
  return rendered(
    FrontPage({
      lang: 'en',
      baseUrl: BASE,
      snapshot: snapshot([arabic, english], { of: 'all' }),
      publishers: [RIVER],
      status: statusOf([sourceReport(), sourceReport({ id: 'nahr-en', language: 'en' })]),
      now: NOW,
      ...changes,
    }),
  )
}

const articles = (html: string) => html.match(/<article[^>]*>/g) ?? []

it('is a whole document in the language of the interface', async () => {
  expect(await front()).toMatch(
    /^<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"/,
  )
  expect(await front({ lang: 'ar' })).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
})

it('shows a pair in one row, each part in its own language and direction', async () => {
  const html = await front()
  expect(html.match(/<li class="row/g)).toHaveLength(1)
  expect(html).toContain('<ol class="rows two-columns"><li class="row pair">')
  expect(articles(html)).toEqual([
    '<article class="statement" lang="en" dir="ltr">',
    '<article class="statement" lang="ar" dir="rtl">',
  ])
})

it('puts the reader\u2019s language first', async () => {
  expect(articles(await front({ lang: 'ar' }))[0]).toContain('lang="ar"')
})

it('leaves no hole beside a statement without partner', async () => {
  const other = entry({ id: 'nahr-9', language: 'en' })
  const html = await front({ snapshot: snapshot([entry(), other], { of: 'all' }) })
  expect(html.match(/<li class="row"><article/g)).toHaveLength(2)
  expect(html.match(/<\/article><\/li>/g)).toHaveLength(2)
  expect(html).not.toContain('row pair')
})

it('has one column where all speak one language', async () => {
  const html = await front({ snapshot: snapshot([entry()], { of: 'all' }) })
  expect(html).toContain('<ol class="rows">')
})

it('links the publisher\u2019s page first and ours second', async () => {
  const html = await front({ snapshot: snapshot([entry()], { of: 'all' }) })
  const theirs = html.indexOf('href="https://nahr.test/bayan/1"')
  const ours = html.indexOf('href="/statements/nahr-1?lang=en"')
  expect(theirs).toBeGreaterThan(0)
  expect(ours).toBeGreaterThan(theirs)
})

it('marks what was withdrawn, and links our page instead of one that is gone', async () => {
  const html = await front({ snapshot: snapshot([entry({ state: 'withdrawn' })], { of: 'all' }) })
  expect(html).toContain('<strong class="mark withdrawn">مسحوب</strong>')
  expect(html).not.toContain('https://nahr.test/bayan/1')
})

it('marks what waits for its version in the other language, and nothing else', async () => {
  const of = snapshot([entry(), entry({ id: 'nahr-7', firstSeen: '2026-10-01T09:00:00.000Z' })])
  const text = readable(await front({ snapshot: of }))
  expect(text.match(/النص الإنكليزي منتظر/g)).toHaveLength(1)
  const alone = await front({ snapshot: of, publishers: [{ ...RIVER, languages: ['ar'] }] })
  expect(readable(alone)).not.toContain('منتظر')
  const paired = await front({ snapshot: snapshot([arabic, english]) })
  expect(readable(paired)).not.toContain('awaited')
})

it('says the date in the statement\u2019s language, and "first seen" where it has none', async () => {
  const text = readable(
    await front({ snapshot: snapshot([arabic, { ...english, published: null }]) }),
  )
  expect(text).toContain('18 تشرين الثاني 2026 في 09:00 بتوقيت غرينتش')
  expect(text).toContain('First seen 18 November 2026 at 09:05 UTC')
})

it('names every feed: each language, each format, each publisher, and the OPML', async () => {
  const html = await front()
  for (const of of ['all', 'nahr']) {
    for (const language of ['ar', 'en', 'both']) {
      for (const format of ['rss', 'atom', 'json']) {
        expect(html).toContain(`<a href="${BASE}/feeds/${of}/${language}.${format}"`)
      }
    }
  }
  expect(html).toContain('href="/feeds.opml"')
})

it('offers no feed in a language that the publisher does not write', async () => {
  const html = await front({ publishers: [{ ...RIVER, languages: ['ar'] }] })
  expect(html).toContain('/feeds/nahr/ar.atom')
  expect(html).not.toContain('/feeds/nahr/en.')
  expect(html).not.toContain('/feeds/nahr/both.')
})

it('announces its feeds to readers, with the language where there is one', async () => {
  const html = await front()
  expect(html).toContain(
    `<link rel="alternate" type="application/atom+xml" hreflang="ar" title="كل البيانات (Atom)" href="${BASE}/feeds/all/ar.atom"/>`,
  )
  expect(html.match(/<link rel="alternate"/g)).toHaveLength(9)
  expect(html).toContain(`<link rel="canonical" href="${BASE}/"/>`)
})

it.each([
  {
    because: 'a good poll',
    report: sourceReport(),
    en: 'Working Last poll: 3 minutes ago',
    ar: 'يعمل آخر قراءة: قبل 3 دقائق',
  },
  {
    because: 'nothing was tried yet',
    report: sourceReport({ state: 'waiting', lastPoll: null }),
    en: 'Waiting for its first poll',
    ar: 'ينتظر أول قراءة',
  },
  {
    because: 'the operator\u2019s will',
    report: sourceReport({ state: 'paused' }),
    en: 'Paused by the operator',
    ar: 'موقوف بقرار المشغ\u0651ل',
  },
  {
    because: 'the reason in words',
    report: sourceReport({ state: 'blocked', reason: 'challenge' }),
    en: 'The site sent a page that checks for robots instead of its content.',
    ar: 'أرسل الموقع صفحة تحقق من الزائر بدل محتواه.',
  },
  {
    because: 'a reason of another version is no crash',
    report: sourceReport({ state: 'down', reason: 'constructor' }),
    en: 'A reason that this page does not know.',
    ar: 'سبب لا تعرفه هذه الصفحة.',
  },
])('tells of a source "$en": $because', async ({ report, en, ar }) => {
  const status = statusOf([report])
  expect(readable(await front({ status }))).toContain(en)
  expect(readable(await front({ status, lang: 'ar' }))).toContain(ar)
})

it('says how old its knowledge is', async () => {
  expect(readable(await front())).toContain('As known 12 seconds ago')
  expect(readable(await front({ lang: 'ar' }))).toContain('وقت معرفة الحالة: قبل 12 ثانية')
})

it('says "unknown" where nobody answered, and serves the rest', async () => {
  const html = await front({ status: undefined })
  expect(readable(html)).toContain('The state of the sources is unknown at the moment.')
  expect(html.match(/class="state unknown"/g)).toHaveLength(2)
  expect(html).not.toContain('class="state ok"')
  expect(html).toContain('/feeds/nahr/ar.atom')
  expect(html).toContain('Statement on the old bridge')
})

it('shows a source whose publisher did not answer as unknown, never as working', async () => {
  const html = await front({ status: statusOf([sourceReport()]) })
  expect(html.match(/class="state (\w+)"/g)).toEqual(['class="state ok"', 'class="state unknown"'])
})

it.each([
  { lang: 'en', told: 'This service does not follow any publisher yet' },
  { lang: 'ar', told: 'لا تتابع هذه الخدمة أي جهة بعد' },
] as const)('tells in an empty deployment what to do next ($lang)', async ({ lang, told }) => {
  const html = await front({ lang, snapshot: undefined, publishers: [], status: undefined })
  expect(readable(html)).toContain(told)
  expect(html).toContain(`href="/desk?lang=${lang}"`)
  expect(html).not.toContain('id="feeds"')
})

it('waits aloud for the first statement', async () => {
  expect(readable(await front({ snapshot: undefined }))).toContain('No statement has arrived yet.')
})

it('keeps the chosen language in every link to a page of ours', async () => {
  const html = await front({ lang: 'ar' })
  const links = html.match(/<a [^>]*>/g)?.filter((tag) => !tag.includes('hreflang=')) ?? []
  const pages = links.flatMap((tag) => / href="(\/(?!feeds)[^"]*)"/.exec(tag)?.[1] ?? [])
  expect(pages.length).toBeGreaterThan(4)
  expect(pages.filter((href) => !href?.endsWith('?lang=ar'))).toEqual([])
})

it.each([
  {
    because: 'what needs a look comes first',
    status: statusOf([
      sourceReport(),
      sourceReport({ id: 'nahr-en', state: 'down', reason: 'timeout' }),
    ]),
    en: 'Sources \u00B7 Does not answer: 1 \u00B7 Working: 1 \u00B7 As known 12 seconds ago',
  },
  { because: 'nobody answered', status: undefined, en: 'Sources \u00B7 State unknown: 2' },
])('says above the statements "$en": $because', async ({ status, en }) => {
  const text = readable(await front({ status }))
  expect(text).toContain(en)
  expect(text.indexOf(en)).toBeLessThan(text.indexOf('Statement on the old bridge'))
})
