import { describe, expect, it } from 'vitest'
import { resolveAddress } from '../../src/sources/address.ts'
import { boundedEntry } from '../../src/sources/bounded-entry.ts'
import { readListing } from '../../src/sources/listing-readers.ts'
import type { ListingEntry } from '../../src/sources/reading.ts'
import { sightingOf } from '../../src/sources/sighting-of.ts'
import { documentOf, sourceWith } from './documents.ts'

const LONG = 3_000_000

async function entriesOf(inside: string, kind: 'feed' | 'auto' = 'feed') {
  const text = `<rss version="2.0"><channel><title>x</title><item>${inside}</item></channel></rss>`
  const reading = await readListing(documentOf(text), sourceWith({ kind }))
  if (reading.kind !== 'read') throw new Error(`not read: ${reading.kind}`)
  return reading.entries
}

const item = (title: string, more = '') =>
  `<title>${title}</title><link>https://a.example/1</link>${more}<description>نص</description>`

describe('an entry fits a row, whatever its feed says', () => {
  it.each(['feed', 'auto'] as const)('its title, read as %s', async (kind) => {
    const [entry] = await entriesOf(item('ت'.repeat(LONG)), kind)
    expect(entry?.title).toBe('ت'.repeat(10_000))
  })

  it('its id, which is none: it is known by its address', async () => {
    const [entry] = await entriesOf(item('ا', `<guid>${'g'.repeat(LONG)}</guid>`))
    expect(entry).toMatchObject({ url: 'https://a.example/1', guid: undefined })
  })

  it('an address, which no server takes', () => {
    expect(resolveAddress(`/${'a'.repeat(9_000)}`, 'https://a.example/')).toBeUndefined()
    expect(resolveAddress(`/${'a'.repeat(5_000)}`, 'https://a.example/')).toHaveLength(5_018)
  })

  it.each([
    {
      author: '\u202Eالمكتب\u2069 \n الإعلامي',
      kept: 'المكتب الإعلامي',
      because: 'one line, no turns',
    },
    { author: ' \u200F\u2067 ', kept: undefined, because: 'what nobody sees is no name' },
    { author: 'ا'.repeat(5_000), kept: 'ا'.repeat(200), because: 'a name is short' },
  ])('its author: $because', async ({ author, kept }) => {
    const more = `<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">${author}</dc:creator>`
    const [entry] = await entriesOf(item('ا', more))
    const sighting = sightingOf(entry!, undefined, sourceWith({}))
    expect(sighting.author).toBe(kept)
  })

  it.each([
    { because: 'its page holds the whole text', complete: false, length: 400_001, left: 0 },
    { because: 'one that fits stays', complete: false, length: 400_000, left: 400_000 },
    {
      because: 'a whole text is cut later, by bytes',
      complete: true,
      length: 400_001,
      left: 400_001,
    },
  ])('its excerpt: $because', ({ complete, length, left }) => {
    const entry: ListingEntry = {
      url: 'https://a.example/1',
      guid: undefined,
      title: 'ا',
      published: undefined,
      language: undefined,
      html: 'x'.repeat(length),
      complete,
      translations: [],
    }
    expect(boundedEntry(entry).html).toHaveLength(left)
  })

  it('the addresses of its translations, each of which may become a row', () => {
    const many = Array.from({ length: 100_000 }, (_, n) => `https://a.example/en/${n}`)
    const entry: ListingEntry = {
      url: 'https://a.example/1',
      guid: undefined,
      title: 'ا',
      published: undefined,
      language: undefined,
      html: '<p>نص</p>',
      complete: true,
      translations: many.slice(0, 3),
    }
    const article = { title: undefined, published: undefined, html: '', translations: many }
    const sighting = sightingOf(entry, article, sourceWith({}))
    expect(sighting.translations).toEqual(many.slice(0, 10))
  })

  it.each([
    { because: 'letters of three bytes among tags', html: '<p>漢漢漢</p>'.repeat(60_000) },
    { because: 'letters of three bytes alone', html: `<p>${'漢'.repeat(2_000_000)}</p>` },
    { because: 'signs that are escaped', html: `<p>${'&amp;'.repeat(119_000)}</p>` },
    { because: 'signs alone, more than are kept', html: `<p>${'&amp;'.repeat(500_000)}</p>` },
    { because: 'lines of one letter', html: '<p>漢</p>'.repeat(300_000) },
    { because: 'letters of two units', html: `<p>a${'😀'.repeat(400_000)}</p>` },
  ])('its text with its html: $because', ({ html }) => {
    const entry: ListingEntry = {
      url: 'https://a.example/1',
      guid: undefined,
      title: '漢'.repeat(10_000),
      published: undefined,
      language: undefined,
      html,
      complete: true,
      translations: [],
    }
    const { text, html: kept, title } = sightingOf(entry, undefined, sourceWith({}))
    const row = new TextEncoder().encode(JSON.stringify({ title, text, html: kept })).length
    expect(row, 'bytes, of the 2 MB of a row').toBeLessThan(1_900_000)
    expect(text.length, 'letters that are kept').toBeGreaterThan(70_000)
    expect(text.isWellFormed()).toBe(true)
  })
})
