import { describe, expect, it } from 'vitest'
import { tieOrPart } from '../../src/objects/operator-ties.ts'
import { pairsToJudge } from '../../src/objects/pairs-to-judge.ts'
import { BRIDGE_AR, BRIDGE_EN } from './bridge-pair.ts'
import {
  BILINGUAL,
  ENGLISH_SOURCE,
  type Item,
  SOURCE,
  SimulatedPublisher,
  feedPage,
} from './simulated-publisher.ts'

const SCHOOL_EN: Item = {
  slug: 'en/school',
  title: 'Council opens three schools in Latakia',
  date: '2026-01-05T09:00:00Z',
  text: 'The River Council opened three schools in Latakia with 640 pupils on Sunday. Teachers from Tartus joined the training workshop, and the ministry of education sent a delegation to the conference.',
}

async function following(): Promise<SimulatedPublisher> {
  const world = new SimulatedPublisher(BILINGUAL)
  await world.pollBoth(
    [{ slug: 'old', title: 'قديم', text: 'نص قديم' }],
    [{ slug: 'en/old', title: 'old', text: 'old' }],
  )
  await world.pass(1_000)
  return world
}

function translation(world: SimulatedPublisher, number: number) {
  return world.state.statements.load(number)?.statement.translation ?? null
}

describe('pairs that no page declares', () => {
  it('are found when the second half appears, and published at both', async () => {
    const world = await following()
    await world.pollBoth([BRIDGE_AR], [BRIDGE_EN, SCHOOL_EN])
    const tied = translation(world, 3)
    expect(tied?.title).toBe(BRIDGE_EN.title)
    expect(tied?.by).toBe('inferred')
    expect(tied?.confidence).toBeGreaterThanOrEqual(0.8)
    const partner = Number(tied?.id.split('-')[1])
    expect(translation(world, partner)?.id).toBe('nahr-3')
    const kept = await world.kv.get('statement:nahr-3', 'json')
    expect(kept).toMatchObject({ statement: { translation: { by: 'inferred' } } })
  })

  it('share one alert where both come in one run of the object', async () => {
    const world = await following()
    world.pages.set(SOURCE.url, feedPage([BRIDGE_AR]))
    await world.poll(SOURCE)
    const before = world.alerts().length
    world.pages.set(ENGLISH_SOURCE.url, feedPage([BRIDGE_EN]))
    await world.poll(ENGLISH_SOURCE)
    // The late partner makes no new alert.
    expect(world.alerts()).toHaveLength(before)
  })

  it('are found in runs of their own where a first listing brings many', async () => {
    const world = new SimulatedPublisher(BILINGUAL)
    const others = Array.from({ length: 8 }, (_, n) => ({
      ...SCHOOL_EN,
      slug: `en/${n}`,
      title: `Council ${n}`,
    }))
    await world.pollBoth([BRIDGE_AR], [BRIDGE_EN, ...others])
    expect(translation(world, 1)).toBeNull()
    await world.pass(60_000)
    expect(translation(world, 1)?.title).toBe(BRIDGE_EN.title)
    expect(world.alerts()).toEqual([])
  })

  it('are found for a partner that comes thirteen days late, which tells nobody again', async () => {
    const world = await following()
    world.pages.set(SOURCE.url, feedPage([BRIDGE_AR]))
    await world.poll(SOURCE)
    const told = world.alerts()
    await world.pass(13 * 86_400_000)
    world.pages.set(ENGLISH_SOURCE.url, feedPage([{ ...BRIDGE_EN, date: '2026-01-18T07:00:00Z' }]))
    await world.poll(ENGLISH_SOURCE)
    expect(translation(world, 3)).toMatchObject({ title: BRIDGE_EN.title, by: 'inferred' })
    expect(world.alerts()).toEqual(told)
    // The place and the dates of both stand; the pair is published at both.
    const kept = await world.kv.get('statement:nahr-3', 'json')
    expect(kept).toMatchObject({ statement: { revision: 1, translation: { id: 'nahr-4' } } })
  })

  it('are not found for a partner that comes after 14 days', async () => {
    const world = await following()
    world.pages.set(SOURCE.url, feedPage([BRIDGE_AR]))
    await world.poll(SOURCE)
    world.pages.set(ENGLISH_SOURCE.url, feedPage([{ ...BRIDGE_EN, date: '2026-01-25T07:00:00Z' }]))
    world.now += 20 * 86_400_000
    await world.poll(ENGLISH_SOURCE)
    expect(translation(world, 3)).toBeNull()
  })

  it('stay apart where an operator took them apart, and are tied where one ties them', async () => {
    const world = await following()
    await world.pollBoth([BRIDGE_AR], [BRIDGE_EN])
    expect(tieOrPart(3, null, world.state, world.now)).toBe('done')
    expect([translation(world, 3), translation(world, 4)]).toEqual([null, null])
    await world.pass(60_000)
    expect(translation(world, 3)).toBeNull()
    expect(tieOrPart(3, 'nahr-4', world.state, world.now)).toBe('done')
    expect(translation(world, 4)).toMatchObject({ id: 'nahr-3', by: 'operator', confidence: 1 })
    expect(tieOrPart(3, 'nahr-1', world.state, world.now)).toBe('one-language')
    expect(tieOrPart(3, 'other-4', world.state, world.now)).toBe('unknown-partner')
    expect(tieOrPart(99, 'nahr-4', world.state, world.now)).toBe('unknown')
  })

  it('are shown to the operator: what was tied, and what was too doubtful to tie', async () => {
    const world = await following()
    // A second one that fits as well makes both doubtful.
    const second = {
      ...BRIDGE_EN,
      slug: 'en/second',
      title: 'Strike on the Rastan bridge condemned by the Council',
      text: `${BRIDGE_EN.text}\nThe Council will follow the inquiry and publish what it learns of it, said a spokesman.`,
    }
    world.pages.set(ENGLISH_SOURCE.url, feedPage([BRIDGE_EN, second, SCHOOL_EN]))
    await world.poll(ENGLISH_SOURCE)
    world.pages.set(SOURCE.url, feedPage([BRIDGE_AR]))
    await world.poll(SOURCE)
    expect(translation(world, 6)).toBeNull()
    const doubtful = pairsToJudge(world.state)
    expect(doubtful.map(({ state, ar }) => [state, ar.id])).toEqual([
      ['likely', 'nahr-6'],
      ['likely', 'nahr-6'],
    ])
    expect(new Set(doubtful.map(({ en }) => en.title))).toEqual(
      new Set([BRIDGE_EN.title, second.title]),
    )
    const [best] = doubtful
    expect(tieOrPart(6, best?.en.id ?? null, world.state, world.now)).toBe('done')
    // What somebody has judged waits for nobody.
    expect(pairsToJudge(world.state)).toEqual([])
  })

  it('that comparing tied are shown, the least certain first, until somebody confirms them', async () => {
    const world = await following()
    await world.pollBoth([BRIDGE_AR], [BRIDGE_EN])
    const [tied] = pairsToJudge(world.state)
    expect(tied).toMatchObject({ state: 'inferred', ar: { id: 'nahr-3' }, en: { id: 'nahr-4' } })
    tieOrPart(3, 'nahr-4', world.state, world.now)
    expect(pairsToJudge(world.state)).toEqual([])
  })
})
