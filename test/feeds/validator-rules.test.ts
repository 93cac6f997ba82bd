import { describe, expect, it } from 'vitest'
import { editEntry } from '../../src/feeds/edit-entry.ts'
import type { FeedRequest } from '../../src/feeds/feed-document.ts'
import { type FeedKind, pathOf } from '../../src/feeds/feed-kind.ts'
import type { Snapshot } from '../../src/feeds/snapshot.ts'
import { BASE, NAHR, type Sample, entry, render, snapshot, statement } from './sample.ts'
import { validatorComplaints } from './validator-rules.ts'

const FORGED = 'x]]>y]]></item><item><guid>forged</guid></item>'

/** What one poll may bring, from a source that is careless or means harm. */
const ENTRIES: readonly Sample[] = [
  { title: 'بيان حول الجسر القديم' },
  { title: FORGED, html: `<p>${FORGED}</p>`.replaceAll('<i', '&lt;i').replaceAll('</i', '&lt;/i') },
  { title: 'محارف\u0001 ممنوعة\uFFFE \uD83D', html: '<p>نص\u0002 \uDC00</p>' },
  { title: '\u202Bاتجاهات\u202C \u2067هنا\u2069', html: '' },
  { title: '', html: '' },
  { title: 'عنوان طويل '.repeat(10_000) },
  { title: 'R&amp;D & AT&T: 1 < 2', url: 'https://nahr.test/بيان/الجسر القديم?أ=1&b=2' },
  { title: 'بلا عنوان', url: 'javascript:x()' },
  { title: 'بلا تاريخ', published: null },
  { title: 'تاريخ لا يقرأ', published: 'أمس', updated: 'NaN', firstSeen: 'x' },
  { title: 'معدل', revision: 3 },
  { title: 'مسحوب', state: 'withdrawn' },
  { title: 'Statement in English', language: 'en', html: '<p>Text.</p><ul><li>One</li></ul>' },
].map((changes, n) =>
  entry({
    ...(changes as Partial<Sample>),
    id: `nahr-${n + 1}`,
    tag: `tag:bayan.test,2026-11-18:nahr-${n + 1}`,
  }),
)

const edits = snapshot([])
const EDITS: Snapshot = {
  ...edits,
  entries: [2, 3].map((revision) => {
    const { head, body } = editEntry(
      statement({
        revision,
        text: 'نص جديد',
        title: 'عنوان <b>جديد',
        updated: `2026-11-2${revision}T09:00:00.000Z`,
      }),
      { title: 'عنوان قديم', text: 'نص & قديم' },
    )
    return { ...JSON.parse(head), truncated: false, body: new TextEncoder().encode(body) }
  }),
}

const chain = { month: '2026-11', previous: '2026-10', next: null }
const FEEDS: readonly {
  readonly name: string
  readonly of: Snapshot
  readonly request: Partial<FeedRequest>
}[] = [
  ...(['ar', 'en', 'both'] as const).flatMap((language) => [
    { name: language, of: snapshot(ENTRIES), request: { language } },
    {
      name: `all ${language}`,
      of: snapshot(ENTRIES, { of: 'all' }),
      request: { language },
    },
    {
      name: `archive ${language}`,
      of: snapshot(ENTRIES, { chain }),
      request: { language, kind: { kind: 'archive', month: '2026-11' } as const },
    },
  ]),
  { name: 'summaries', of: snapshot(ENTRIES), request: { isFull: false } },
  { name: 'empty', of: snapshot([]), request: {} },
  {
    name: 'the only month',
    of: snapshot(ENTRIES, { chain: { ...chain, previous: null } }),
    request: { kind: { kind: 'archive', month: '2026-11' } },
  },
  {
    name: 'withdrawn',
    of: snapshot(ENTRIES),
    request: { language: 'both', kind: { kind: 'withdrawn' } },
  },
  { name: 'edits', of: EDITS, request: { language: 'both', kind: { kind: 'edits' } } },
  {
    name: 'search',
    of: snapshot(ENTRIES, { of: 'all' }),
    request: { language: 'both', kind: { kind: 'search', text: 'الجسر' }, search: '?q=%D8%A7' },
  },
]

describe('the W3C validator has nothing to say', () => {
  it.each(FEEDS)('of $name', ({ of, request }) => {
    for (const format of ['rss', 'atom'] as const) {
      const kind: FeedKind = request.kind ?? { kind: 'newest' }
      const path = pathOf(kind, of.of, request.language ?? 'ar')
      const self = `${BASE}${path}.${format}${request.search ?? ''}`
      const document = render(format, of, {
        hubs: [`${BASE}/websub`, 'https://hub.example/?a=1&b=2'],
        ...request,
      })
      expect(validatorComplaints(document, self), format).toEqual([])
    }
  })

  it('save where a title holds the closing tag of an html element: RSS cannot say that it is text', () => {
    const document = render('rss', snapshot([entry({ title: 'عنوان <b>عريض</b>' })]))
    expect(validatorComplaints(document, `${BASE}/feeds/nahr/ar.rss`)).toEqual(['ContainsHTML: b'])
  })
})

describe('the rules find what they are for', () => {
  const good = render('rss', snapshot([entry()]))
  const goodAtom = render(
    'atom',
    snapshot([entry(), entry({ id: 'nahr-2', tag: 'tag:b.test,2026:2' })]),
  )
  it.each([
    {
      rule: 'UndefinedElement',
      document: good.replace('<ttl>', '<ttl2>').replace('</ttl>', '</ttl2>'),
    },
    { rule: 'DuplicateElement', document: good.replace('<ttl>', '<ttl>5</ttl><ttl>') },
    { rule: 'MissingSelf', document: good.replace('rel="self"', 'rel="related"') },
    {
      rule: 'InvalidRFC2822Date',
      document: good.replace(/<pubDate>[^<]*/, '<pubDate>Invalid Date'),
    },
    { rule: 'IncorrectDOW', document: good.replace('<pubDate>Wed', '<pubDate>Thu') },
    { rule: 'InvalidTAG', document: good.replace(/>tag:[^<]*/, '>tag:bayan.test,2026:بيان') },
    { rule: 'InvalidFullLink', document: good.replace('https://nahr.test/bayan/1', '/bayan/1') },
    {
      rule: 'NeedDescriptionBeforeContent',
      document: good.replace(/<item[^]*?<content/, (item) =>
        item.replace(/<description>[^<]*<\/description>\n/, ''),
      ),
    },
    { rule: 'DuplicateUpdated', document: goodAtom.replace('05:00.000002Z', '05:00.000001Z') },
    {
      rule: 'DuplicateEntries',
      document: goodAtom.replace('tag:b.test,2026:2', 'tag:bayan.test,2026-11-18:nahr-1'),
    },
    { rule: 'MissingElement', document: goodAtom.replace(/<updated>[^<]*<\/updated>\n/, '') },
    {
      rule: 'UnregisteredAtomLinkRel',
      document: goodAtom.replace('rel="related"', 'rel="translation"'),
    },
  ])('$rule', ({ rule, document }) => {
    const path = document.includes('<rss') ? 'ar.rss' : 'ar.atom'
    const complaints = validatorComplaints(document, `${BASE}/feeds/nahr/${path}`)
    expect(complaints.map((one) => one.split(':', 1)[0])).toContain(rule)
  })

  it('and finds nothing in a good document', () => {
    expect(validatorComplaints(good, `${BASE}/feeds/${NAHR.id}/ar.rss`)).toEqual([])
  })
})
