import { XMLValidator } from 'fast-xml-parser'
import { expect, it } from 'vitest'
import type { PublisherFace } from '../../src/feeds/snapshot.ts'
import { FrontPage } from '../../src/pages/front-page.tsx'
import type { FoundStatement } from '../../src/pages/search-results.tsx'
import { MessagePage } from '../../src/pages/message-page.tsx'
import { PublisherPage } from '../../src/pages/publisher-page.tsx'
import { StatementPage } from '../../src/pages/statement-page.tsx'
import { StatusPage } from '../../src/pages/status-page.tsx'
import { LANGUAGES, type Language } from '../../src/text/language.ts'
import {
  BASE,
  NOW,
  entry,
  published,
  rendered,
  snapshot,
  sourceReport,
  statusOf,
} from './page-sample.ts'

const HOSTILE = [
  { because: 'a script', text: '<script>alert(1)</script>' },
  { because: 'out of the title element', text: '</title><script>alert(1)</script>' },
  { because: 'out of an attribute', text: '"><img src=x onerror=alert(1)>' },
  { because: 'out of an attribute in single quotes', text: `' onmouseover='alert(1)` },
  { because: 'a style', text: '<style>*{display:none}</style><p style="color:red">' },
  {
    because: 'a frame and a form',
    text: '<iframe src="//evil.test"></iframe><form action="//evil.test">',
  },
  {
    because: 'another base',
    text: '<base href="//evil.test/"><meta http-equiv=refresh content=0>',
  },
  { because: 'already escaped', text: '&lt;script&gt;alert(1)&lt;/script&gt; &amp;' },
  { because: 'a comment', text: '<!-- --><!--' },
  { because: 'an address that runs', text: 'javascript:alert(1)' },
  { because: 'inside a Latin run of an Arabic title', text: 'بيان a<script>alert(1)</script>b' },
]

/** Each page with one text at every place that somebody else fills. */
function pages(text: string, lang: Language): Readonly<Record<string, unknown>> {
  const name = { ar: text, en: text }
  const face: PublisherFace = { id: text, name, site: text }
  const said = {
    publisher: text,
    id: text,
    url: text,
    title: text,
    source: text,
    published: text,
  } as const
  const translation = {
    id: text,
    url: text,
    language: 'en',
    title: text,
    by: 'declared',
    confidence: 1,
  } as const
  const entries = [
    entry({ ...said, translation }),
    entry({ ...said, id: `${text}2`, firstSeen: text, published: null }),
  ]
  const all = snapshot(entries, { of: 'all', publishers: { [text]: face } })
  const publisher = {
    ...face,
    languages: LANGUAGES,
    sources: [{ id: text, language: 'ar', url: text }],
  } as const
  const report = sourceReport({
    id: text,
    url: text,
    state: 'down',
    reason: text,
    detail: text,
    since: text,
    polls: { [text]: 1 },
  })
  const endpoint = {
    id: text,
    state: 'failing',
    reason: text,
    words: { ar: text, en: text },
    pending: 1,
    kind: 'slack',
    lastDelivered: null,
    oldestPending: text,
    nextProbe: text,
    results: { [text]: 1 },
  } as const
  const status = { ...statusOf([report], { endpoints: [endpoint], silent: [text] }) }
  const revisions = [{ number: 1, seen: text, title: text, contentHash: '' }]
  const base = { lang, baseUrl: BASE, now: NOW }
  return {
    front: FrontPage({ ...base, snapshot: all, publishers: [publisher], status }),
    search: FrontPage({
      ...base,
      snapshot: all,
      publishers: [publisher],
      status,
      search: { q: text, publisher: text, language: text, state: text, since: text, until: text },
      found: { statements: [foundWith(text)], next: `/?q=${encodeURIComponent(text)}` },
      fault: text,
    }),
    publisher: PublisherPage({ ...base, snapshot: all, publisher, status }),
    statement: StatementPage({
      ...base,
      published: {
        ...published({ ...said, html: '', translation }, revisions),
        cluster: [
          { id: `${text}-1`, seen: text, name },
          { id: 'nahr-1', seen: text, name },
        ],
      },
      publishers: [face],
    }),
    status: StatusPage({ ...base, status, operator: true }),
    message: MessagePage({ ...base, title: text, text }),
  }
}

function foundWith(text: string): FoundStatement {
  const said = { id: text, publisher: text, title: text, published: text, firstSeen: text }
  const marks = [{ start: 1, end: 3 }]
  const rest = { language: 'ar', state: text, revision: 2, translation: { id: text } } as const
  return { ...said, ...rest, marks, snippet: { text, marks } }
}

/** Every tag of a document, cut as the HTML Standard cuts them for quoted attributes. */
function tagsOf(html: string): string[] {
  return html.match(/<[a-z!/](?:[^>"]|"[^"]*")*>/gi) ?? []
}

/** Those that run, load or send something. */
function activeTags(html: string): string[] {
  return tagsOf(html).filter((tag) =>
    /^<\/?(script|style|iframe|img|form|base|object|embed|svg)\b/i.test(tag),
  )
}

const cases = HOSTILE.flatMap((hostile) => LANGUAGES.map((lang) => ({ ...hostile, lang })))

it.each(cases)('shows $text as text ($lang): $because', async ({ text, lang }) => {
  const harmless = pages('harmless', lang)
  for (const [name, page] of Object.entries(pages(text, lang))) {
    const html = await rendered(page)
    const tags = tagsOf(html)
    // The page's own form, chart and script stand in the harmless page too; nothing is added.
    expect(activeTags(html), name).toEqual(activeTags(await rendered(harmless[name])))
    const attributes = tags.map((tag) => tag.replace(/"[^"]*"/g, '""'))
    expect(
      attributes.filter((tag) => /\s(style|on\w+|http-equiv)\s*=/i.test(tag)),
      name,
    ).toEqual([])
    expect(html, name).not.toMatch(/(href|src|action)="\s*javascript:/i)
    // A text that opened or closed a tag would change their number; isolates and links may differ.
    const counted = (of: string) =>
      tagsOf(of).filter((tag) => !/^<\/?(bdi|a|mark)\b/.test(tag)).length
    expect(counted(html), name).toBe(counted(await rendered(harmless[name])))
    expect(XMLValidator.validate(html.replace('<!doctype html>', '')), name).toBe(true)
  }
})

it('names a publisher by its id where the snapshot lacks it, even one called "constructor"', async () => {
  const all = snapshot([entry({ publisher: 'constructor' })], { of: 'all' })
  const html = await rendered(
    FrontPage({
      lang: 'en',
      baseUrl: BASE,
      snapshot: all,
      publishers: [],
      status: undefined,
      now: NOW,
    }),
  )
  expect(html).toContain('href="/publishers/constructor?lang=en"')
  expect(html).not.toContain('native code')
})

it('takes direction controls out of titles, which would turn the line after them', async () => {
  const all = snapshot([entry({ title: 'بيان \u202Eمقلوب' })], { of: 'all' })
  const html = await rendered(
    FrontPage({
      lang: 'ar',
      baseUrl: BASE,
      snapshot: all,
      publishers: [],
      status: undefined,
      now: NOW,
    }),
  )
  expect(html).not.toContain('\u202E')
})
