import { describe, expect, it } from 'vitest'
import { type FeedRequest, feedOf } from '../../src/feeds/feed-document.ts'
import { contentHtml } from '../../src/feeds/entry-content.ts'
import type { Snapshot } from '../../src/feeds/snapshot.ts'
import { plainText } from '../../src/feeds/xml-bytes.ts'
import { type Sample, AUTHORITY, BASE, NAHR, entry, snapshot } from './sample.ts'

const feed = (of: Snapshot, request: Partial<FeedRequest> = {}) =>
  feedOf(of, { language: 'ar', baseUrl: BASE, tagAuthority: AUTHORITY, ...request })
const one = (changes: Partial<Sample>) =>
  feed(snapshot([entry(changes)]), { language: changes.language ?? 'ar' }).entries[0]!

describe('a feed', () => {
  it('holds the statements of its language only', () => {
    const of = snapshot([entry(), entry({ language: 'en' })])
    const languages = (language: 'ar' | 'en' | 'both') =>
      feed(of, { language }).entries.map((each) => each.language)
    expect(languages('ar')).toEqual(['ar'])
    expect(languages('en')).toEqual(['en'])
    expect(languages('both')).toEqual(['ar', 'en'])
  })

  it('gives a statement the same id in each feed', () => {
    const ids = (['ar', 'both'] as const).flatMap((language) =>
      ['nahr', 'all'].map((of) => feed(snapshot([entry()], { of }), { language }).entries[0]?.id),
    )
    expect(new Set(ids)).toEqual(new Set(['tag:bayan.test,2026-11-18:nahr-1']))
  })

  it.each([
    { because: 'the Arabic name', of: 'nahr', language: 'ar', title: 'مجلس النهر' },
    { because: 'the English name', of: 'nahr', language: 'en', title: 'River Council' },
    {
      because: 'both, Arabic first',
      of: 'nahr',
      language: 'both',
      title: 'مجلس النهر | River Council',
    },
    {
      because: 'the feed of all has a name too',
      of: 'all',
      language: 'en',
      title: 'All statements',
    },
    {
      because: 'a publisher without a face is called by its id',
      of: 'constructor',
      language: 'ar',
      title: 'constructor',
    },
  ] as const)('is called by $because', ({ of, language, title }) => {
    expect(feed(snapshot([], { of }), { language }).title).toBe(title)
  })

  it('takes a missing name from the other language', () => {
    const publishers = { nahr: { ...NAHR, name: { ar: ' ', en: 'River Council' } } }
    expect(feed(snapshot([entry()], { publishers }), { language: 'both' }).title).toBe(
      'River Council',
    )
    expect(feed(snapshot([entry()], { publishers })).entries[0]?.author).toBe('River Council')
  })

  it('leads to the publisher, or to us where there is none or many', () => {
    expect(feed(snapshot([])).homePage).toBe('https://nahr.test/')
    expect(feed(snapshot([], { of: 'all' })).homePage).toBe('https://bayan.test/')
    const publishers = { nahr: { ...NAHR, site: 'javascript:x()' } }
    expect(feed(snapshot([], { publishers })).homePage).toBe('https://bayan.test/')
  })

  it('of a watch stands under its key, which is no part of its id, and has no siblings', () => {
    const path = '/feeds/watch/bridges.0123abcd'
    const kind = { kind: 'watch', watch: 'bridges', path } as const
    const watch = feed(snapshot([entry()], { of: 'watch/bridges' }), { language: 'both', kind })
    expect(watch.addresses.rss).toBe('https://bayan.test/feeds/watch/bridges.0123abcd.rss')
    expect(watch.id).toBe('tag:bayan.test,2026-11-17:feed/watch/bridges/both')
    expect(watch.title).toBe('bridges')
    expect(watch.siblings).toEqual([])
    expect(watch.entries[0]?.origin?.id).toBe('tag:bayan.test,2026-11-17:feed/nahr/ar')
  })

  it('of a search keeps its query', () => {
    const kind = { kind: 'search', text: 'جسر' } as const
    const search = '?q=%D8%AC%D8%B3%D8%B1&language=ar'
    const found = feed(snapshot([], { of: 'all' }), { kind, search })
    expect(found.addresses.atom).toBe(`https://bayan.test/feeds/search.atom${search}`)
    expect(found.title).toBe('بحث: جسر')
  })

  it('has ASCII ids only: parsers normalise other letters differently', () => {
    const kind = { kind: 'search', text: 'جسر\uD83D' } as const
    expect(feed(snapshot([], { of: 'all' }), { kind }).id).toBe(
      'tag:bayan.test,2026-11-17:feed/search/%D8%AC%D8%B3%D8%B1%EF%BF%BD',
    )
  })

  it('is as new as its newest entry: a change in one language is none in the other', () => {
    const english = entry({ language: 'en', updated: '2026-11-19T00:00:00.000Z' })
    expect(feed(snapshot([entry(), english])).updated).toBe('2026-11-18T09:05:00.000Z')
    expect(feed(snapshot([])).updated).toBe('2026-11-20T10:00:00.000Z')
  })

  it('holds at most as many entries as were asked for, the newest', () => {
    const three = [3, 2, 1].map((n) => entry({ id: `nahr-${n}`, tag: `tag:${n}` }))
    expect(feed(snapshot(three), { limit: 2 }).entries.map(({ id }) => id)).toEqual([
      'tag:3',
      'tag:2',
    ])
  })

  it('of what was withdrawn holds nothing else', () => {
    const gone = entry({ id: 'nahr-9', tag: 'tag:9', state: 'withdrawn' })
    const withdrawn = feed(snapshot([entry(), gone]), {
      kind: { kind: 'withdrawn' },
      language: 'both',
    })
    expect(withdrawn.entries.map(({ id }) => id)).toEqual(['tag:9'])
    expect(withdrawn.id).toBe('tag:bayan.test,2026-11-17:feed/nahr/withdrawn')
    expect(withdrawn.addresses.rss).toBe('https://bayan.test/feeds/nahr/withdrawn.rss')
  })

  it('without a readable time does not pretend to be new', () => {
    expect(feed(snapshot([], { updated: '' })).updated).toBe('1970-01-01T00:00:00.000Z')
  })
})

describe('the title of an entry', () => {
  it.each([
    {
      because: 'controls of direction break search and equality',
      title: '\u202Bبيان\u202C \u2067حول\u2069 الجسر\u200F',
      shown: 'بيان حول الجسر',
    },
    { because: 'a joiner is part of the spelling', title: 'می\u200Cخواهم', shown: 'می\u200Cخواهم' },
    { because: 'a title is one line', title: ' بيان\n\tحول  الجسر ', shown: 'بيان حول الجسر' },
    {
      because: 'an empty one is taken from the text',
      title: ' \u200F ',
      shown: 'يعلن المجلس فتح الجسر. شكرا للجميع.',
    },
    { because: 'plain text may look like markup', title: '1 < 2 & <b>', shown: '1 < 2 & <b>' },
  ])('$because', ({ title, shown }) => {
    expect(plainText(one({ title }).title)).toBe(shown)
  })

  it('is never empty', () => {
    expect(one({ title: '', html: '' }).title).toBe('بيان بلا عنوان')
  })

  it('and the categories say when it was withdrawn', () => {
    expect(one({ state: 'withdrawn' }).title).toBe('[بيان مسحوب] بيان حول الجسر القديم')
    expect(one({ state: 'withdrawn' }).categories.map(({ label }) => label)).toEqual([
      'مجلس النهر',
      'العربية',
      'مسحوب',
    ])
    expect(one({ state: 'withdrawn', language: 'en' }).title).toBe(
      '[Withdrawn] Statement on the old bridge',
    )
    expect(one({ state: 'withdrawn', language: 'en' }).categories.at(-1)?.label).toBe('Withdrawn')
  })

  it('or that it was edited', () => {
    expect(one({ revision: 2 }).categories.map(({ scheme, term }) => `${scheme} ${term}`)).toEqual([
      'https://bayan.test/publishers nahr',
      'https://bayan.test/languages ar',
      'https://bayan.test/changes revised',
    ])
  })
})

describe('an excerpt', () => {
  it.each([
    {
      because: 'in Arabic',
      changes: { url: 'https://nahr.test/?a=1&b=2' },
      ending:
        '<p><a href="https://nahr.test/?a=1&amp;b=2">اقرأ البيان كاملا على موقع الجهة الناشرة</a></p></div>',
    },
    {
      because: 'in English',
      changes: { language: 'en' },
      ending:
        '<p><a href="https://nahr.test/en/statement/1">Read the whole statement on the publisher\u2019s site</a></p></div>',
    },
    {
      because: 'without an address that may be linked',
      changes: { url: 'javascript:x()' },
      ending: '<p>هذا جزء من البيان فقط</p></div>',
    },
  ] as const)('leads to the whole: $because', ({ changes, ending }) => {
    expect(contentHtml(one({ ...changes, truncated: true })).endsWith(ending)).toBe(true)
  })

  it('is the only one that has such an ending', () => {
    expect(contentHtml(one({}))).not.toContain('اقرأ')
  })
})
