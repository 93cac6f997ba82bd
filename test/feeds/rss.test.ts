import { describe, expect, it } from 'vitest'
import { NAHR, entry, render, snapshot } from './sample.ts'
import { all, only, readStrictXml, type Element } from './strict-xml.ts'

const channelOf = (xml: string): Element => only(readStrictXml(xml), 'channel')
const arabic = (changes = {}) => channelOf(render('rss', snapshot([entry(changes)])))
const item = (changes = {}) => only(arabic(changes), 'item')
const texts = (element: Element) =>
  Object.fromEntries(element.children.map(({ name, text }) => [name, text]))

describe('an RSS channel', () => {
  it('says what the profile asks', () => {
    expect(texts(arabic())).toMatchObject({
      title: 'مجلس النهر',
      link: 'https://nahr.test/',
      description: 'البيانات العربية: مجلس النهر',
      language: 'ar',
      lastBuildDate: 'Wed, 18 Nov 2026 09:05:00 GMT',
      generator: 'Bayan',
      docs: 'https://www.rssboard.org/rss-specification',
      ttl: '5',
    })
  })

  it('has exactly one atom:link, to itself', () => {
    const link = only(arabic(), 'atom:link')
    expect(Object.fromEntries(link.attributes)).toEqual({
      rel: 'self',
      type: 'application/rss+xml',
      href: 'https://bayan.test/feeds/nahr/ar.rss',
    })
  })

  it('says its language once: dc:language beside it is a duplicate', () => {
    expect(all(arabic(), 'language').length + all(arabic(), 'dc:language').length).toBe(1)
  })

  it('declares no language for both: newsboat would turn English entries round', () => {
    const both = channelOf(
      render('rss', snapshot([entry(), entry({ language: 'en' })]), { language: 'both' }),
    )
    expect(all(both, 'language')).toEqual([])
    expect(both.attributes.has('xml:lang')).toBe(false)
    expect(all(both, 'item').map(({ attributes }) => attributes.get('xml:lang'))).toEqual([
      'ar',
      'en',
    ])
    expect(all(both, 'item').map((each) => only(each, 'dc:language').text)).toEqual(['ar', 'en'])
  })
})

describe('an RSS item', () => {
  it('says what the profile asks, description before content:encoded', () => {
    expect(item().children.map(({ name }) => name)).toEqual([
      'title',
      'link',
      'guid',
      'description',
      'content:encoded',
      'pubDate',
      'dc:creator',
      'dc:language',
      'category',
      'category',
    ])
    expect(texts(item())).toEqual({
      title: 'بيان حول الجسر القديم',
      link: 'https://nahr.test/bayan/1',
      guid: 'tag:bayan.test,2026-11-18:nahr-1',
      description: 'يعلن المجلس فتح الجسر. شكرا للجميع.',
      'content:encoded':
        '<div dir="rtl" lang="ar"><p>يعلن المجلس فتح الجسر.</p><p>شكرا للجميع.</p></div>',
      pubDate: 'Wed, 18 Nov 2026 09:00:00 GMT',
      'dc:creator': 'مجلس النهر',
      'dc:language': 'ar',
      category: 'العربية',
    })
    expect(only(item(), 'guid').attributes.get('isPermaLink')).toBe('false')
    expect(
      all(item(), 'category').map(({ attributes, text }) => `${attributes.get('domain')} ${text}`),
    ).toEqual(['https://bayan.test/publishers مجلس النهر', 'https://bayan.test/languages العربية'])
    expect(item().attributes.get('xml:lang')).toBe('ar')
  })

  it('has no pubDate where the publisher gave no date: ours would make it look new', () => {
    expect(all(item({ published: null }), 'pubDate')).toEqual([])
    expect(all(item({ published: 'soon' }), 'pubDate')).toEqual([])
  })

  it('has an empty description where there is no text: without one, content comes first', () => {
    expect(only(item({ html: '' }), 'description').text).toBe('')
  })

  it('holds no markup in its description, whatever the text speaks of', () => {
    const { description } = texts(item({ html: '<p>1 &lt; 2 &amp; &lt;script&gt;</p>' }))
    // The element's text is html: read as such it gives the text again.
    expect(description).toBe('1 &lt; 2 &amp; &lt;script&gt;')
  })

  it('keeps the description short and the content whole', () => {
    const long = item({ html: `<p>${'كلمة أخرى '.repeat(500)}</p>` })
    expect(only(long, 'description').text.length).toBeLessThanOrEqual(280)
    expect(only(long, 'content:encoded').text.length).toBeGreaterThan(4_000)
  })

  it('names the feed it was taken from, where many publishers are gathered', () => {
    const gathered = channelOf(render('rss', snapshot([entry()], { of: 'all' })))
    const source = only(only(gathered, 'item'), 'source')
    expect(source.text).toBe(NAHR.name.ar)
    expect(source.attributes.get('url')).toBe('https://bayan.test/feeds/nahr/ar.rss')
  })
})
