import { expect, it } from 'vitest'
import { ARABIC_WORDS } from '../../src/pages/arabic-words-table.ts'
import { ENGLISH_WORDS } from '../../src/pages/english-words-table.ts'
import { REFUSAL_WORDS } from '../../src/sources/refusal-words-table.ts'

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return [String(value('1', '2'))]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

const arabic = [
  ...textsOf(ARABIC_WORDS),
  ...Object.values(REFUSAL_WORDS).flatMap(({ ar }) => textsOf(ar)),
]
const english = [
  ...textsOf(ENGLISH_WORDS),
  ...Object.values(REFUSAL_WORDS).flatMap(({ en }) => textsOf(en)),
]

it('is Arabic where it says so, and English where it says so', () => {
  expect(arabic.filter((text) => !/[\u0621-\u064A]/.test(text))).toEqual([])
  expect(english.filter((text) => !/[A-Za-z]/.test(text) || /[\u0600-\u06FF]/.test(text))).toEqual(
    [],
  )
})

it('writes Latin digits in both', () => {
  expect(arabic.filter((text) => /[\u0660-\u0669\u06F0-\u06F9]/.test(text))).toEqual([])
})

it('says in a sentence what to mend after every refusal', () => {
  const sentences = Object.values(REFUSAL_WORDS).flatMap(({ ar, en }) => [ar.mend, en.mend])
  expect(sentences.filter((text) => !text.endsWith('.'))).toEqual([])
})
