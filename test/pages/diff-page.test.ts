import { expect, it } from 'vitest'
import { DiffPage } from '../../src/pages/diff-page.tsx'
import type { Language } from '../../src/text/language.ts'
import { BASE, readable, rendered } from './page-sample.ts'

function page(lang: Language, language: Language, from: string, to: string): Promise<string> {
  const wording = { title: 'x', html: '', contentHash: '' }
  return rendered(
    DiffPage({
      lang,
      baseUrl: BASE,
      statement: { id: 'nahr-1', language },
      before: { ...wording, number: 1, seen: '2026-11-18T09:05:00.000Z', text: from },
      after: {
        ...wording,
        number: 2,
        seen: '2026-11-19T09:05:00.000Z',
        text: to,
        class: 'number-name-date',
      },
    }),
  )
}

it('marks what went and what came, in the direction of the statement', async () => {
  const html = await page('en', 'ar', 'أصيب 12 عاملا', 'أصيب 14 عاملا')
  expect(html).toContain('<html lang="en" dir="ltr">')
  expect(html).toContain('<div class="diff" lang="ar" dir="rtl">')
  expect(html).toMatch(/<del>.*12 .*<\/del><ins>.*14 .*<\/ins>/)
  expect(readable(html)).toContain('a figure, name or date')
})

it('speaks the language of the reader around a text from the left', async () => {
  const html = await page('ar', 'en', 'The port <b>', 'The bridge <b>')
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain('<div class="diff" lang="en" dir="ltr">')
  expect(html).toContain('<del>port &lt;</del><ins>bridge &lt;</ins>')
  expect(readable(html)).toContain('رقم أو اسم أو تاريخ')
})

it('says so where no word differs', async () => {
  const html = await page('en', 'ar', 'فتح الجسر', 'فَتح الجسر')
  expect(readable(html)).toContain('The words of the text are as they were.')
  expect(html).not.toContain('<del>')
})
