import { beforeAll, describe, expect, it } from 'vitest'
import { resetInternet, setPage } from '../workerd/internet.ts'
import type { StoredPage } from '../workerd/outbound.ts'
import { RSS_TYPE, follow, pollOne, publisherObject, publisherWith, rss } from './desk-client.ts'

const FEED = 'https://steady.example/feed'
const known = [
  { n: 1, title: 'بيان أول', text: 'نص البيان الأول.' },
  { n: 2, title: 'بيان ثان', text: 'نص البيان الثاني.' },
]

/** What a site may answer on a bad day, and the word by which Bayan names it. */
const BAD_DAYS: readonly { because: string; page: Partial<StoredPage>; reason: string }[] = [
  {
    because: 'a broken feed',
    page: { headers: RSS_TYPE, body: rss(known).replace(/<item>[\s\S]*<\/item>/, '<item/>') },
    reason: 'malformed',
  },
  {
    because: 'a feed cut off inside its first entry',
    page: { headers: RSS_TYPE, body: rss(known).slice(0, rss(known).indexOf('</item>')) },
    reason: 'truncated',
  },
  {
    because: 'an error page with status 200',
    page: {
      headers: { 'content-type': 'text/html' },
      body: '<html><head><title>Error establishing a database connection</title></head><body><h1>Error establishing a database connection</h1></body></html>',
    },
    reason: 'soft-404',
  },
  {
    because: 'a challenge page with status 200',
    page: {
      headers: { 'content-type': 'text/html', 'cf-mitigated': 'challenge' },
      body: '<html><head><title>Just a moment...</title></head><body></body></html>',
    },
    reason: 'challenge',
  },
  {
    because: 'a list that lost its items',
    page: { headers: RSS_TYPE, body: rss([]) },
    reason: 'empty',
  },
  { because: 'no bytes at all', page: { headers: RSS_TYPE, body: '' }, reason: 'empty' },
  {
    because: 'bytes that are not in the charset that is declared',
    page: {
      headers: { 'content-type': 'application/rss+xml; charset=utf-16le' },
      body: '<rss/>x',
    },
    reason: 'charset',
  },
  {
    because: 'a body of 50 MB',
    page: { headers: RSS_TYPE, fillBytes: 50_000_000 },
    reason: 'too-large',
  },
  {
    because: 'a redirect to itself',
    page: { status: 302, headers: { location: FEED } },
    reason: 'redirects',
  },
  {
    because: 'a redirect into the private network',
    page: { status: 302, headers: { location: 'http://169.254.169.254/' } },
    reason: 'blocked-address',
  },
  { because: 'a server error', page: { status: 503, body: 'busy' }, reason: 'status' },
  { because: 'an address that is gone', page: { status: 410 }, reason: 'gone' },
  {
    because: '304 to a question that was not conditional',
    page: { status: 304 },
    reason: 'status',
  },
  {
    because: 'a page in place of the feed',
    page: {
      headers: { 'content-type': 'text/html' },
      body: '<html><head><title>أهلا</title></head><body><p>صفحة أخرى</p></body></html>',
    },
    reason: 'not-a-listing',
  },
]

describe('a bad day of a site', () => {
  beforeAll(async () => {
    await resetInternet()
    await setPage(FEED, { headers: RSS_TYPE, body: rss(known) })
    await follow(publisherWith('steady'))
  })

  it.each(BAD_DAYS)(
    '$because is named "$reason" and changes nothing that is known',
    async ({ page, reason }) => {
      const object = publisherObject('steady')
      const before = [await object.statement(1), await object.statement(2)]
      expect(before[1]).toBeDefined()
      await setPage(FEED, page)

      expect(await pollOne('steady')).toMatchObject({
        outcome: 'refused',
        reason,
        appeared: 0,
        revised: 0,
        withdrawn: 0,
      })

      const report = await object.report()
      expect(report.sources[0]).toMatchObject({ reason })
      expect(['down', 'blocked', 'changed-layout']).toContain(report.sources[0]?.state)
      expect(report.sources[0]?.detail).toMatch(/\S \S/)
      expect(report.sources[0]?.detail_ar).toMatch(/[\u0621-\u064A]/)
      expect([await object.statement(1), await object.statement(2)]).toEqual(before)
      expect(report.statements).toBe(2)
    },
  )

  it('a feed cut off in the middle is read as far as it is whole, and nothing else changes', async () => {
    const object = publisherObject('steady')
    const before = [await object.statement(1), await object.statement(2)]
    await setPage(FEED, { headers: RSS_TYPE, body: rss(known).slice(0, -120) })
    expect(await pollOne('steady')).toMatchObject({
      outcome: 'ok',
      appeared: 0,
      revised: 0,
      withdrawn: 0,
    })
    expect([await object.statement(1), await object.statement(2)]).toEqual(before)
  })

  it('goes on with the next good poll as if nothing had been', async () => {
    const third = { n: 3, title: 'بيان ثالث', text: 'نص البيان الثالث.' }
    await setPage(FEED, { headers: RSS_TYPE, body: rss([third, ...known]) })
    expect(await pollOne('steady')).toMatchObject({
      outcome: 'ok',
      baseline: false,
      appeared: 1,
      revised: 0,
    })
    const report = await publisherObject('steady').report()
    expect(report.sources[0]).toMatchObject({ state: 'ok', reason: null })
    expect(report.sources[0]?.polls).toMatchObject({ ok: 3, malformed: 1, 'too-large': 1 })
  })
})
