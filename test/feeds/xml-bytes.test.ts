import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asXml, plainText, xmlBytes } from '../../src/feeds/xml-bytes.ts'
import { withoutForbidden } from '../../src/feeds/xml-text.ts'

it.each([
  { because: 'most have nothing to escape', text: 'بيان حول الجسر' },
  { because: 'each special letter has its reference', text: 'a & b < c ]]> d\re' },
  { because: 'a text about references is no reference', text: '&#x26; &#x3C; &amp;#xD; &#x41;' },
  { because: 'a mark of the byte order is a letter of the text', text: '\uFEFFx' },
])('is read back as it was: $because', ({ text }) => {
  expect(plainText(xmlBytes(text))).toBe(text)
  expect(plainText(text)).toBe(text)
})

it('reads any text back, without what XML forbids', () => {
  const letters = fc.constantFrom('&', '#', 'x', '26;', '3C;', '<', ']]>', '\r', 'ب', '\uD83D')
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(letters).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, (one) => {
      expect(plainText(xmlBytes(one))).toBe(withoutForbidden(one))
    }),
    { numRuns: 500 },
  )
})

it('stands in a feed escaped once, whether it was ready or not', () => {
  expect(asXml('a & b')).toBe('a &#x26; b')
  expect(new TextDecoder().decode(xmlBytes('a & b'))).toBe('a &#x26; b')
  const ready = xmlBytes('a & b')
  expect(asXml(ready)).toBe(ready)
})
