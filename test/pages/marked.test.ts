import { expect, it } from 'vitest'
import { partsOf } from '../../src/pages/marked.tsx'

const shown = (text: string, marks: Parameters<typeof partsOf>[1]) =>
  partsOf(text, marks)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('')

it.each([
  { because: 'the plain case', marks: [{ start: 2, end: 4 }], to: 'ab[cd]ef' },
  { because: 'the whole text', marks: [{ start: 0, end: 6 }], to: '[abcdef]' },
  { because: 'no marks', marks: [], to: 'abcdef' },
  {
    because: 'they come in any order',
    marks: [
      { start: 4, end: 5 },
      { start: 0, end: 1 },
    ],
    to: '[a]bcd[e]f',
  },
  {
    because: 'two parts of a query may hit one word',
    marks: [
      { start: 1, end: 4 },
      { start: 2, end: 3 },
    ],
    to: 'a[bcd]ef',
  },
  {
    because: 'overlapping ones run on',
    marks: [
      { start: 1, end: 3 },
      { start: 2, end: 5 },
    ],
    to: 'a[bc][de]f',
  },
  {
    because: 'a mark of a longer text ends with this one',
    marks: [{ start: 4, end: 99 }],
    to: 'abcd[ef]',
  },
  { because: 'a mark outside shows nothing', marks: [{ start: 50, end: 60 }], to: 'abcdef' },
  { because: 'a mark the wrong way round', marks: [{ start: 4, end: 2 }], to: 'abcdef' },
])('marks to $to: $because', ({ marks, to }) => {
  expect(shown('abcdef', marks)).toBe(to)
})
