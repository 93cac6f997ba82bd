import { expect, it } from 'vitest'
import { translationStates } from '../../src/feeds/translation-states.ts'
import { awaitedUntil, translationState } from '../../src/statements/translation-state.ts'
import { entry, snapshotEntry } from '../feeds/sample.ts'

const NOW = '2026-11-20T10:00:00.000Z'
const PAIR = {
  id: 'nahr-2',
  url: 'https://nahr.test/en/statement/1',
  language: 'en',
  title: 'x',
  by: 'inferred',
  confidence: 0.8,
} as const
const both = [{ id: 'nahr', languages: ['ar', 'en'] as const }]

it.each([
  { because: 'it has one', translation: PAIR, seen: '2026-01-01', expected: 'paired' },
  { because: 'it is six days old', translation: null, seen: '2026-11-14', expected: 'awaited' },
  {
    because: 'a fortnight is over',
    translation: null,
    seen: '2026-11-05',
    expected: 'not-expected',
  },
] as const)('a translation is $expected: $because', ({ translation, seen, expected }) => {
  const firstSeen = `${seen}T09:00:00.000Z`
  const of = snapshotEntry(entry({ translation, firstSeen }))
  expect(translationStates(both, NOW)(of)).toBe(expected)
})

it.each([
  {
    because: 'the publisher has no source in the other language',
    publishers: [{ id: 'nahr', languages: ['ar'] as const }],
    changes: {},
  },
  { because: 'the publisher is followed no more', publishers: [], changes: {} },
  { because: 'it was withdrawn', publishers: both, changes: { state: 'withdrawn' } as const },
])('a translation is not expected where $because', ({ publishers, changes }) => {
  expect(translationStates(publishers, NOW)(snapshotEntry(entry(changes)))).toBe('not-expected')
})

it('is not expected where an operator said that there is none', () => {
  const apart = { ...snapshotEntry(entry()), apart: true } as const
  expect(translationStates(both, NOW)(apart)).toBe('not-expected')
  expect(awaitedUntil({ firstSeen: NOW, isBilingual: true, apart: true })).toBeNull()
})

it('says nothing of a time that cannot be read', () => {
  expect(awaitedUntil({ firstSeen: 'x', isBilingual: true })).toBeNull()
  expect(translationState({ translation: null, state: 'current' }, undefined, NOW)).toBe(
    'not-expected',
  )
})
