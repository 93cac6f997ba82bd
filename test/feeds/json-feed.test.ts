import { expect, it } from 'vitest'
import { entry, render, snapshot } from './sample.ts'

const read = (xs: Parameters<typeof snapshot>[0], language: 'ar' | 'both' = 'ar', of = 'nahr') =>
  JSON.parse(render('json', snapshot(xs, { of }), { language }))

it('is a JSON Feed 1.1 with its language', () => {
  const { items: _, ...feed } = read([entry()])
  expect(feed).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'مجلس النهر',
    home_page_url: 'https://nahr.test/',
    feed_url: 'https://bayan.test/feeds/nahr/ar.json',
    description: 'البيانات العربية: مجلس النهر',
    language: 'ar',
    authors: [{ name: 'مجلس النهر' }],
    _bayan: { id: 'tag:bayan.test,2026-11-17:feed/nahr/ar', updated: '2026-11-18T09:05:00.000Z' },
  })
})

it('tells of a statement all that the standard and our extension have words for', () => {
  const translation = {
    id: 'nahr-2',
    url: 'https://nahr.test/en/جسر',
    language: 'en',
    title: 'The\u200E bridge',
    by: 'inferred',
    confidence: 0.8,
  } as const
  expect(read([entry({ translation })]).items).toEqual([
    {
      id: 'tag:bayan.test,2026-11-18:nahr-1',
      url: 'https://nahr.test/bayan/1',
      title: 'بيان حول الجسر القديم',
      content_html:
        '<div dir="rtl" lang="ar"><p>يعلن المجلس فتح الجسر.</p><p>شكرا للجميع.</p></div>',
      content_text: 'يعلن المجلس فتح الجسر.\nشكرا للجميع.',
      summary: 'يعلن المجلس فتح الجسر. شكرا للجميع.',
      date_published: '2026-11-18T09:00:00.000Z',
      date_modified: '2026-11-18T09:05:00.000Z',
      authors: [{ name: 'مجلس النهر' }],
      tags: ['مجلس النهر', 'العربية'],
      language: 'ar',
      _bayan: {
        statement: 'nahr-1',
        publisher: 'nahr',
        state: 'current',
        revision: 1,
        first_seen: '2026-11-18T09:05:00.000Z',
        truncated: false,
        translation: {
          ...translation,
          title: 'The bridge',
          url: 'https://nahr.test/en/%D8%AC%D8%B3%D8%B1',
        },
      },
    },
  ])
})

it('leaves out what is not known', () => {
  const [item] = read([entry({ published: null, url: 'javascript:x()', html: '' })]).items
  expect(item).not.toHaveProperty('date_published')
  expect(item).not.toHaveProperty('url')
  expect(item).not.toHaveProperty('summary')
  expect(item._bayan.translation).toBeNull()
})

it('declares no language for both, and each item its own', () => {
  const both = read([entry(), entry({ language: 'en' })], 'both')
  expect(both).not.toHaveProperty('language')
  expect(both.items.map((item: { language: string }) => item.language)).toEqual(['ar', 'en'])
})

it('ends the text of an excerpt with the address of the whole', () => {
  const [item] = read([entry({ truncated: true })]).items
  expect(item.content_text.split('\n').at(-1)).toBe(
    'اقرأ البيان كاملا على موقع الجهة الناشرة: https://nahr.test/bayan/1',
  )
})

it('names the feed it was taken from, where many publishers are gathered', () => {
  expect(read([entry()], 'ar', 'all').items[0]._bayan.feed).toBe(
    'https://bayan.test/feeds/nahr/ar.json',
  )
})
