import { expect, it } from 'vitest'
import { FrontPage, type FrontPageProps } from '../../src/pages/front-page.tsx'
import type { FoundStatement } from '../../src/pages/search-results.tsx'
import { BASE, NOW, RIVER, entry, readable, rendered, snapshot } from './page-sample.ts'

const asked = { q: 'الجسر', publisher: '', language: '', state: '', since: '', until: '' }

function statement(changes: Partial<FoundStatement> = {}): FoundStatement {
  return {
    id: 'nahr-1',
    publisher: 'nahr',
    language: 'ar',
    title: 'بيان حول الجسر',
    published: '2026-11-18T09:00:00.000Z',
    firstSeen: '2026-11-18T09:05:00.000Z',
    state: 'current',
    revision: 1,
    translation: null,
    marks: [{ start: 9, end: 14 }],
    snippet: { text: 'فتح الجسر أمس', marks: [{ start: 4, end: 9 }] },
    ...changes,
  }
}

function front(changes: Partial<FrontPageProps>): Promise<string> {
  return rendered(
    FrontPage({
      lang: 'en',
      baseUrl: BASE,
      snapshot: snapshot([entry()], { of: 'all' }),
      publishers: [RIVER],
      status: undefined,
      now: NOW,
      search: asked,
      ...changes,
    }),
  )
}

it('marks what was asked for, in title and text', async () => {
  const html = await front({ found: { statements: [statement()], next: undefined } })
  expect(html).toContain('بيان حول <mark>الجسر</mark>')
  expect(html).toContain('فتح <mark>الجسر</mark> أمس')
})

it('shows what was found in place of the newest, and keeps the question in the form', async () => {
  const html = await front({ found: { statements: [], next: undefined } })
  expect(readable(html)).toContain('No statement in the archive says this.')
  expect(html).toContain('value="الجسر"')
  expect(html).not.toContain('<article')
})

it.each([
  { lang: 'en', says: 'Nothing found so far.', link: 'Older' },
  { lang: 'ar', says: 'لم يُعثر على شيء بعد.', link: 'الأقدم' },
] as const)('never calls nothing what was not searched to its end: $lang', async (row) => {
  const next = '/?q=%D8%A7&cursor=x'
  const html = await front({ lang: row.lang, found: { statements: [], next } })
  expect(readable(html)).toContain(row.says)
  expect(html).toMatch(new RegExp(`<a href="/\\?q=%D8%A7&amp;cursor=x" rel="next">\\s*${row.link}`))
})

it('goes on to older ones, and back to the other language with the same question', async () => {
  const next = '/?q=%D8%A7&lang=en&cursor=nahr-1'
  const html = await front({ found: { statements: [statement()], next } })
  expect(html).toContain('href="/?q=%D8%A7&amp;lang=en&amp;cursor=nahr-1"')
  expect(html).toContain('href="/?q=%D8%A7%D9%84%D8%AC%D8%B3%D8%B1&amp;lang=ar"')
})

it('says at the box what is wrong with a question', async () => {
  const html = await front({ fault: 'A parenthesis is not closed.' })
  expect(html).toMatch(/aria-invalid="true"[^>]*id="f-q"|id="f-q"[^>]*aria-invalid="true"/)
  expect(html).toContain('A parenthesis is not closed.')
})

it.each([
  {
    because: 'a title that must be mended for display has other places',
    title: 'بيان \u202Eحول الجسر',
  },
  { because: 'a title of two lines is shown as one', title: 'بيان\nحول الجسر' },
])('marks nothing in the title: $because', async ({ title }) => {
  const html = await front({ found: { statements: [statement({ title })], next: undefined } })
  expect(html).not.toContain('حول <mark>')
  expect(html).not.toContain('\u202E')
})

it('opens the narrower search where one is asked for', async () => {
  const open = await front({
    search: { ...asked, since: '2026-01-01' },
    found: { statements: [], next: undefined },
  })
  expect(open).toContain('<details open="">')
  expect(await front({ found: { statements: [], next: undefined } })).not.toContain('<details open')
})
