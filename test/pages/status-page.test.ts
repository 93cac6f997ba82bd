import { expect, it } from 'vitest'
import type { TranslationReport } from '../../src/objects/translation-report.ts'
import { refusalSentences } from '../../src/sources/refusal-sentences.ts'
import { StatusPage, type StatusPageProps } from '../../src/pages/status-page.tsx'
import {
  BASE,
  NOW,
  entry,
  readable,
  rendered,
  snapshot,
  sourceReport,
  statusOf,
} from './page-sample.ts'

const ENDPOINT = {
  id: 'desk-slack',
  state: 'disabled',
  reason: 'The receiver answered 410.',
  words: { en: 'The receiver answered 410.', ar: 'لم يعد هذا العنوان يستقبل رسائل.' },
  pending: 2,
  kind: 'slack',
  lastDelivered: null,
  oldestPending: '2026-11-20T08:00:00.000Z',
  nextProbe: '2026-11-20T15:00:00.000Z',
  results: { delivered: 12, abandoned: 1 },
} as const

const REFUSED = sourceReport({
  state: 'changed-layout',
  reason: 'selector',
  detail: 'The selector ".entry" found nothing.',
  detail_ar: 'لم يجد المحدد ".entry" شيئًا.',
  lastGoodPoll: '2026-11-20T08:00:00.000Z',
  polls: { ok: 3, unchanged: 190, selector: 11 },
})

function page(changes: Partial<StatusPageProps> = {}): Promise<string> {
  return rendered(
    StatusPage({
      lang: 'en',
      baseUrl: BASE,
      status: statusOf([REFUSED], { endpoints: [ENDPOINT], silent: ['desk-mail'] }),
      operator: false,
      now: NOW,
      ...changes,
    }),
  )
}

it.each([
  {
    because: 'the state and its reason in words',
    en: 'Has changed its shape The selectors found no statement on the page.',
  },
  { because: 'what to mend', en: 'try new selectors with the preview call' },
  { because: 'the detail of the log', en: 'The selector &quot;.entry&quot; found nothing.' },
  { because: 'since when', en: '2 days ago' },
  { because: 'the last poll', en: '3 minutes ago' },
  { because: 'the last good poll', en: '2 hours ago' },
  { because: 'the next poll', en: 'in 2 minutes' },
  {
    because: 'counts by outcome',
    en: 'with news : 3 unchanged : 190 The selectors found no statement on the page : 11',
  },
  { because: 'what is kept', en: 'Statements kept: 42' },
  { because: 'the age of the answer', en: 'As known 12 seconds ago' },
  { because: 'the day\u2019s KV writes against the plan\u2019s', en: '120 of 1,000' },
  { because: 'the day\u2019s rows against the plan\u2019s', en: '23,456 of 100,000' },
])('tells "$en": $because', async ({ en }) => {
  const text = readable(await page())
  expect(text.replaceAll(' :', ':')).toContain(en.replaceAll(' :', ':'))
})

it('says the same in Arabic, the detail too, what is Latin in isolates', async () => {
  const html = await page({ lang: 'ar' })
  const text = readable(html)
  expect(text).toContain('لم تجد المحددات أي بيان في الصفحة.')
  expect(text).toContain('قبل ساعتين')
  expect(text).toContain('120 من 1,000')
  expect(text).toContain('لم يجد المحدد')
  expect(text).not.toContain('found nothing')
  expect(html).toMatch(/<bdi dir="ltr">[^<]*entry/)
})

it('shows endpoints to the operator alone, and not even the names of silent ones', async () => {
  const open = await page()
  expect(open).not.toContain('desk-slack')
  expect(open).not.toContain('desk-mail')
  expect(readable(open)).toContain('Parts of the service that did not tell their state: 1')
  const operators = await page({ operator: true })
  expect(readable(operators)).toContain(
    'desk-slack Disabled: nothing arrives The receiver answered 410. Tried again by itself: in 5 hours 2 2 hours ago',
  )
  expect(operators).toContain('desk-mail')
  const arabic = readable(await page({ operator: true, lang: 'ar' }))
  expect(arabic).toContain('يُعاد تجريبها تلقائيا: بعد 5 ساعات')
})

it('knows no limit where the plan has none', async () => {
  const status = statusOf([], {
    budget: { plan: 'paid', day: '2026-11-20', kvWrites: 5_000, rowsWritten: 9 },
  })
  const html = await page({ status })
  expect(readable(html)).toContain('5,000')
  expect(html).not.toContain('<meter')
})

it('says in Arabic why an endpoint is disabled, and of a failure the code', async () => {
  const status = statusOf([], {
    endpoints: [
      ENDPOINT,
      { ...ENDPOINT, id: 'b', state: 'failing', reason: 'no-answer', words: null },
    ],
  })
  const text = readable(await page({ lang: 'ar', status, operator: true }))
  expect(text).toContain('لم يعد هذا العنوان يستقبل رسائل.')
  expect(text).not.toContain('The receiver answered 410.')
  expect(text).toContain('no-answer')
})

it('calls a poll due whose time has come', async () => {
  const status = statusOf([sourceReport({ nextPoll: '2026-11-20T09:59:59.000Z' })])
  expect(readable(await page({ status }))).toContain('Due now')
})

it('says "unknown" where the desk did not answer', async () => {
  const text = readable(await page({ status: undefined, operator: true }))
  expect(text).toContain('The state of the sources is unknown at the moment.')
  expect(text).not.toContain('Working')
})

it('says that nothing is followed yet', async () => {
  const status = statusOf([], { publishers: [] })
  expect(readable(await page({ status }))).toContain(
    'This service does not follow any publisher yet.',
  )
})

it('tells what changed lately, each in the reader\u2019s language', async () => {
  const told = (language: 'ar' | 'en', title: string) =>
    entry({ id: `n1/${language}`, language, title, published: '2026-11-19T08:00:00.000Z' })
  const history = snapshot([told('ar', 'nahr-ar: لا يجيب'), told('en', 'nahr-ar: down')])
  const props = {
    baseUrl: BASE,
    status: statusOf([sourceReport()]),
    operator: false,
    now: NOW,
    history,
  }
  const english = readable(await rendered(StatusPage({ lang: 'en', ...props })))
  expect(english).toContain('nahr-ar: down')
  expect(english).not.toContain('لا يجيب')
  expect(readable(await rendered(StatusPage({ lang: 'ar', ...props })))).toContain('لا يجيب')
})

it('tells the operator alone what to mend about machine translation, in both languages', async () => {
  const MEND = { en: 'The server refuses the key.', ar: 'يرفض الخادم المفتاح.' }
  const translation: TranslationReport = {
    enabled: true,
    provider: 'libretranslate',
    waiting: 2,
    asked: 3,
    daily: 50,
    made: 1,
    givenUp: 0,
    next: null,
    failing: {
      reason: 'key',
      since: '2026-11-20T09:00:00.000Z',
      detail: 'Invalid API key',
    },
  }
  const page = async (lang: 'ar' | 'en', operator: boolean) =>
    readable(
      await rendered(
        StatusPage({
          lang,
          baseUrl: BASE,
          status: statusOf([], { translation }),
          operator,
          now: NOW,
          mend: MEND[lang],
        }),
      ),
    )
  expect(await page('en', true)).toContain('The server refuses the key.')
  expect(await page('en', true)).toContain('3 of 50')
  expect(await page('ar', true)).toContain('يرفض الخادم المفتاح')
  expect(await page('en', false)).not.toContain('refuses the key')
})

it('says that nothing is known before the first poll, and since when after it', async () => {
  const fresh = sourceReport({ since: null, lastPoll: null, lastGoodPoll: null })
  const text = readable(await page({ status: statusOf([fresh]) }))
  expect(text).toContain('Not polled yet')
})

it('shows an error with its number', async () => {
  const words = refusalSentences({ reason: 'status', status: 503 })
  const source = sourceReport({ state: 'down', reason: 'status', words })
  const text = readable(await page({ status: statusOf([source]) }))
  expect(text).toContain('The site has a fault of its own (503). It is read again')
})
