import { beforeAll, expect, it } from 'vitest'
import words from '../../public/words/desk.json' with { type: 'json' }
import { learnDeskWords } from '../../src/pages/desk/desk-words.ts'
import { PublisherSettingsPage } from '../../src/pages/desk/publisher-settings-page.tsx'
import { BASE, NOW, rendered } from './page-sample.ts'

beforeAll(() => learnDeskWords(words))

const draft = { id: 'nahr', ar: 'النهر', en: 'River', site: 'https://nahr.test/', hours: '' }
const ar = { id: 'nahr-1', title: 'فتح الجسر', url: 'https://nahr.test/1', published: null }
const en = {
  id: 'nahr-2',
  title: 'Bridge <b>opened</b>',
  url: 'https://nahr.test/2',
  published: null,
}
const part = {
  source: 'nahr-ar',
  key: 'shape:قرأه # زائر',
  sample: 'قرأه 12 زائرًا',
  seen: 4,
  statements: 2,
  verdict: 'auto',
  ignored: true,
}

async function page(changes: Partial<Parameters<typeof PublisherSettingsPage>[0]> = {}) {
  const props = { lang: 'en', baseUrl: BASE, now: NOW, draft, sources: [], pairs: [], parts: [] }
  return await rendered(PublisherSettingsPage({ ...props, ...changes } as never))
}

it('offers to tie what is likely, and to confirm or take apart what was tied', async () => {
  const html = await page({
    pairs: [
      { state: 'likely', confidence: 0.61, ar, en },
      { state: 'inferred', confidence: 0.7, ar, en },
    ],
  })
  expect(html).toContain('Confidence: 61%')
  const forms = html.match(/<form[^>]*pair\?lang=en"[^>]*class="buttons".*?<\/form>/g) ?? []
  expect(forms.map((form) => form.match(/value="(tie|part)"/g))).toEqual([
    ['value="tie"'],
    ['value="tie"', 'value="part"'],
  ])
  expect(html).toContain('Bridge &lt;b&gt;opened&lt;/b&gt;')
  expect(html).toContain('<p lang="ar" dir="rtl">')
})

it('shows what changes by itself, and folds what changed once away', async () => {
  const html = await page({ parts: [part, { ...part, key: 'first', sample: 'once', seen: 1 }] })
  expect(html.indexOf('قرأه 12')).toBeLessThan(html.indexOf('Seen once'))
  expect(html.indexOf('Seen once')).toBeLessThan(html.indexOf('>once<'))
  expect(html).toMatch(/value="auto" aria-pressed="true"/)
})

it('says that the object did not answer, and never that there is nothing', async () => {
  const html = await page({ pairs: undefined, parts: undefined })
  expect(html.match(/did not answer/g)).toHaveLength(2)
  expect(html).not.toContain('No pair waits')
  expect(html).not.toContain('Nothing was seen')
})

it('gives every field a name of its own, in either language', async () => {
  for (const lang of ['ar', 'en'] as const) {
    const ids = (await page({ lang, parts: [part, part] })).match(/ id="[^"]+"/g) ?? []
    expect(new Set(ids).size).toBe(ids.length)
  }
})
