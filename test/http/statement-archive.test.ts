import { beforeAll, describe, expect, it } from 'vitest'
import { statements } from '../../src/http/statements.ts'
import { eraseStatement } from '../../src/objects/erase.ts'
import { prepareKept } from '../../src/objects/prepare-kept.ts'
import type { BayanEnv } from '../../src/platform/env.ts'
import type { Item } from '../objects/simulated-publisher.ts'
import { ArchiveWorld, type Listed } from './archive-world.ts'

const DAY = 86_400_000
/** The first of the statements, one a day and a bit: 400 are fourteen months. */
const FIRST = Date.parse('2024-11-02T09:00:00Z')
const NOW = FIRST + 425 * DAY
const dateOf = (n: number) => new Date(FIRST + n * 1.05 * DAY).toISOString()

const item = (n: number, text = `نص البيان ${n} عن الطريق.`): Item => ({
  slug: `bayan-${n}`,
  title: `بيان رقم ${n}`,
  text,
  date: dateOf(n),
})

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)
const dates = (found: readonly Listed[]) => found.map(({ published }) => published)
const q = (query: string) => `q=${encodeURIComponent(query)}`

async function say(world: ArchiveWorld, id: string, numbers: readonly number[]): Promise<void> {
  for (let at = 0; at < numbers.length; at += 50)
    await world.say(
      id,
      numbers.slice(at, at + 50).map((n) => item(n, n === 3 ? 'سقط جسر الرقة.' : undefined)),
    )
}

describe('the list of a publisher with 400 statements in fourteen months', () => {
  let world: ArchiveWorld
  let newest = 400
  beforeAll(async () => {
    world = new ArchiveWorld(NOW)
    await say(world, 'nahr', range(0, 400))
    await world.pass()
  })

  it('gives each exactly once, in order, while new ones arrive between pages', async () => {
    const { found } = await world.walk('publisher=nahr', async () => {
      await world.say('nahr', [item((newest += 1))])
    })
    expect(dates(found)).toEqual(range(0, 400).map(dateOf).toReversed())
    expect(new Set(found.map(({ id }) => id)).size).toBe(400)
  })

  it('finds a statement of the oldest month by a query', async () => {
    const { found, pages } = await world.walk(`publisher=nahr&${q('"جسر الرقة"')}`)
    expect(dates(found)).toEqual([dateOf(3)])
    expect(pages).toBeLessThanOrEqual(5)
  })

  it('looks into the months that are asked for, and no other', async () => {
    const asked = 'publisher=nahr&since=2025-03-01T00:00:00Z&until=2025-04-01T00:00:00Z'
    const { found, reads } = await world.walk(asked)
    expect(dates(found)).toEqual(
      range(0, 400)
        .map(dateOf)
        .filter((date) => date.startsWith('2025-03'))
        .toReversed(),
    )
    const months = reads.filter((key) => key.startsWith('archive:'))
    expect(new Set(months)).toEqual(new Set(['archive:nahr:2025-03']))
  })

  it('asks the next page of nobody who has them all', async () => {
    const { items, cursor } = await world.ask(`publisher=nahr&until=${dateOf(19)}`)
    expect([items.length, cursor]).toEqual([19, null])
    const full = await world.ask(`publisher=nahr&until=${dateOf(20)}`)
    expect([full.items.length, full.cursor]).toEqual([20, null])
  })

  it('looks for what changed lately into the months that did', async () => {
    const now = new Date(world.now).toISOString()
    const { found, pages, reads } = await world.walk(`publisher=nahr&changed_since=${now}`)
    expect([found, pages]).toEqual([[], 1])
    expect(reads.length).toBeLessThanOrEqual(6)
    await world.say('nahr', [item(150, 'نص آخر تماما عن الجسر.')])
    await world.pass()
    const changed = await world.walk(`publisher=nahr&changed_since=${now}`)
    expect([dates(changed.found), changed.pages]).toEqual([[dateOf(150)], 1])
    const all = await world.walk('publisher=nahr&changed_since=2020-01-01T00:00:00Z')
    expect(all.found.length).toBeGreaterThanOrEqual(400)
  })

  it('refuses a cursor that is none of ours, in words', async () => {
    const env = { PUBLISHED: world.kv.kv, PLAN: 'free' } as unknown as BayanEnv
    const place = '2025-03~_~_~'
    for (const { because, cursor } of [
      { because: 'the cursor of an older version', cursor: 'nahr-12' },
      { because: 'no letters of ours', cursor: '%F0%9F%8C%8A_~_~' },
      { because: 'a place with a part too few', cursor: '2025-03~_~' },
      { because: 'two places without a publisher', cursor: `${place}_${place}` },
      {
        because: 'more publishers than are read at once',
        cursor: `${place}_${place}_a_b_c_d_e`,
      },
      { because: 'no id of a publisher', cursor: `${place}_${place}_a/b` },
      { because: 'as long as an address may be', cursor: `${place}${'a'.repeat(5_000)}` },
    ]) {
      const response = await statements.request(`/?cursor=${cursor}`, {}, env)
      expect(response.status, because).toBe(422)
      const { errors }: { errors: { field: string; detail_ar: string }[] } = await response.json()
      expect(errors, because).toMatchObject([{ field: 'cursor' }])
      expect(errors[0]?.detail_ar, because).toMatch(/[\u0621-\u064A]/)
    }
  })

  it('gives nothing of others to a cursor that another list gave', async () => {
    const cursor = '2025-03~_~_~_2025-03~_~_~_sahl_wadi'
    const { items } = await world.ask(`publisher=nahr&cursor=${cursor}`)
    expect(items.every(({ id }) => id.startsWith('nahr-'))).toBe(true)
  })

  it('is right of what was withdrawn or erased since its month was written', async () => {
    const { state } = world.publishers.get('nahr') ?? {}
    const number = (n: number) => state?.statements.titled(`بيان رقم ${n}`, dateOf(n)) ?? 0
    const shell = state?.statements.load(number(100))
    if (state === undefined || shell === undefined) throw new Error('the statement is not there')
    const since = new Date(NOW + 5 * DAY).toISOString()
    const gone = { ...shell.statement, state: 'withdrawn', stateSince: since } as const
    state.statements.save(number(100), { ...shell, statement: gone }, undefined)
    state.entries.keep(prepareKept({ statement: gone }))
    state.outbox.addOnce('snapshot', '')
    eraseStatement(number(101), 'asked for', state, world.now)
    const stale = world.kv.kept.get(`archive:nahr:${dateOf(100).slice(0, 7)}`)
    await world.pass(2_000)
    if (stale !== undefined) world.kv.kept.set(`archive:nahr:${dateOf(100).slice(0, 7)}`, stale)
    const asked = `publisher=nahr&since=${dateOf(99)}&until=${dateOf(103)}`
    expect((await world.walk(asked)).found.map(({ title, state: told }) => [title, told])).toEqual([
      ['بيان رقم 102', 'current'],
      ['بيان رقم 100', 'withdrawn'],
      ['بيان رقم 99', 'current'],
    ])
    expect(dates((await world.walk(`${asked}&state=withdrawn`)).found)).toEqual([dateOf(100)])
  })
})

describe('a month of many statements', () => {
  it('matches no more texts at once than the plan carries, and goes on from there', async () => {
    const world = new ArchiveWorld(NOW)
    const hour = (n: number) => new Date(FIRST + n * 3_600_000).toISOString()
    for (let from = 0; from < 350; from += 50) {
      const items = range(from, from + 50).map((n) => ({
        ...item(n, n === 3 ? 'سقط جسر الرقة.' : undefined),
        date: hour(n),
      }))
      await world.say('nahr', items)
    }
    await world.pass()
    const asked = `publisher=nahr&${q('الرقة')}`
    const first = await world.ask(asked)
    expect([first.items, first.cursor === null]).toEqual([[], false])
    const second = await world.ask(`${asked}&cursor=${first.cursor}`)
    expect([dates(second.items), second.cursor]).toEqual([[hour(3)], null])
    const paid = await world.ask(asked, 'paid')
    expect([dates(paid.items), paid.cursor]).toEqual([[hour(3)], null])
  })
})

describe('a day of more statements than a snapshot holds', () => {
  it('loses none between the snapshot and the month, at two more writes', async () => {
    const world = new ArchiveWorld(NOW)
    const minute = (n: number) => new Date(NOW + n * 60_000).toISOString()
    const items = (from: number, to: number) =>
      range(from, to).map((n) => ({ ...item(n), date: minute(n) }))
    for (let from = 0; from < 130; from += 10) {
      await world.say('nahr', items(from, from + 10))
      await world.pass(60 * 60_000)
      const { found } = await world.walk('publisher=nahr')
      expect(dates(found)).toEqual(
        range(0, from + 10)
          .map(minute)
          .toReversed(),
      )
    }
    expect(world.kv.writes['archive']).toBe(3)
  })
})

describe('the list of all publishers', () => {
  const two = ['nahr', 'sahl']
  const seven = ['badia', 'furat', 'jabal', 'nahr', 'sahl', 'wadi', 'zahra']

  /** One of the publishers says as much as four others, so that its snapshot does not hold everything. */
  async function worldOf(ids: readonly string[], count: number): Promise<ArchiveWorld> {
    const world = new ArchiveWorld(NOW)
    const owner = (n: number) => Math.min(n % (ids.length + 3), ids.length - 1)
    for (const [at, id] of ids.entries())
      await say(
        world,
        id,
        range(0, count).filter((n) => owner(n) === at),
      )
    await world.pass()
    return world
  }

  let ofTwo: ArchiveWorld
  let ofSeven: ArchiveWorld
  let newest = 280
  beforeAll(async () => {
    ofTwo = await worldOf(two, 160)
    ofSeven = await worldOf(seven, 280)
  })

  it('is in order where two publishers are gone through together', async () => {
    const { found } = await ofTwo.walk('', async (page) => {
      await ofTwo.say(two[page % 2] ?? '', [item((newest += 1))])
    })
    expect(dates(found)).toEqual(range(0, 160).map(dateOf).toReversed())
  })

  it('gives each exactly once, month by month, of many publishers', async () => {
    const { found } = await ofSeven.walk('', async (page) => {
      await ofSeven.say(seven[page % 7] ?? '', [item((newest += 1))])
    })
    expect(dates(found).toSorted()).toEqual(range(0, 280).map(dateOf))
    const months = dates(found).map((date) => date.slice(0, 7))
    expect(months).toEqual(months.toSorted().toReversed())
  })

  it('finds what stands in no snapshot', async () => {
    const { found } = await ofSeven.walk(q('الرقة'))
    expect(dates(found)).toEqual([dateOf(3)])
  })

  it('keeps the months of a publisher that was deleted', async () => {
    await ofTwo.list(['nahr'])
    ofTwo.kv.kept.delete('snapshot:sahl')
    const { found } = await ofTwo.walk(`until=${dateOf(160)}`)
    expect(dates(found)).toEqual(range(0, 160).map(dateOf).toReversed())
  })
})
