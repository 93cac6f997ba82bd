import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf, utf8Bytes } from '../../src/feeds/excerpt.ts'
import { htmlToText } from '../../src/text/html-text.ts'

describe('excerptOf', () => {
  it.each([
    {
      because: 'what fits stays whole',
      html: '<p>one</p><p>two</p>',
      bytes: 100,
      excerpt: '<p>one</p><p>two</p>',
    },
    {
      because: 'it stops after a paragraph',
      html: '<p>one</p><p>two</p>',
      bytes: 19,
      excerpt: '<p>one</p>',
    },
    {
      because: 'the last one fits exactly',
      html: '<p>one</p><p>two</p>',
      bytes: 20,
      excerpt: '<p>one</p><p>two</p>',
    },
    {
      because: 'an open list is closed',
      html: '<ul><li>one</li><li>two</li></ul>',
      bytes: 25,
      excerpt: '<ul><li>one</li></ul>',
    },
    {
      because: 'so is all that is open',
      html: '<blockquote><ol><li><p>one</p></li><li>two</li></ol></blockquote>',
      bytes: 54,
      excerpt: '<blockquote><ol><li><p>one</p></li></ol></blockquote>',
    },
    {
      because: 'a line break ends a line',
      html: '<p>one<br>two</p>',
      bytes: 16,
      excerpt: '<p>one<br></p>',
    },
    {
      because: 'emphasis that is open at a break is closed',
      html: '<p><strong>one<br>two</strong></p>',
      bytes: 33,
      excerpt: '<p><strong>one<br></strong></p>',
    },
    {
      because: 'a rule of its own needs no end',
      html: '<p>one<hr>two</p><p>three</p>',
      bytes: 20,
      excerpt: '<p>one<hr>two</p>',
    },
    {
      because: 'bytes count, not letters',
      html: '<p>واحد</p><p>اثنان</p>',
      bytes: 18,
      excerpt: '<p>واحد</p>',
    },
    {
      because: 'attributes count too',
      html: '<p dir="rtl">x</p><p>y</p>',
      bytes: 24,
      excerpt: '<p dir="rtl">x</p>',
    },
    {
      because: 'a first block that is too long is told as text',
      html: `<p>one <em>two</em> ${'three '.repeat(9)}</p>`,
      bytes: 34,
      excerpt: '<p>one two\u2026</p>',
    },
    {
      because: 'text without blocks too',
      html: 'one two three four five six',
      bytes: 26,
      excerpt: '<p>one two\u2026</p>',
    },
    {
      because: 'its letters are escaped again',
      html: `<p>1 &lt; 2 &amp; ${'x'.repeat(90)}</p>`,
      bytes: 40,
      excerpt: '<p>1 &lt; 2 &amp;\u2026</p>',
    },
    { because: 'nothing fits in nothing', html: '<p>one</p>', bytes: 3, excerpt: '' },
  ])('$because', ({ html, bytes, excerpt }) => {
    expect(excerptOf(html, bytes)).toBe(excerpt)
  })

  it('is within its bytes, well nested, and the opening of the text', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 0, max: 400 }), (html, maxBytes) => {
        const excerpt = excerptOf(html, maxBytes)
        expect(utf8Bytes(excerpt)).toBeLessThanOrEqual(maxBytes)
        expectWellNested(excerpt)
        const flat = (text: string) =>
          htmlToText(text)
            .replace(/\s+/g, ' ')
            .replace(/\u2026$/, '')
        expect(flat(html).startsWith(flat(excerpt))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

const words = fc
  .array(
    fc.constantFrom('بيان', 'الجسر', 'bridge', '&amp;', '&lt;', '\u{1F54A}', '"', '\u0628\u0651'),
    { minLength: 1, maxLength: 12 },
  )
  .map((each) => each.join(' '))
const inline = fc.oneof(
  words,
  words.map((text) => `<strong>${text}</strong>`),
  words.map((text) => `<a href="https://a.test/?a=1&amp;b=2">${text}<br>${text}</a>`),
)
const block = fc.oneof(
  inline.map((text) => `<p>${text}</p>`),
  fc
    .array(inline, { minLength: 1, maxLength: 4 })
    .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`),
  fc
    .array(inline, { minLength: 1, maxLength: 3 })
    .map((lines) => `<blockquote>${lines.map((line) => `<p>${line}</p>`).join('')}</blockquote>`),
)
const blocks = fc.array(block, { minLength: 1, maxLength: 6 }).map((each) => each.join(''))

function expectWellNested(html: string): void {
  const open: string[] = []
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z0-9]+)[^<>]*>/g)) {
    if (name === 'br') continue
    if (slash === '') open.push(name!)
    else expect(open.pop()).toBe(name)
  }
  expect(open).toEqual([])
}
