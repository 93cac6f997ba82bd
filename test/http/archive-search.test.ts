import { beforeAll, describe, expect, it } from 'vitest'
import { searchArchive } from '../../src/http/archive-search.ts'
import type { BayanEnv } from '../../src/platform/env.ts'
import type { ArchivedStatement } from '../../src/watches/archived-statement.ts'
import { ArchiveWorld } from './archive-world.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-01-20T09:00:00Z')
const dateOf = (n: number) => new Date(NOW - n * DAY).toISOString()

/** A statement a day for so many days, newest last. */
async function say(world: ArchiveWorld, id: string, days: number): Promise<void> {
  for (let from = days; from > 0; from -= 50) {
    const numbers = Array.from({ length: Math.min(50, from) }, (_, at) => from - at)
    const items = numbers.map((n) => ({
      slug: `${id}-${n}`,
      title: `بيان ${n}`,
      text: `نص ${n}.`,
      date: dateOf(n),
    }))
    await world.say(id, items)
  }
}

describe('a back-test over the archive', () => {
  let world: ArchiveWorld
  beforeAll(async () => {
    world = new ArchiveWorld(NOW)
    for (const [id, days] of [
      ['badia', 60],
      ['nahr', 320],
      ['sahl', 55],
    ] as const)
      await say(world, id, days)
    await world.pass()
  })

  async function search(plan: 'free' | 'paid', days: number, publishers: readonly string[] = []) {
    const env = { PUBLISHED: world.kv.kv, PLAN: plan } as unknown as BayanEnv
    const found: ArchivedStatement[] = []
    world.kv.reads = []
    const searched = await searchArchive(env, { since: dateOf(days), publishers }, (one) =>
      found.push(one),
    )
    expect(new Set(found.map(({ id }) => id)).size, 'each once').toBe(found.length)
    return { ...searched, found, reads: world.kv.reads.length }
  }

  it('searches all that was asked for, where the plan carries it', async () => {
    const { complete, reached, found } = await search('paid', 300)
    expect([complete, reached, found.length]).toEqual([true, dateOf(300), 300 + 60 + 55])
  })

  it('looks at the publishers that were asked for', async () => {
    const one = await search('paid', 300, ['nahr'])
    expect([one.complete, one.found.length]).toEqual([true, 300])
    const two = await search('paid', 300, ['badia', 'sahl'])
    expect([two.complete, two.found.length]).toEqual([true, 60 + 55])
    const none = await search('paid', 300, ['nobody'])
    expect([none.complete, none.found.length]).toEqual([true, 0])
  })

  it.each([
    { because: 'of one publisher by its months', publishers: ['nahr'] },
    { because: 'of all by months of several', publishers: [] },
  ])('says how far it came, and everything after that was searched: $because', async (row) => {
    const { complete, reached, found, reads } = await search('free', 310, row.publishers)
    expect(complete).toBe(false)
    expect(reads).toBeLessThanOrEqual(10)
    expect(found.length).toBeLessThanOrEqual(300)
    const days = { badia: 60, nahr: 320, sahl: 55 }
    for (const [id, kept] of Object.entries(days)) {
      if (row.publishers.length > 0 && !row.publishers.includes(id)) continue
      const expected = Array.from({ length: kept }, (_, at) => dateOf(at + 1)).filter(
        (date) => date > reached,
      )
      const dates = new Set(
        found.filter(({ publisher }) => publisher === id).map(({ published }) => published),
      )
      expect(
        expected.filter((date) => !dates.has(date)),
        id,
      ).toEqual([])
    }
    expect(reached < dateOf(80)).toBe(true)
  })

  it('does not call complete what an older version wrote, which does not say what it left out', async () => {
    const { kept } = world.kv
    const now = kept.get('snapshot:all')
    const text = new TextDecoder().decode(now?.value).replace(/"older":\{.*?\}\},/, '')
    kept.set('snapshot:all', { value: new TextEncoder().encode(text), metadata: now?.metadata })
    const { complete, found, reached } = await search('paid', 300)
    expect([complete, found.length, found.at(-1)?.published]).toEqual([false, 50, reached])
  })
})
