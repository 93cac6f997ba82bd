import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readArticle } from '../../src/sources/article.ts'
import { readListing } from '../../src/sources/listing-readers.ts'
import type { Selectors } from '../../src/sources/source.ts'
import { documentOf, sourceWith } from './documents.ts'

/** 200 pages with npm test; FUZZ_RUNS in the worker's bindings makes the long run (CONTRIBUTING). */
const numRuns = Number((env as { readonly FUZZ_RUNS?: string }).FUZZ_RUNS ?? 200)

const PIECES = [
  '<div class="item">',
  '</div>',
  '<p>',
  '</p>',
  '<ul>',
  '<li>',
  '</ul>',
  '<a href="/p/1">',
  '</a>',
  '<article>',
  '</article>',
  '<h2>',
  '</h2>',
  '<table><tr><td>',
  '</table>',
  '<select>',
  '<option>',
  '</select>',
  '<script>',
  '</script>',
  '<svg><path/>',
  '</svg>',
  '<template>',
  '<form>',
  '<base href="//x.example/">',
  '<meta property="og:title" content="x">',
  '<time datetime="2018-11-26">',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<',
  '>',
  '"',
  "'",
  '&#0;',
  '&lt;script&gt;',
  '\u0000',
  '\uD800',
  'بيان المجلس عن الجسر',
  ' text of some length that reads like a sentence, and is one. ',
  '<div class="entry-content">',
  '<plaintext>',
  '<math><mi>',
  '<x y=z',
  '<iframe src=javascript:x>',
  '<img src=x onerror=y>',
  '<style>',
  '<noscript>',
  '<textarea>',
  '<title>',
  '<br>',
  '<b>',
  '</b>',
]
const page = fc
  .array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...PIECES) }, fc.string()), {
    maxLength: 80,
  })
  .map((pieces) => pieces.join(''))
const selectors: fc.Arbitrary<Selectors | undefined> = fc.constantFrom(
  undefined,
  { item: '.item' },
  { item: 'li', body: '.entry-content' },
  {
    item: 'div, article',
    link: 'a',
    title: 'h2',
    date: 'time',
    body: 'p',
    remove: ['script', 'b'],
  },
)

const OURS = /<(?!\/?(?:p|br|ul|ol|li|blockquote|h[2-6]|strong|em|a)[\s>])/

it('however a page is broken, it is read or refused, and what is kept is ours', async () => {
  await fc.assert(
    fc.asyncProperty(page, selectors, async (text, named) => {
      const source = sourceWith({
        kind: 'html',
        ...(named === undefined ? {} : { selectors: named }),
      })
      const document = documentOf(text, { mediaType: 'text/html' })
      const before = Date.now()
      const listing = await readListing(document, source)
      const article = await readArticle(document, source)
      expect(Date.now() - before).toBeLessThan(2_000)
      if (listing.kind === 'read') {
        for (const { url, html } of listing.entries) {
          expect(url).toMatch(/^https?:\/\//)
          expect(html).not.toMatch(OURS)
        }
      }
      if (article.kind === 'read') {
        expect(article.article.html).not.toMatch(OURS)
        expect(article.article.html.length).toBeLessThan(text.length * 8 + 1_000)
      }
    }),
    { numRuns },
  )
}, 600_000)
