import { describe, expect, it } from 'vitest'

import { type Sample, entry, render, snapshot } from './sample.ts'
import { all, only, readStrictXml, type Element } from './strict-xml.ts'

const feed = (entries: readonly Sample[], language: 'ar' | 'en' | 'both' = 'ar', of = 'nahr') =>
  readStrictXml(render('atom', snapshot(entries, { of }), { language }))
const entryOf = (changes: Partial<Sample> = {}) => only(feed([entry(changes)]), 'entry')
const links = (element: Element, rel: string) =>
  all(element, 'link')
    .map(({ attributes }) => Object.fromEntries(attributes))
    .filter((link) => link.rel === rel)
const TRANSLATION = {
  id: 'nahr-2',
  url: 'https://nahr.test/en/statement/1',
  language: 'en',
  title: 'Statement on the old bridge',
  by: 'declared',
  confidence: 1,
} as const

describe('an Atom feed', () => {
  it('has id, title, subtitle, updated, author and language', () => {
    const arabic = feed([entry()])
    expect(only(arabic, 'id').text).toBe('tag:bayan.test,2026-11-17:feed/nahr/ar')
    expect(only(arabic, 'title').attributes.get('type')).toBe('text')
    expect(only(arabic, 'subtitle').text).toBe('البيانات العربية: مجلس النهر')
    expect(only(arabic, 'updated').text).toBe('2026-11-18T09:05:00.000Z')
    expect(only(only(arabic, 'author'), 'name').text).toBe('مجلس النهر')
    expect(arabic.attributes.get('xml:lang')).toBe('ar')
  })

  it('has one self and one alternate, however many languages there are', () => {
    const arabic = feed([entry()])
    expect(links(arabic, 'self')).toEqual([
      { rel: 'self', type: 'application/atom+xml', href: 'https://bayan.test/feeds/nahr/ar.atom' },
    ])
    expect(links(arabic, 'alternate')).toEqual([
      { rel: 'alternate', type: 'text/html', href: 'https://nahr.test/' },
    ])
  })

  it.each([
    { language: 'ar', siblings: ['en'] },
    { language: 'en', siblings: ['ar'] },
    { language: 'both', siblings: ['ar', 'en'] },
  ] as const)('names the sibling feeds of $language as related', ({ language, siblings }) => {
    expect(links(feed([], language), 'related')).toEqual(
      siblings.map((sibling) => ({
        rel: 'related',
        type: 'application/atom+xml',
        hreflang: sibling,
        href: `https://bayan.test/feeds/nahr/${sibling}.atom`,
      })),
    )
  })

  it('declares no language for both, and each entry its own', () => {
    const both = feed([entry(), entry({ language: 'en' })], 'both')
    expect(both.attributes.has('xml:lang')).toBe(false)
    expect(all(both, 'entry').map(({ attributes }) => attributes.get('xml:lang'))).toEqual([
      'ar',
      'en',
    ])
  })
})

describe('an Atom entry', () => {
  it('says what RFC 4287 asks', () => {
    const plain = entryOf()
    expect(only(plain, 'id').text).toBe('tag:bayan.test,2026-11-18:nahr-1')
    expect(only(plain, 'title').text).toBe('بيان حول الجسر القديم')
    expect(only(plain, 'title').attributes.get('type')).toBe('text')
    expect(only(plain, 'published').text).toBe('2026-11-18T09:00:00.000Z')
    expect(only(plain, 'updated').text).toBe('2026-11-18T09:05:00.000001Z')
    expect(only(only(plain, 'author'), 'name').text).toBe('مجلس النهر')
    expect(only(plain, 'summary').text).toBe('يعلن المجلس فتح الجسر. شكرا للجميع.')
    expect(only(plain, 'content').attributes.get('type')).toBe('html')
    expect(all(plain, 'category').map(({ attributes }) => Object.fromEntries(attributes))).toEqual([
      { term: 'nahr', scheme: 'https://bayan.test/publishers', label: 'مجلس النهر' },
      { term: 'ar', scheme: 'https://bayan.test/languages', label: 'العربية' },
    ])
    expect(all(plain, 'source')).toEqual([])
  })

  it.each([
    { because: 'Arabic runs from the right', language: 'ar', wrapper: '<div dir="rtl" lang="ar">' },
    { because: 'English from the left', language: 'en', wrapper: '<div dir="ltr" lang="en">' },
  ] as const)('wraps its content with a direction: $because', ({ language, wrapper }) => {
    const content = only(only(feed([entry({ language })], language), 'entry'), 'content').text
    expect(content.startsWith(`${wrapper}<p>`)).toBe(true)
    expect(content.endsWith('</p></div>')).toBe(true)
  })

  it('keeps exactly one alternate beside a translation, which is related', () => {
    const paired = entryOf({ translation: TRANSLATION })
    expect(links(paired, 'alternate').map(({ href }) => href)).toEqual([
      'https://nahr.test/bayan/1',
    ])
    expect(links(paired, 'related')).toEqual([
      { rel: 'related', type: 'text/html', hreflang: 'en', href: TRANSLATION.url },
    ])
  })

  it('leaves a translation out that has no web address', () => {
    expect(
      links(entryOf({ translation: { ...TRANSLATION, url: 'javascript:x()' } }), 'related'),
    ).toEqual([])
  })

  it.each([
    {
      because: 'an unknown date falls back to the first sight',
      changes: { published: null },
      published: '2026-11-18T09:05:00.000Z',
      updated: '2026-11-18T09:05:00.000Z',
    },
    {
      because: 'also once it was revised: a date never moves',
      changes: { published: null, updated: '2026-11-19T00:00:00.000Z' },
      published: '2026-11-18T09:05:00.000Z',
      updated: '2026-11-19T00:00:00.000Z',
    },
    {
      because: 'so does one that cannot be read',
      changes: { published: 'Invalid Date' },
      published: '2026-11-18T09:05:00.000Z',
      updated: '2026-11-18T09:05:00.000Z',
    },
    {
      because: 'a revision moves updated alone',
      changes: { updated: '2026-11-19T00:00:00.000Z', revision: 2 },
      published: '2026-11-18T09:00:00.000Z',
      updated: '2026-11-19T00:00:00.000Z',
    },
    {
      because: 'no time at all is a time that nobody takes for news',
      changes: { published: '', firstSeen: '', updated: '' },
      published: '1970-01-01T00:00:00.000Z',
      updated: '1970-01-01T00:00:00.000Z',
    },
  ])('$because', ({ changes, published, updated }) => {
    expect(only(entryOf(changes), 'published').text).toBe(published)
    // The statement's number stands in the microseconds.
    expect(only(entryOf(changes), 'updated').text).toBe(updated.replace('Z', '001Z'))
  })

  it('names the feed it was taken from, where many publishers are gathered', () => {
    const old = entry({ updated: '2026-11-18T09:05:00.000Z' })
    const edited = entry({ id: 'nahr-3', tag: 'tag:x', updated: '2026-11-19T00:00:00.000Z' })
    const source = only(all(feed([old, edited], 'ar', 'all'), 'entry')[0]!, 'source')
    expect(only(source, 'id').text).toBe('tag:bayan.test,2026-11-17:feed/nahr/ar')
    expect(only(source, 'title').text).toBe('مجلس النهر')
    expect(only(source, 'updated').text).toBe('2026-11-19T00:00:00.000Z')
    expect(links(source, 'self')[0]?.href).toBe('https://bayan.test/feeds/nahr/ar.atom')
  })
})
