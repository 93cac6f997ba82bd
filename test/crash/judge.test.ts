import { expect, it } from 'vitest'
import { judge } from '../../scripts/crash/trial.mjs'

const id = (attempts: number, processed: number) => ({ attempts, processed })

it.each([
  {
    because: 'one attempt that was taken is what should happen',
    ids: [id(1, 1)],
    verdict: { delivered: 1, lost: [], renamed: [], repeats: 0, attempts: 1 },
  },
  {
    because: 'a statement that no message named is lost',
    ids: [],
    verdict: { delivered: 0, lost: ['/s'], renamed: [], repeats: 0, attempts: 0 },
  },
  {
    because: 'refused and never tried again is lost too',
    ids: [id(1, 0)],
    verdict: { delivered: 0, lost: ['/s'], renamed: [], repeats: 0, attempts: 1 },
  },
  {
    because: 'a retry after a refusal repeats nothing',
    ids: [id(2, 1)],
    verdict: { delivered: 1, lost: [], renamed: [], repeats: 0, attempts: 2 },
  },
  {
    because: 'a retry after a lost answer repeats under the same id, which receivers can drop',
    ids: [id(2, 2)],
    verdict: { delivered: 1, lost: [], renamed: [], repeats: 1, attempts: 2 },
  },
  {
    because: 'a second id is a second telling, even where the first attempt was refused',
    ids: [id(1, 0), id(1, 1)],
    verdict: { delivered: 1, lost: [], renamed: ['/s'], repeats: 0, attempts: 2 },
  },
  {
    because: 'a copy at another publisher may tell it in its place',
    ids: [],
    copy: [id(1, 1)],
    verdict: { delivered: 1, lost: [], renamed: [], repeats: 0, attempts: 1 },
  },
  {
    because: 'but not as well',
    ids: [id(1, 1)],
    copy: [id(1, 1)],
    verdict: { delivered: 1, lost: [], renamed: ['/s'], repeats: 0, attempts: 2 },
  },
])('$because', ({ ids, copy = [], verdict }) => {
  const tallies = (of: readonly ReturnType<typeof id>[]) =>
    new Map(of.map((tally, n) => [`msg_${n}`, tally]))
  const seen = new Map([
    ['/s', tallies(ids)],
    ['/s/copy', tallies(copy)],
  ])
  expect(judge(seen, ['/s'])).toEqual(verdict)
})
