import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FeedBytes } from '../../src/feeds/feed-bytes.ts'

const encode = (text: string) => new TextEncoder().encode(text)

it.each([
  { because: 'plain markup moves forward in its place', markup: '<a>' },
  { because: 'an address with other letters needs more room', markup: '<a href="é/بيان">' },
])('puts words and bodies where they were written: $because', ({ markup }) => {
  const out = new FeedBytes()
  out.words('')
  out.text(markup)
  out.words('عنوان')
  out.words(encode('كلمة'))
  out.words('title')
  out.text('<b>')
  out.bytes(encode('نص 🕊'))
  out.bytes(encode(''))
  out.text('</b>')
  expect(new TextDecoder().decode(out.done())).toBe(`${markup}عنوانكلمةtitle<b>نص 🕊</b>`)
})

it('gives nothing for nothing', () => {
  expect(new FeedBytes().done()).toEqual(new Uint8Array())
})

const piece = fc.record({
  how: fc.constantFrom('text' as const, 'words' as const, 'bytes' as const),
  text: fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 })),
})

it('overwrites nothing that was not put in its place yet, whatever is long and whatever short', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const out = new FeedBytes()
      for (const { how, text } of pieces) {
        if (how === 'bytes') out.bytes(encode(text))
        else out[how](text)
      }
      expect(out.done()).toEqual(encode(pieces.map(({ text }) => text).join('')))
    }),
    { numRuns: 300 },
  )
})
