import { describe, expect, it } from 'vitest'
import { isFlood } from '../../src/statements/flood.ts'

describe('a flood', () => {
  it.each([
    {
      burst: { fresh: 5, older: 5, listed: 5, likely: 0 },
      flood: false,
      because: 'five are a busy day',
    },
    {
      burst: { fresh: 6, older: 0, listed: 20, likely: 0 },
      flood: false,
      because: 'six of twenty, all new',
    },
    {
      burst: { fresh: 11, older: 0, listed: 20, likely: 0 },
      flood: true,
      because: 'more than half is unknown',
    },
    {
      burst: { fresh: 6, older: 6, listed: 50, likely: 0 },
      flood: true,
      because: 'an archive put on top',
    },
    {
      burst: { fresh: 6, older: 5, listed: 50, likely: 0 },
      flood: false,
      because: 'one of them is news',
    },
    {
      burst: { fresh: 8, older: 0, listed: 10, likely: 3 },
      flood: false,
      because: 'days without a good poll, of a source that publishes daily',
    },
    {
      burst: { fresh: 1, older: 1, listed: 1, likely: 0 },
      flood: false,
      because: 'one back-dated statement',
    },
  ])('$flood: $because', ({ burst, flood }) => {
    expect(isFlood(burst)).toBe(flood)
  })
})
