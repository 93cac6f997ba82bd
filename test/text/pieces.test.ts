import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../src/text/pieces.ts'

describe('a paragraph in pieces', () => {
  it.each([
    { because: 'it fits', text: 'A. B.', limit: 10, pieces: ['A. B.'] },
    {
      because: 'sentences end it first',
      text: 'One, two. Three, four. Five',
      limit: 16,
      pieces: ['One, two.', 'Three, four.', 'Five'],
    },
    {
      because: 'an Arabic question ends one',
      text: 'هل فتح الجسر؟ نعم فتح الجسر',
      limit: 16,
      pieces: ['هل فتح الجسر؟', 'نعم فتح الجسر'],
    },
    {
      because: 'else a clause does',
      text: 'one two، three four five',
      limit: 14,
      pieces: ['one two،', 'three four', 'five'],
    },
    {
      because: 'a word without end is cut',
      text: 'abcdefghij',
      limit: 4,
      pieces: ['abcd', 'efgh', 'ij'],
    },
    {
      because: 'no pair of surrogates is parted',
      text: 'abc😀d',
      limit: 4,
      pieces: ['abc', '😀d'],
    },
  ])('is cut so, since $because', ({ text, limit, pieces }) => {
    expect(piecesOf(text, limit)).toEqual(pieces)
  })

  it('loses no letter, and no piece is too long', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 2, max: 40 }),
        (text, limit) => {
          const pieces = piecesOf(text, limit)
          for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(limit)
          expect(pieces.join('').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''))
        },
      ),
    )
  })
})
