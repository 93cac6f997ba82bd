import { expect, it } from 'vitest'
import { FeedPage, type FeedPageProps } from '../../src/pages/feed-page.tsx'
import { BASE, NAHR, entry, pair, rendered, snapshot, snapshotEntry } from './page-sample.ts'

const page = (changes: Partial<FeedPageProps> = {}): Promise<string> =>
  rendered(
    FeedPage({
      lang: 'en',
      baseUrl: BASE,
      of: 'nahr',
      name: NAHR.name,
      kind: { kind: 'newest' },
      language: 'ar',
      snapshot: snapshot(pair()),
      ...changes,
    }),
  )

const announced = (html: string) =>
  [...html.matchAll(/<link rel="alternate"[^>]*href="([^"]+)"/g)].map(([, href]) => href)

it('shows the three addresses to copy, and readers that take them', async () => {
  const html = await page()
  for (const ending of ['atom', 'rss', 'json']) {
    expect(html).toContain(`dir="ltr">${BASE}/feeds/nahr/ar.${ending}</code>`)
  }
  const encoded = encodeURIComponent(`${BASE}/feeds/nahr/ar.atom`)
  expect(html).toContain(`href="feed:${BASE}/feeds/nahr/ar.atom"`)
  expect(html).toContain(`href="https://feedly.com/i/subscription/feed/${encoded}"`)
  expect(html).toContain(`href="https://www.newsblur.com/?url=${encoded}"`)
})

it('leads to the other languages, the edits, what was withdrawn, and the archive', async () => {
  const chain = { month: null, previous: '2026-11', next: null }
  const html = await page({ snapshot: snapshot(pair(), { chain }) })
  for (const path of ['en', 'both', 'edits', 'withdrawn']) {
    expect(html).toContain(`href="/feeds/nahr/${path}?lang=en"`)
  }
  expect(html).not.toContain('href="/feeds/nahr/ar?lang=en"')
  expect(html).toContain('href="/feeds/nahr/ar/2026-11.atom"')
})

it('announces its own language first', async () => {
  expect(announced(await page())[0]).toBe(`${BASE}/feeds/nahr/ar.atom`)
  expect(announced(await page({ language: 'both' }))[0]).toBe(`${BASE}/feeds/nahr/both.atom`)
  expect(announced(await page())).toHaveLength(9)
})

it('of edits announces them first, and links no page that an edit has not', async () => {
  const edit = entry({ id: 'nahr-1.2', title: 'تعديل: الجسر', revision: 2 })
  const html = await page({ kind: { kind: 'edits' }, language: 'both', snapshot: snapshot([edit]) })
  expect(announced(html)[0]).toBe(`${BASE}/feeds/nahr/edits.atom`)
  expect(html).toContain('تعديل: الجسر')
  expect(html).not.toContain('/statements/nahr-1.2')
})

it('says what it is where nothing is in it yet, in both languages', async () => {
  expect(await page({ snapshot: undefined })).toContain('No statement has arrived yet.')
  expect(await page({ snapshot: undefined, lang: 'ar' })).toContain('هذه خلاصة')
})

it('marks what a machine made, and links its original', async () => {
  const machine = { provider: 'libretranslate', model: 'm', original: 'ar' } as const
  const made = {
    ...snapshotEntry(entry({ title: 'The old bridge' })),
    language: 'en',
    machine,
  } as const
  const html = await page({ language: 'en', snapshot: { ...snapshot([]), entries: [made] } })
  expect(html).toContain('<article class="statement" lang="en" dir="ltr">')
  expect(html).toContain('<strong class="mark">Machine translation</strong>')
  expect(html).toContain('<a href="https://nahr.test/bayan/1"')
})
