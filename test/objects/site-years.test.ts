import { describe, expect, it } from 'vitest'
import { live } from '../../scripts/simulate/lived.mjs'
import { LivingSite } from '../../scripts/simulate/living-site.mjs'
import { Judge } from '../../scripts/simulate/site-judge.mjs'
import { START, lifeOf } from '../../scripts/simulate/site-life.mjs'

const DAYS = 10

/** The years themselves: `npm run simulate -- site 365`. */
describe('the life of a site, in brief', () => {
  it.each([
    ['feed', 8],
    ['structure', 8],
  ])('is told truly: %s %i', async (kind, seed) => {
    const lived = await live(seed, { kind, days: DAYS })
    expect(lived.faults).toEqual([])
    expect(lived.appeared).toBeGreaterThan(8)
    expect(lived.requests / DAYS / 24).toBeLessThan(8)
    expect(lived.kvDay).toBeLessThan(20)
  })
})

describe('who judges it', () => {
  const life = lifeOf(8, { kind: 'feed', days: 14 })
  const clock = () => START
  const judge = () => {
    const one = new Judge(life, new LivingSite(life, clock), clock)
    one.begin()
    return one
  }
  const newest = life.statements.at(-1)!
  const statement = {
    url: `http://wadi.example/news/bayan-${newest.n}`,
    title: newest.wordings[0].title,
    text: newest.wordings[0].paragraphs.join('\n'),
  }
  const kinds = (one: { faults: { kind: string }[] }) => one.faults.map(({ kind }) => kind)

  it('has nothing against what is true', () => {
    const one = judge()
    one.alert({ change: 'appeared', statement }, false)
    expect(kinds(one)).toEqual([])
  })

  it.each([
    [
      'twice',
      [
        { change: 'appeared', statement },
        { change: 'appeared', statement },
      ],
    ],
    ['other-text', [{ change: 'appeared', statement: { ...statement, text: 'نص آخر' } }]],
    ['false', [{ change: 'appeared', statement: { ...statement, url: 'http://wadi.example/' } }]],
    [
      'false-old',
      [{ change: 'appeared', statement: { ...statement, url: 'http://w.example/x-3' } }],
    ],
    [
      'false-revised',
      [
        { change: 'appeared', statement },
        { change: 'revised', statement },
      ],
    ],
    ['false-withdrawn', [{ change: 'withdrawn', statement }]],
    ['false-restored', [{ change: 'restored', statement }]],
  ])('sees %s', (kind, alerts) => {
    const one = judge()
    for (const alert of alerts) one.alert(alert, false)
    expect(kinds(one)).toContain(kind)
  })

  it('misses what was shown and never told, and a state that nobody was told of', () => {
    const site = new LivingSite(life, clock)
    const one = new Judge(life, site, () => life.end)
    one.begin()
    site.offered.set(newest.n, START)
    one.close()
    expect(kinds(one)).toContain('lost')
    expect(kinds(one)).toContain('untold')
  })
})
