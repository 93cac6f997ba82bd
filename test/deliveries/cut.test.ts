import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut } from '../../src/deliveries/cut.ts'

describe('a cut text', () => {
  it.each([
    { because: 'what fits stays', text: 'abc', max: 3, result: 'abc' },
    { because: 'the ellipsis counts', text: 'abcd', max: 3, result: 'ab\u2026' },
    { because: 'a surrogate pair is one', text: 'ab\u{1F54A}cd', max: 4, result: 'ab\u2026' },
    {
      because: 'a family is one',
      text: 'a\u{1F468}\u200D\u{1F469}\u200D\u{1F467}b',
      max: 6,
      result: 'a\u2026',
    },
    {
      because: 'a flag is one',
      text: '\u{1F1F8}\u{1F1FE}\u{1F1F8}\u{1F1FE}x',
      max: 8,
      result: '\u{1F1F8}\u{1F1FE}\u2026',
    },
    {
      because: 'vowel marks stay with their letter',
      text: 'با\u064B\u0651ب',
      max: 4,
      result: 'ب\u2026',
    },
    { because: 'no blank before the ellipsis', text: 'one two', max: 5, result: 'one\u2026' },
    {
      because: 'a letter under endless marks is cut all the same',
      text: `a${'\u0301'.repeat(3000)}`,
      max: 100,
      result: `a${'\u0301'.repeat(98)}\u2026`,
    },
    { because: 'no room at all', text: 'abc', max: 1, result: '\u2026' },
  ])('$because', ({ text, max, result }) => {
    expect(cut(text, max)).toBe(result)
  })

  it('keeps within its length, and never makes half a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.integer({ min: 1, max: 400 }),
        (text, max) => {
          const result = cut(text, max)
          expect(result.length).toBeLessThanOrEqual(max)
          expect(result.isWellFormed()).toBe(true)
        },
      ),
    )
  })
})
