import { expect, it } from 'vitest'
import { FeedBytes } from '../../src/feeds/feed-bytes.ts'

const encode = (text: string) => new TextEncoder().encode(text)

it.each([
  { because: 'plain markup is cut by letters', markup: '<a>' },
  { because: 'an address with other letters moves all that follows', markup: '<a href="é/بيان">' },
])('puts words and bodies where they were written: $because', ({ markup }) => {
  const out = new FeedBytes()
  out.words('')
  out.text(markup)
  out.words('عنوان')
  out.words('title')
  out.text('<b>')
  out.bytes(encode('نص 🕊'))
  out.bytes(encode(''))
  out.text('</b>')
  expect(new TextDecoder().decode(out.done())).toBe(`${markup}عنوانtitle<b>نص 🕊</b>`)
})

it('gives nothing for nothing', () => {
  expect(new FeedBytes().done()).toEqual(new Uint8Array())
})

it('is no feed at all where a title could take the place of the next', () => {
  const out = new FeedBytes()
  out.words('one\u0000another')
  out.words('two')
  expect(() => out.done()).toThrow('XML forbids')
})
