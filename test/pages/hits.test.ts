import { expect, it } from 'vitest'
import words from '../../public/words/desk.json' with { type: 'json' }
import { learnDeskWords } from '../../src/pages/desk/desk-words.ts'
import { HitsPart } from '../../src/pages/desk/hits.tsx'
import { readable, rendered } from './page-sample.ts'

const shown = async (lang: 'ar' | 'en', reached: string | undefined) => {
  learnDeskWords(words)
  const hits = { searched: 300, count: 2, aWeek: 0.4, reached, warnings: [], statements: [] }
  return readable(await rendered(HitsPart({ lang, hits, refusal: undefined })))
}

it.each([
  {
    lang: 'en',
    says: 'What is older was not searched. With fewer publishers it goes further back. Searched back to 3 May 2025',
  },
  {
    lang: 'ar',
    says: 'لم يُبحث في الأقدم. كلما قلّت الجهات امتد البحث أبعد. شمل البحث ما بعد 3 أيار 2025',
  },
] as const)('says how far back a question was tried, where that is not all: $lang', async (row) => {
  expect(await shown(row.lang, '2025-05-03T00:00:00.000Z')).toContain(row.says)
  expect(await shown(row.lang, undefined)).not.toContain('2025')
})

it('never says that nothing is there while something was not searched', async () => {
  expect(await shown('en', undefined)).toContain('Nothing in the archive says this.')
  expect(await shown('en', '2025-05-03T00:00:00.000Z')).not.toContain('Nothing in the archive')
})
