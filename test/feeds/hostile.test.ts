import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Sample, NAHR, entry, render, snapshot } from './sample.ts'
import { askPython, pythonMissing } from './python-xml.ts'
import { all, only, readStrictXml } from './strict-xml.ts'

const FORGED =
  'x]]>]]></title></item><item><title>A false statement</title><link>https://false.test/</link></item><item><title><![CDATA['

const HOSTILE: readonly { because: string; changes: Partial<Sample> }[] = [
  { because: 'a title that ends two CDATA sections', changes: { title: FORGED } },
  { because: 'a body that does', changes: { html: `<p>${FORGED}</p>` } },
  { because: 'an id that does', changes: { tag: FORGED } },
  {
    because: 'an entry of Atom in a title',
    changes: { title: '</title></entry><entry><id>x</id>' },
  },
  {
    because: 'control characters',
    changes: { title: 'a\u0000\u0008\u001Bb', html: '<p>\u0001\u000B\u000C</p>' },
  },
  {
    because: 'lone surrogates',
    changes: { title: 'a\uD83D', html: '<p>\uDD4A\uD83D</p>', tag: 'tag:\uD83D' },
  },
  { because: 'non-characters', changes: { title: '\uFFFE\uFFFF', html: '\uFFFE' } },
  {
    because: 'a forbidden character inside ]]>',
    changes: { title: ']]\u0000>', html: ']]\uFFFE>' },
  },
  {
    because: 'quotes for attributes',
    changes: { publisher: 'a"b\' onload="', url: 'https://nahr.test/"onload="x' },
  },
  { because: 'a script for a link', changes: { url: 'javascript:alert(1)' } },
  { because: 'a relative link', changes: { url: '/bayan/1' } },
  { because: 'an empty link', changes: { url: '' } },
  {
    because: 'dates that are none',
    changes: { published: 'Invalid Date', firstSeen: 'x', updated: 'NaN' },
  },
  { because: 'markup for a date', changes: { published: '<b>', firstSeen: ']]>', updated: '&' } },
  {
    because: 'entities',
    changes: { title: '&nbsp; &amp;lt; &#0; &x', html: '<p>&nbsp;&#1;&</p>' },
  },
  { because: 'a document type', changes: { title: '<!DOCTYPE x [<!ENTITY y "z">]>&y;' } },
  {
    because: 'a translation of such kind',
    changes: {
      translation: {
        id: '"',
        url: 'https://a.test/?"><x>',
        language: 'en',
        title: FORGED,
        by: 'inferred',
        confidence: 0,
      },
    },
  },
]

const hostileSnapshot = (changes: Partial<Sample>, of = 'all') =>
  snapshot([entry(changes), entry({ id: 'nahr-9', tag: 'tag:bayan.test,2026-11-18:nahr-9' })], {
    of,
    publishers: { nahr: { ...NAHR, name: { ar: FORGED, en: '\u0000' } } },
  })

describe('a feed with hostile texts', () => {
  it.each(HOSTILE)('is well formed and holds two statements: $because', ({ changes }) => {
    const rss = readStrictXml(render('rss', hostileSnapshot(changes)))
    expect(rss.children.map(({ name }) => name)).toEqual(['channel'])
    expect(all(only(rss, 'channel'), 'item')).toHaveLength(2)
    expect(all(readStrictXml(render('atom', hostileSnapshot(changes))), 'entry')).toHaveLength(2)
    expect(JSON.parse(render('json', hostileSnapshot(changes))).items).toHaveLength(2)
  })

  it.each(HOSTILE)('links nowhere but to the web: $because', ({ changes }) => {
    const rss = all(only(readStrictXml(render('rss', hostileSnapshot(changes))), 'channel'), 'item')
    const atom = all(readStrictXml(render('atom', hostileSnapshot(changes))), 'entry')
    const json = JSON.parse(render('json', hostileSnapshot(changes))).items
    const links: (string | undefined)[] = [
      ...rss.flatMap((item) => all(item, 'link')).map(({ text }) => text),
      ...atom.flatMap((each) => all(each, 'link')).map(({ attributes }) => attributes.get('href')),
      ...json.flatMap((item: { url?: string }) => item.url ?? []),
    ]
    for (const link of links) expect(link).toMatch(/^https?:\/\/[\x21-\x7E]+$/)
    expect(links.join()).not.toContain('false.test')
  })

  it('keeps the forged text as a text', () => {
    const item = all(
      only(readStrictXml(render('rss', hostileSnapshot({ title: FORGED }))), 'channel'),
      'item',
    )[0]!
    expect(only(item, 'title').text).toBe(FORGED)
  })
})

const SPECIALS = [
  ']]>',
  '<![CDATA[',
  '&',
  '&amp;',
  '<',
  '>',
  '"',
  "'",
  '\u0000',
  '\uD83D',
  '\uDD4A',
  '\uFFFE',
  '\r',
  '\n',
  '\t',
  '</title>',
  'بيان',
  '\u{1F54A}',
  '\u202E',
  '-->',
  '<?',
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...SPECIALS),
        fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)
const anyEntry = fc.record({
  tag: anyText,
  publisher: anyText,
  language: fc.constantFrom('ar' as const, 'en' as const),
  url: fc.oneof(
    anyText,
    anyText.map((path) => `https://nahr.test/${path}`),
  ),
  title: anyText,
  html: anyText,
  published: fc.oneof(anyText, fc.constant(null)),
  firstSeen: anyText,
  updated: anyText,
  state: fc.constantFrom('current' as const, 'withdrawn' as const),
  truncated: fc.boolean(),
})
const anySnapshot = fc
  .record({
    entries: fc.array(anyEntry, { maxLength: 3 }),
    name: anyText,
    site: anyText,
    of: anyText,
    updated: anyText,
  })
  .map(({ entries, name, site, of, updated }) => {
    const publishers = Object.fromEntries(
      entries.map(({ publisher }) => [
        publisher,
        { id: publisher, name: { ar: name, en: name }, site },
      ]),
    )
    const samples = entries.map((each) => entry(each))
    return { samples, of: snapshot(samples, { of, publishers, updated }) }
  })

/** What XML cannot say, removed by another hand than the renderer's. */
function sayable(text: string): string {
  return Array.from(text)
    .filter((character) => {
      const code = character.codePointAt(0)!
      if (code === 9 || code === 10 || code === 13) return true
      return (
        code >= 0x20 && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
      )
    })
    .join('')
}

/** A body as every feed says it: html has a reference for what would end a CDATA section. */
function asBody(html: string): string {
  return sayable(html).split('\r').join('').split(']]>').join(']]&gt;')
}

describe('a feed of any texts at all', () => {
  it('is well formed, and gives each text back without what XML cannot say', () => {
    fc.assert(
      fc.property(anySnapshot, ({ of, samples }) => {
        const items = all(
          only(readStrictXml(render('rss', of, { language: 'both' })), 'channel'),
          'item',
        )
        const entries = all(readStrictXml(render('atom', of, { language: 'both' })), 'entry')
        const json = JSON.parse(render('json', of, { language: 'both' })).items
        expect(items.map((item) => only(item, 'guid').text)).toEqual(
          samples.map(({ tag }) => sayable(tag)),
        )
        expect(entries.map((each) => only(each, 'id').text)).toEqual(
          samples.map(({ tag }) => sayable(tag)),
        )
        for (const [n, { html }] of samples.entries()) {
          expect(only(items[n]!, 'content:encoded').text).toContain(asBody(html))
          expect(only(entries[n]!, 'content').text).toBe(only(items[n]!, 'content:encoded').text)
          expect(json[n].content_html).toBe(only(items[n]!, 'content:encoded').text)
          expect(json[n].title).toBe(only(items[n]!, 'title').text)
          expect(only(entries[n]!, 'title').text).toBe(only(items[n]!, 'title').text)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.skipIf(pythonMissing !== undefined)(
    `is read alike by expat ${pythonMissing === undefined ? '' : `(left out: ${pythonMissing})`}`,
    () => {
      const feeds = [
        ...fc.sample(anySnapshot, { numRuns: 200, seed: 7 }).map(({ of }) => of),
        ...HOSTILE.map(({ changes }) => hostileSnapshot(changes)),
      ].flatMap((of) =>
        (['rss', 'atom'] as const).map((format) => render(format, of, { language: 'both' })),
      )
      const answers = askPython(feeds)
      expect(answers.filter(({ error }) => error !== null)).toEqual([])
      const texts = (element: ReturnType<typeof readStrictXml>): string[] => [
        element.text,
        ...element.children.flatMap(texts),
      ]
      for (const [n, feed] of feeds.entries()) {
        // Expat gives an element's text up to its first child; only layout stands after one.
        expect(answers[n]?.texts.map((text) => text.trim())).toEqual(
          texts(readStrictXml(feed)).map((text) => text.trim()),
        )
      }
    },
  )

  it.skipIf(pythonMissing !== undefined)('would be found out by expat', () => {
    const broken = ['<a>\u0001</a>', '<a><b></a>', '<a>&nbsp;</a>', '<a>]]></a>', '<a/>']
    expect(askPython(broken).map(({ error }) => error !== null)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
  })
})

it('has the same bytes each time it is rendered from the same snapshot', () => {
  fc.assert(
    fc.property(
      anySnapshot,
      fc.constantFrom('rss' as const, 'atom' as const, 'json' as const),
      ({ of }, format) => {
        const copy = structuredClone(of)
        expect(render(format, copy)).toBe(render(format, of))
      },
    ),
    { numRuns: 100 },
  )
})
