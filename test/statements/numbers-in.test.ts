import { expect, it } from 'vitest'
import { numbersIn } from '../../src/statements/numbers-in.ts'
import { fold } from '../../src/text/fold.ts'
import { tokensOf } from '../../src/text/scan-tokens.ts'

it.each([
  { text: 'two hundred and ten thousand', says: [210_000], because: 'words multiply and add' },
  { text: '210 آلاف', says: [210_000], because: 'a figure and a word' },
  { text: 'thousands of people', says: [], because: 'a scale alone is no number' },
  {
    text: 'مئة قتيل',
    says: [100],
    because: 'the hamza of a hundred has a seat, which folding takes',
  },
  { text: 'مائة وأربعة عشر', says: [114], because: 'its older spelling' },
  { text: 'مئتا ألف نازح', says: [200_000], because: 'two hundred before what it counts' },
  { text: 'ثلاثمئة جريح', says: [300], because: 'hundreds are mostly one word' },
  { text: 'خمسمائة وسبعون', says: [570], because: 'and go on as others do' },
])('reads $says from "$text": $because', ({ text, says }) => {
  expect(numbersIn(tokensOf(fold(text)))).toEqual(says)
})
