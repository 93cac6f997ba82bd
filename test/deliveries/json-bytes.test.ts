import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutToBytes } from '../../src/deliveries/json-bytes.ts'

function bytesOf(text: string): number {
  return new TextEncoder().encode(JSON.stringify(text)).length - 2
}

describe('a text cut to bytes', () => {
  it.each([
    { because: 'Arabic letters take two', text: 'بيان', max: 5, result: 'بي' },
    { because: 'quotes take two', text: '"""', max: 4, result: '""' },
    { because: 'other controls take six', text: '\u0001\u0001', max: 11, result: '\u0001' },
    { because: 'a line break takes two', text: '\n\n', max: 4, result: '\n\n' },
    { because: 'emoji take four', text: '\u{1F54A}\u{1F54A}', max: 7, result: '\u{1F54A}' },
    { because: 'half a character is mended first', text: '\uD83D', max: 3, result: '\uFFFD' },
    { because: 'no room', text: 'a', max: 0, result: '' },
    { because: 'less than no room', text: 'a', max: -5, result: '' },
  ])('$because', ({ text, max, result }) => {
    expect(cutToBytes(text, max)).toBe(result)
  })

  it('counts as JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = bytesOf(text.toWellFormed())
        expect(cutToBytes(text, bytes)).toBe(text.toWellFormed())
        if (bytes > 0) expect(cutToBytes(text, bytes - 1).length).toBeLessThan(text.length)
      }),
    )
  })
})
