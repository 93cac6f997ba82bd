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

it('does not grow with the number of clients', () => {
  const limit = new RateLimit(1)
  for (let at = 0; at < 10_000; at += 1) limit.waitOf(`client-${at}`, NOW)
  // Begun anew meanwhile: who was refused may ask again, and memory stays bounded.
  expect(limit.waitOf('client-0', NOW)).toBe(0)
})
