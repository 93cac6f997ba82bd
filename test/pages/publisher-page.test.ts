import { expect, it } from 'vitest'
import { PublisherPage, type PublisherPageProps } from '../../src/pages/publisher-page.tsx'
import {
  BASE,
  NOW,
  RIVER,
  pair,
  readable,
  rendered,
  snapshot,
  sourceReport,
  statusOf,
} from './page-sample.ts'

function page(changes: Partial<PublisherPageProps> = {}): Promise<string> {
  return rendered(
    PublisherPage({
      lang: 'en',
      baseUrl: BASE,
      snapshot: snapshot(pair()),
      publisher: RIVER,
      status: statusOf([sourceReport()]),
      now: NOW,
      ...changes,
    }),
  )
}

it('names the publisher in the reader\u2019s language and links its site', async () => {
  expect(await page()).toContain('<h1>River Council</h1>')
  expect(await page({ lang: 'ar' })).toContain('<h1>مجلس النهر</h1>')
  expect(await page()).toContain('<a href="https://nahr.test/" rel="noopener noreferrer">')
})

it('holds its statements, its own feeds and its own sources, and nobody else\u2019s', async () => {
  const html = await page()
  expect(html).toContain('class="row pair"')
  expect(html).toContain('/feeds/nahr/both.atom')
  expect(html).not.toContain('/feeds/all/')
  expect(html.match(/class="state \w+"/g)).toHaveLength(2)
})

it('stands before the first statement, and without a site that may be linked', async () => {
  const html = await page({ snapshot: undefined, publisher: { ...RIVER, site: 'nahr.test' } })
  expect(readable(html)).toContain('No statement has arrived yet.')
  expect(html).not.toContain('href="nahr.test"')
})

it('draws its weeks, and says the same as a sentence and as a table with dates in words', async () => {
  const html = await page()
  expect(html).toMatch(/<svg class="chart"[^>]* role="img" aria-label="Statements a week: /)
  expect(readable(html)).toContain('16 November 2026')
  expect(readable(await page({ lang: 'ar' }))).toContain('16 تشرين الثاني 2026')
})
