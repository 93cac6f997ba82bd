import { expect, it } from 'vitest'
import { judgeIntervals } from '../../src/platform/plan.ts'

it('tells the sum that the plan does not carry, with the same figures in both languages', () => {
  const verdict = judgeIntervals(
    'free',
    Array.from({ length: 30 }, () => 60),
  )
  if (verdict.kind === 'fits') throw new Error('the plan carries it')
  const figures = (text: string) => new Set(text.match(/\d{2,}/g))
  expect(figures(verdict.sum.ar)).toEqual(figures(verdict.sum.en))
  expect(verdict.sum.ar.replace(/KV|SQLite/g, '')).not.toMatch(/[A-Za-z]/)
  expect(verdict.sum.en).toContain('86400 rows written')
})
