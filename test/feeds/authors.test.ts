import { describe, expect, it } from 'vitest'
import { type Sample, entry, render, snapshot } from './sample.ts'
import { all, only, readStrictXml } from './strict-xml.ts'

const SAID = {
  author: 'مكتب <الإعلام>\n]]>',
  modified: '2026-11-18T09:04:00.000Z',
} as const
const NAME = 'مكتب <الإعلام> ]]>'

const drawn = (format: 'atom' | 'rss' | 'json', changes: Partial<Sample> = SAID) =>
  render(format, snapshot([entry(changes)]), { language: 'ar' })

describe('an entry of which the source names the author', () => {
  it('has that author in Atom; the feed keeps its own (RFC 4287, 4.2.1)', () => {
    const feed = readStrictXml(drawn('atom'))
    expect(only(only(feed, 'author'), 'name').text).toBe('مجلس النهر')
    const [author] = all(only(feed, 'entry'), 'author')
    expect(only(author!, 'name').text).toBe(NAME)
    expect(all(only(feed, 'entry'), 'author')).toHaveLength(1)
  })

  it('has it as dc:creator in RSS, whose author must be a mail address', () => {
    const item = only(only(readStrictXml(drawn('rss')), 'channel'), 'item')
    expect(only(item, 'dc:creator').text).toBe(NAME)
  })

  it('has it in JSON Feed, with the change date beside our own', () => {
    const [item] = JSON.parse(drawn('json')).items
    expect(item.authors).toEqual([{ name: NAME }])
    expect(item._bayan.modified).toBe(SAID.modified)
    expect(item.date_modified).toBe('2026-11-18T09:05:00.000Z')
  })

  it.each(['atom', 'rss', 'json'] as const)(
    'lends it to no other entry, and has its own beside others, in %s',
    (format) => {
      const samples = [
        entry({ id: 'nahr-1', author: 'Desk one' }),
        entry({ id: 'nahr-2' }),
        entry({ id: 'nahr-3', author: 'Desk three' }),
      ]
      const feed = render(format, snapshot(samples), { language: 'ar' })
      expect(feed.split('Desk one')).toHaveLength(2)
      expect(feed.split('Desk three')).toHaveLength(2)
    },
  )

  it('is the publisher where the source names nobody', () => {
    const [item] = JSON.parse(drawn('json', {})).items
    expect(item.authors).toEqual([{ name: 'مجلس النهر' }])
    expect(item._bayan).not.toHaveProperty('modified')
  })
})
