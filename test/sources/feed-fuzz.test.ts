import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { decodeBody } from '../../src/sources/charset.ts'
import { detailWords, learnDetails } from '../../src/sources/detail-words.ts'
import { readListing } from '../../src/sources/listing-readers.ts'
import { READING_DETAILS } from '../../src/sources/reading-details-table.ts'
import { documentOf, sourceWith } from './documents.ts'
import { cpuClock } from '../cpu-clock.ts'

/** FUZZ_RUNS=100000 makes the long run (CONTRIBUTING). */
const numRuns = Number(process.env.FUZZ_RUNS ?? 2_000)

learnDetails(READING_DETAILS)

const FOLDER = join(import.meta.dirname, 'feed-cases')
const documents = readdirSync(FOLDER)
  .filter((name) => name !== 'disputed.json')
  .flatMap((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as unknown[])
  .map((one) => (one as { readonly document?: string }).document)
  .filter((text) => text !== undefined && text.length < 20_000)

/** Pieces that decide how a feed is cut. */
const PIECES = [
  '<item>',
  '</item>',
  '<entry>',
  '</entry>',
  '<item ',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?',
  '?>',
  '<!DOCTYPE x [',
  '<!ENTITY a "b">',
  ']>',
  '</rss>',
  '</feed>',
  '</channel>',
  '<title>',
  '</title>',
  '<link>',
  '<description>',
  '</description>',
  '"',
  "'",
  '<',
  '>',
  '/',
  '&',
  '&#0;',
  '&#xD800;',
  '&amp',
  '\u0000',
  '\uD800',
  '<div>',
  '</div>',
  'xmlns:a="b"',
  '<a:b>',
  '<x y=',
  ' '.repeat(50),
  '<item/>',
  '__proto__',
  '<rdf:RDF>',
]

const at = fc.double({ min: 0, max: 1, noNaN: true })
const mutation = fc.oneof(
  fc.record({
    kind: fc.constant('insert'),
    at,
    text: fc.oneof(fc.constantFrom(...PIECES), fc.string()),
  }),
  fc.record({ kind: fc.constant('delete'), at, text: fc.constant('') }),
  fc.record({ kind: fc.constant('repeat'), at, text: fc.constant('') }),
  fc.record({ kind: fc.constant('cut'), at, text: fc.constant('') }),
)

const mutated = fc
  .tuple(fc.constantFrom(...documents), fc.array(mutation, { maxLength: 6 }))
  .map(([document, mutations]) =>
    mutations.reduce((text, { kind, at: place, text: piece }) => {
      const index = Math.floor(place * text.length)
      if (kind === 'insert') return text.slice(0, index) + piece + text.slice(index)
      if (kind === 'delete') return text.slice(0, index) + text.slice(index + 1 + (index % 40))
      if (kind === 'repeat') return text.slice(0, index) + text.slice(Math.floor(index / 2))
      return text.slice(0, index)
    }, document ?? ''),
  )

it('however a feed is broken, it is read or refused, and never more than it held', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async (text) => {
      const spent = cpuClock()
      const reading = await readListing(documentOf(text), sourceWith({ kind: 'feed' }))
      expect(spent()).toBeLessThan(1_000)
      if (reading.kind !== 'read') {
        expect(reading.kind === 'refused' && detailWords(reading.detail).ar).toMatch(
          /[\u0621-\u064A]/,
        )
        return
      }
      expect(reading.entries.length).toBeLessThanOrEqual(500)
      for (const entry of reading.entries) {
        expect(entry.url).toMatch(/^https?:\/\//)
        // What a feed holds is never multiplied: no entity, no repetition.
        expect(entry.html.length).toBeLessThan(text.length * 8 + 1_000)
        expect(entry.html).not.toMatch(
          /<(?!\/?(?:p|br|ul|ol|li|blockquote|h[2-6]|strong|em|a)[\s>])/,
        )
      }
    }),
    { numRuns },
  )
}, 1_200_000)

it('whatever the bytes, they are decoded or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, type) => {
      const decoded = decodeBody(bytes, type)
      expect(decoded.kind).toMatch(/^(decoded|refused)$/)
    }),
    { numRuns },
  )
})
