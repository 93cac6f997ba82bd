import fc from 'fast-check'
import { expect, it } from 'vitest'
import { JoinedParts } from '../../src/text/joined-parts.ts'
import { replaced } from '../../src/text/replaced.ts'

const PATTERNS = [/ {2,}/g, /[\t\n]/g, /<!--[\s\S]*?(?:-->|$)/g, /&(?:lt|amp);/g, /a+b?/g]
const piece = fc.constantFrom('a', 'b', ' ', '\n', '\t', '&lt;', '&amp;', '&', '<!--', '-->', 'ب')
/** Short, or longer than what the engine may replace by itself. */
const text = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 30 }), fc.boolean())
  .map(([pieces, isLong]) =>
    pieces
      .join('')
      .repeat(isLong ? 70_000 : 1)
      .slice(0, 140_000),
  )

it('says what the engine says, however long the text is', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...PATTERNS), fc.constantFrom('', ' ', 'xyz'), (...asked) => {
      const [before, pattern, by] = asked
      const wanted = before.replace(pattern, by)
      expect(replaced(before, pattern, by) === wanted).toBe(true)
    }),
    { numRuns: 100 },
  )
})

it('parts are joined in their order, also when asked twice', () => {
  const parts = new JoinedParts()
  const numbers = Array.from({ length: 2_500 }, (_, n) => `${n},`)
  for (const number of numbers) parts.push(number)
  expect(parts.join()).toBe(numbers.join(''))
  parts.push('end')
  expect(parts.join()).toBe(`${numbers.join('')}end`)
})
