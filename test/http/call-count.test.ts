import { expect, it } from 'vitest'
import { CallCount } from '../../src/http/call-count.ts'

it.each([
  { because: 'there is room', at: [0, 1], may: [true, true] },
  { because: 'the third is one too many', at: [0, 1, 2], may: [true, true, false] },
  { because: 'the next window begins anew', at: [0, 1, 2, 1_000], may: [true, true, false, true] },
  { because: 'windows stand on the clock', at: [998, 999, 1_000], may: [true, true, true] },
])('lets two of a second go on: $because', ({ at, may }) => {
  const count = new CallCount(1_000)
  expect(at.map((now) => count.take(now, 2))).toEqual(may)
})
