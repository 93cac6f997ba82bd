import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { feedOf } from '../../src/feeds/feed-document.ts'
import { AUTHORITY, BASE, entry, snapshot, written } from './sample.ts'
import { askPython, pythonMissing } from './python-xml.ts'
import { all, only, readStrictXml } from './strict-xml.ts'
import { renderByWitness } from './witness.ts'

/**
 * The reproduction behind docs/decisions/0002-own-feed-renderer.md. When one of these fails, the
 * package has been mended: read the record again.
 */
const FORGED_LINK = 'https://false.test/statement'
/** The first `]]>` is the one that `feed` 6.0.0 splits; the second ends its section. */
const TITLE = `x]]>y]]></title></item><item><title>A false statement</title><link>${FORGED_LINK}</link><guid>f</guid></item><item><title><![CDATA[z`
const feed = feedOf(snapshot([entry({ title: TITLE })]), {
  language: 'ar',
  baseUrl: BASE,
  tagAuthority: AUTHORITY,
})

const itemsOf = (xml: string): { link?: string }[] =>
  new XMLParser({ isArray: (name) => name === 'item' }).parse(xml).rss.channel.item

describe('the package `feed` 6.0.0', () => {
  it('lets a title forge an item of its own', () => {
    const items = itemsOf(renderByWitness('rss', feed))
    expect(items).toHaveLength(3)
    expect(items[1]?.link).toBe(FORGED_LINK)
  })

  it.skipIf(pythonMissing !== undefined)(
    'does so in a feed that a strict parser takes for well formed',
    () => {
      const [answer] = askPython([renderByWitness('rss', feed)])
      expect(answer?.error).toBeNull()
      expect(answer?.texts).toContain(FORGED_LINK)
    },
  )

  it('loses the whole Atom feed over one date that is none', () => {
    const undated = { ...feed, entries: feed.entries.map((each) => ({ ...each, updated: 'x' })) }
    expect(() => renderByWitness('atom', undated)).toThrow(RangeError)
  })

  it('loses the whole Atom feed over one relative link', () => {
    const relative = { ...feed, entries: feed.entries.map((each) => ({ ...each, link: '/1' })) }
    expect(() => renderByWitness('atom', relative)).toThrow('Invalid URL')
  })

  it('lets a control character through, which no XML parser may accept', () => {
    const control = {
      ...feed,
      entries: feed.entries.map((each) => ({ ...each, title: 'a\u0001b' })),
    }
    expect(renderByWitness('rss', control)).toContain('a\u0001b')
  })
})

it('our renderer keeps the same title as one title of one item', () => {
  const items = all(only(readStrictXml(written('rss', feed)), 'channel'), 'item')
  expect(items.map((item) => only(item, 'title').text)).toEqual([TITLE])
  expect(itemsOf(written('rss', feed))).toHaveLength(1)
})
