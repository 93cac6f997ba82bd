import { expect, it } from 'vitest'
import { citationOf } from '../../src/pages/citation.tsx'
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
