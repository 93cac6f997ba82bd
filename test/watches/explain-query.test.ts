import { describe, expect, it } from 'vitest'
import { Concepts } from '../../src/watches/concept.ts'
import { explainQuery } from '../../src/watches/explain-query.ts'
import { MISSES } from '../../src/watches/miss-table.ts'
import { parseQuery } from '../../src/watches/parse-query.ts'

const CONCEPTS = new Concepts([
  { id: 'gas', name: { ar: 'غاز', en: 'gas' }, terms: ['الكلور', 'chlorine'] },
])

function explain(query: string, text: string, title = '') {
  const parsed = parseQuery(query, CONCEPTS)
  if (parsed.kind === 'refused') throw new Error(parsed.error.reason)
  return explainQuery(parsed.query, { title, text, publisher: 'p', language: 'ar' })
}

describe('why, and why not', () => {
  it.each([
    {
      query: 'الوزير',
      text: 'قال وزير سابق',
      misses: ['وزير no-article'],
      because: 'a typed article is required',
    },
    { query: 'مال', text: 'التقى كمال', misses: ['كمال another-word'], because: 'a name' },
    { query: 'هام', text: 'إلهام', misses: ['إلهام another-word'], because: 'no article' },
    {
      query: 'سلام',
      text: 'عن الإسلام',
      misses: ['الإسلام other-letters'],
      because: 'inside a longer word',
    },
    { query: 'يد', text: 'بيد', misses: ['بيد short'], because: 'two letters' },
    { query: 'درع', text: 'درعا', misses: ['درعا spelling'], because: 'no tanwin' },
    { query: 'علي', text: 'على', misses: ['على spelling'], because: 'a preposition' },
    {
      query: 'الائتلاف',
      text: 'الانتلاف',
      misses: ['الانتلاف one-letter'],
      because: 'a scanner misread it',
    },
    { query: 'Homs', text: 'Homsi', misses: ['Homsi other-letters'], because: 'a longer word' },
    { query: 'Attack', text: 'attacks', misses: ['attacks capitals'], because: 'typed as a name' },
    { query: 'WHO', text: 'who', misses: ['who capitals'], because: 'the pronoun' },
    { query: 'raw:US', text: 'Us', misses: ['Us raw'], because: 'written otherwise' },
    { query: 'title:حلب', text: 'في حلب', misses: ['حلب title'], because: 'in the text only' },
    {
      query: '"غاز الكلور"',
      text: 'الكلور وهو غاز',
      misses: ['غاز apart', 'الكلور apart'],
      because: 'the words are there, in another order',
    },
    { query: '@gas', text: 'كلور', misses: ['كلور no-article'], because: 'a concept says so too' },
    { query: 'حلب', text: 'دمشق', misses: [], because: 'nothing comes near' },
  ])('$query in $text: $because', ({ query, text, misses }) => {
    const { matched, parts } = explain(query, text)
    expect(matched).toBe(false)
    expect(parts).toHaveLength(1)
    expect(parts[0]?.nearMisses.map(({ surface, reason }) => `${surface} ${reason}`)).toEqual(
      misses,
    )
    for (const { start, end, surface, reason, message } of parts[0]?.nearMisses ?? []) {
      expect(text.slice(start, end)).toBe(surface)
      expect(message).toEqual(MISSES[reason])
    }
  })

  it('is answered part by part', () => {
    const { matched, matches, parts } = explain(
      'حلب (إدلب OR حماة) NOT كرة lang:en',
      'في حماة كرة القدم',
      'أخبار حلب',
    )
    expect([matched, matches]).toEqual([false, []])
    expect(parts.map(({ part, negated, found }) => [part, negated, found])).toEqual([
      ['حلب', false, true],
      ['إدلب', false, false],
      ['حماة', false, true],
      ['كرة', true, true],
      ['lang:en', false, false],
    ])
    expect(parts[0]?.matches).toEqual([
      { part: 'حلب', field: 'title', surface: 'حلب', start: 6, end: 9 },
    ])
  })

  it('tells of NEAR whether its sides are there', () => {
    const { parts } = explain('حلب NEAR/2 إدلب', 'حلب ثم حماة ثم إدلب')
    expect(parts.map(({ part, found }) => [part, found])).toEqual([
      ['حلب NEAR/2 إدلب', false],
      ['حلب', true],
      ['إدلب', true],
    ])
  })

  it('gives the same matches as the watch would', () => {
    const { matched, matches } = explain('الكلور OR @gas', 'هجوم بالكلور')
    expect(matched).toBe(true)
    expect(matches.map(({ part, surface }) => [part, surface])).toEqual([
      ['الكلور', 'بالكلور'],
      ['@gas', 'بالكلور'],
    ])
  })
})
