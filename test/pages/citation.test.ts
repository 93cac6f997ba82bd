import { expect, it } from 'vitest'
import { Citation, citationOf } from '../../src/pages/citation.tsx'
import { StatementPage } from '../../src/pages/statement-page.tsx'
import { BASE, NAHR, NOW, published, rendered } from './page-sample.ts'

const { statement } = published({ contentHash: '0123456789abcdef0123456789abcdef' })

it('names who, what, when, where and which wording', () => {
  const citation = citationOf({ statement, name: NAHR.name, lang: 'en', baseUrl: BASE })
  expect(citation).toContain(`${NAHR.name.ar}. «${statement.title}»`)
  expect(citation).toContain(statement.url)
  expect(citation).toContain('0123456789abcdef')
  expect(citation).toContain(`${BASE}/statements/${statement.id}`)
})

it('has the commas of its language, and addresses that stay whole', async () => {
  const of = { ...statement, url: 'https://nahr.test/%D8%A8%D9%8A%D8%A7%D9%86/?p=1' }
  const props = { statement: of, name: NAHR.name, lang: 'en', baseUrl: BASE } as const
  expect(citationOf(props)).toMatch(/\u060C .*\u060C /)
  expect(citationOf(props)).not.toContain(', ')
  const html = await rendered(Citation(props))
  expect(html).toContain('<bdi dir="ltr">https://nahr.test/%D8%A8%D9%8A%D8%A7%D9%86/?p=1</bdi>')
})

it('shows both languages side by side, one of them naming the page', async () => {
  const partner = published({ id: 'nahr-2', language: 'en', title: 'On the bridge' }).statement
  const page = StatementPage({
    lang: 'en',
    baseUrl: BASE,
    published: published(),
    partner,
    publishers: [],
    now: NOW,
  })
  const html = await rendered(page)
  expect(html).toContain('<div class="beside"><article class="whole" lang="ar" dir="rtl">')
  expect(html).toContain('<article class="whole" lang="en" dir="ltr">')
  expect(html.match(/<h1/g)).toHaveLength(1)
})
