import { expect, it } from 'vitest'
import words from '../../public/words/desk.json' with { type: 'json' }

const pairs = Object.values(words)

it('is Arabic where it says so, and English where it says so', () => {
  expect(pairs.filter(([, ar = '']) => !/[\u0621-\u064A]/.test(ar))).toEqual([])
  expect(pairs.filter(([en = '']) => !/[A-Za-z]/.test(en) || /[\u0600-\u06FF]/.test(en))).toEqual(
    [],
  )
})

it('ends a sentence in both languages or in neither', () => {
  expect(pairs.filter(([en, ar]) => en?.endsWith('.') !== ar?.endsWith('.'))).toEqual([])
})
