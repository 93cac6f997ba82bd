import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/feeds/snapshot.ts'
import { NAHR, type Sample, entry, render, snapshot } from './sample.ts'
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

/** Authors of the entries of a feed, in their order, as a reader of that format finds them. */
function authorsIn(format: 'atom' | 'rss' | 'json', of: Snapshot): string[] {
  const text = render(format, of, { language: 'ar' })
  if (format === 'json')
    return (JSON.parse(text) as { items: { authors: { name: string }[] }[] }).items.flatMap(
      ({ authors }) => authors.map(({ name }) => name),
    )
  const root = readStrictXml(text)
  return format === 'atom'
    ? all(root, 'entry').map((one) => only(only(one, 'author'), 'name').text)
    : all(only(root, 'channel'), 'item').map((one) => only(one, 'dc:creator').text)
}

const FORMATS = ['atom', 'rss', 'json'] as const
const ECHO = {
  id: 'sada',
  name: { ar: 'وكالة الصدى', en: 'Echo Agency' },
  site: 'https://sada.test/',
}

describe('an author that the source names', () => {
  it.each(FORMATS)('stands at its own entry alone: %s', (format) => {
    const named = entry({ ...SAID, author: 'مكتب الإعلام', id: 'nahr-2' })
    const [plain, own] = [entry(), 'مجلس النهر']
    expect(authorsIn(format, snapshot([named, plain]))).toEqual(['مكتب الإعلام', own])
    expect(authorsIn(format, snapshot([plain, named]))).toEqual([own, 'مكتب الإعلام'])
  })

  it.each(
    [
      { author: 'مكتب الإعلام', says: 'وكالة الصدى (مكتب الإعلام)', because: 'a desk of its own' },
      { author: 'مجلس النهر', says: 'وكالة الصدى (مجلس النهر)', because: 'the name of another' },
      {
        author: '\u202Eمجلس النهر\u2069',
        says: 'وكالة الصدى (مجلس النهر)',
        because: 'marks that turn a line around are taken out',
      },
      {
        author: `مجلس النهر${' '.repeat(150)}x`,
        says: 'وكالة الصدى (مجلس النهر x)',
        because: 'blanks push nothing out of sight',
      },
      {
        author: 'س) مجلس النهر (',
        says: 'وكالة الصدى (س) مجلس النهر ()',
        because: 'a bracket closes nothing: the publisher stands first',
      },
      { author: 'وكالة الصدى', says: 'وكالة الصدى', because: 'its own name is said once' },
      { author: ' \u200F ', says: 'وكالة الصدى', because: 'nothing that can be seen is no name' },
    ].flatMap((one) => FORMATS.map((format) => ({ ...one, format }))),
  )('never passes for another publisher among several: $because, $format', (given) => {
    const { author, says, format } = given
    const forged = entry({ ...SAID, author, id: 'sada-1', publisher: 'sada' })
    const publishers = { nahr: NAHR, sada: ECHO }
    const of = snapshot([entry(), forged, entry({ id: 'sada-2', publisher: 'sada' })], {
      of: 'all',
      publishers,
    })
    expect(authorsIn(format, of)).toEqual(['مجلس النهر', says, 'وكالة الصدى'])
  })
})
