import { expect, it } from 'vitest'
import { pollingCosts } from '../../src/pages/desk/polling-cost.ts'

it('puts the dearest source first, and leaves out those at rest', () => {
  const costs = pollingCosts([
    { id: 'slow', interval: 3_600, paused: false },
    { id: 'rest', interval: 5, paused: true },
    { id: 'fast', interval: 60, paused: false },
  ])
  expect(costs).toEqual([
    { id: 'fast', interval: 60, rows: 2_880, saves: 1_440 },
    { id: 'slow', interval: 3_600, rows: 48, saves: 24 },
  ])
})
