import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutIndex } from '../../src/text/cut-index.ts'

it('finds the border far inside a long text', () => {
  const text = `${'ب'.repeat(50_000)}\u{1F468}\u200D\u{1F469}`
  expect(cutIndex(text, 50_003)).toBe(50_000)
})

it('cuts where the segmenter would, plain letters beside marks and emoji', () => {
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
  const unit = fc.oneof(
    fc.constantFrom('a', ' ', '.', '7', 'ب', 'ـ', 'ي', 'ء', '٣', '\u064B', '\u0301', '\u200D'),
    fc.constantFrom(
      '\r',
      '\n',
      '\u0600',
      '\u0610',
      '\u{1F468}',
      '\u{1F1F8}',
      '\u{1F3FB}',
      'क',
      '\u094D',
    ),
  )
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 40 }), fc.nat(40), (text, at) => {
      fc.pre(at > 0 && at < text.length)
      expect(cutIndex(text, at)).toBe(graphemes.segment(text).containing(at)?.index)
    }),
  )
})
