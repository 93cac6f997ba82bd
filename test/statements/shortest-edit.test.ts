import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shortestEdit } from '../../src/statements/shortest-edit.ts'

/** The length of the longest common subsequence, the slow and plain way. */
function common(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, () => 0)
  for (const a of one) {
    const next = [0]
    other.forEach((b, at) => {
      next.push(a === b ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })

it('turns one list into the other, in as few steps as can be', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const steps = shortestEdit(one, other)
      const kept: string[] = []
      const made: string[] = []
      let at = 0
      let to = 0
      for (const step of steps) {
        if (step !== 'added') kept.push(one[at++] ?? '?')
        if (step !== 'removed') made.push(other[to++] ?? '?')
        if (step === 'same') expect(kept.at(-1)).toBe(made.at(-1))
      }
      expect(kept).toEqual(one)
      expect(made).toEqual(other)
      expect(steps.filter((step) => step === 'same')).toHaveLength(common(one, other))
    }),
    { numRuns: 500 },
  )
})

it('stays bounded for two long texts that share nothing', () => {
  const one = Array.from({ length: 20_000 }, (_, n) => `a${n}`)
  const other = Array.from({ length: 20_000 }, (_, n) => `b${n}`)
  const steps = shortestEdit(one, other)
  expect(steps.filter((step) => step === 'removed')).toHaveLength(20_000)
  expect(steps.filter((step) => step === 'added')).toHaveLength(20_000)
})
