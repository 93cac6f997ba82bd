import { expect, it } from 'vitest'
import { RateLimit } from '../../src/http/rate-limit.ts'

const NOW = Date.parse('2026-11-20T10:00:00Z')

it('lets so many pass in a minute, and says how long to wait', () => {
  const limit = new RateLimit(2)
  expect(limit.waitOf('a', NOW)).toBe(0)
  expect(limit.waitOf('a', NOW + 1_000)).toBe(0)
  expect(limit.waitOf('a', NOW + 20_000)).toBe(40)
  expect(limit.waitOf('b', NOW + 20_000)).toBe(0)
  expect(limit.waitOf('a', NOW + 60_000)).toBe(0)
})

it('does not grow with the number of clients, and lets nobody off who goes on calling', () => {
  const limit = new RateLimit(1)
  limit.waitOf('once', NOW)
  for (let at = 0; at < 10_000; at += 1) {
    limit.waitOf(`client-${at}`, NOW)
    if (at % 1_000 === 0) limit.waitOf('stubborn', NOW)
  }
  expect(limit.waitOf('stubborn', NOW)).toBe(60)
  // The last two thousand are still known, whoever came long before them is not.
  expect(limit.waitOf('client-9999', NOW)).toBe(60)
  expect(limit.waitOf('once', NOW)).toBe(0)
})
