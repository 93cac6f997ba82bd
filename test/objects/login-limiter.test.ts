import { describe, expect, it } from 'vitest'
import { LoginLimiter } from '../../src/objects/login-limiter.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const MINUTE = 60_000

function failing(limiter: LoginLimiter, client: string, times: number, at = NOW): void {
  for (let n = 0; n < times; n++) limiter.failed(client, at)
}

describe('wrong tokens', () => {
  it.each([
    { because: 'a slip of the hand', times: 1, wait: 0 },
    { because: 'nine slips', times: 9, wait: 0 },
    { because: 'the tenth is no slip', times: 10, wait: 600 },
    { because: 'a thousand are not heard', times: 1000, wait: 600 },
  ])('$because: $wait s', ({ times, wait }) => {
    const limiter = new LoginLimiter()
    failing(limiter, 'a', times)
    expect(limiter.waitSeconds('a', NOW)).toBe(wait)
    expect(limiter.waitSeconds('b', NOW)).toBe(0)
  })

  it('are forgotten after ten minutes', () => {
    const limiter = new LoginLimiter()
    failing(limiter, 'a', 10)
    expect(limiter.waitSeconds('a', NOW + 9 * MINUTE)).toBe(60)
    expect(limiter.waitSeconds('a', NOW + 10 * MINUTE)).toBe(0)
    failing(limiter, 'a', 1, NOW + 10 * MINUTE)
    expect(limiter.waitSeconds('a', NOW + 10 * MINUTE)).toBe(0)
  })

  it('are remembered of a thousand addresses, the latest', () => {
    const limiter = new LoginLimiter()
    failing(limiter, 'first', 10)
    for (let n = 0; n < 1_000; n++) limiter.failed(`other-${n}`, NOW)
    expect(limiter.waitSeconds('first', NOW)).toBe(0)
    failing(limiter, 'last', 10)
    expect(limiter.waitSeconds('last', NOW)).toBe(600)
  })
})
