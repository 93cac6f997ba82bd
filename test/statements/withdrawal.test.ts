import { expect, it } from 'vitest'
import { FIRST_LOOK, type Watchfulness } from '../../src/statements/first-look.ts'
import { type LookFacts, judgeLook } from '../../src/statements/withdrawal.ts'

const HOUR = 3_600_000
const now = Date.parse('2026-01-10T12:00:00Z')
const facts: LookFacts = {
  look: 'gone',
  withdrawn: false,
  alive: true,
  othersGone: 0,
  neighboursGone: false,
  now,
}
const goneFor = (hours: number, gone = 1): Watchfulness => ({
  ...FIRST_LOOK,
  goneSince: now - hours * HOUR,
  gone,
})

it.each([
  { because: 'one look proves nothing', before: FIRST_LOOK, more: {}, is: 'nothing' },
  { because: 'two looks within minutes are one', before: goneFor(0.1), more: {}, is: 'nothing' },
  { because: 'twice gone, hours apart, site alive', before: goneFor(4), more: {}, is: 'withdrawn' },
  {
    because: 'the site itself is down',
    before: goneFor(4),
    more: { alive: false },
    is: 'nothing',
  },
  {
    because: 'a whole crowd went: the site moved',
    before: goneFor(4),
    more: { othersGone: 5 },
    is: 'nothing',
  },
  {
    because: 'what stood around it is gone too: the site moved, or keeps no old pages',
    before: goneFor(4),
    more: { neighboursGone: true },
    is: 'nothing',
  },
  { because: 'it is there again', before: goneFor(4), more: { look: 'there' }, is: 'nothing' },
  {
    because: 'the page was rewritten',
    before: goneFor(4),
    more: { look: 'changed' },
    is: 'nothing',
  },
  { because: 'the site is ill', before: goneFor(4), more: { look: 'unclear' }, is: 'nothing' },
  {
    because: 'back under its title',
    before: FIRST_LOOK,
    more: { withdrawn: true, look: 'there' },
    is: 'restored',
  },
  {
    because: 'another page took its address',
    before: FIRST_LOOK,
    more: { withdrawn: true, look: 'changed' },
    is: 'nothing',
  },
] as const)('$is: $because', ({ before, more, is }) => {
  expect(judgeLook(before, { ...facts, ...more }).kind).toBe(is)
})

it('forgets a first gone look once the page was there', () => {
  const { next } = judgeLook(goneFor(4), { ...facts, look: 'there' })
  expect(next?.watchfulness.goneSince).toBeNull()
})

it('looks ever more seldom, and ends', () => {
  let watchfulness: Watchfulness = FIRST_LOOK
  const days: number[] = []
  for (let at = now; days.length < 20;) {
    const { next } = judgeLook(watchfulness, { ...facts, look: 'there', now: at })
    if (next === undefined) break
    days.push(Math.round((next.due - at) / (24 * HOUR)))
    watchfulness = next.watchfulness
    at = next.due
  }
  expect(days).toEqual([7, 30, 90, 365])
})

it('gives up a doubt that lasts', () => {
  let watchfulness = goneFor(4)
  let looks = 0
  for (; looks < 100; looks += 1) {
    const { next } = judgeLook(watchfulness, { ...facts, alive: false })
    if (next === undefined) break
    watchfulness = { ...goneFor(4), ...next.watchfulness }
  }
  expect(looks).toBe(8)
})
