import { beforeAll, describe, expect, it } from 'vitest'
import { statements } from '../../src/http/statements.ts'
import type { BayanEnv } from '../../src/platform/env.ts'
import { Published } from '../../src/platform/published.ts'
import { MemoryKv } from '../objects/memory-kv.ts'
import {
  type Item,
  PUBLISHER,
  SOURCE,
  SimulatedPublisher,
  feedPage,
} from '../objects/simulated-publisher.ts'

const DAY = 86_400_000
const COUNT = 400
/** The first of 400 statements, one a day and a bit: fourteen months of them. */
const FIRST = Date.parse('2024-11-02T09:00:00Z')
const dateOf = (n: number) => new Date(FIRST + n * 1.05 * DAY).toISOString()

const item = (n: number): Item => ({
  slug: `bayan-${n}`,
  title: `بيان رقم ${n}`,
  text: n === 3 ? 'سقط جسر الرقة القديم في الليل.' : `نص البيان ${n} عن الطريق.`,
  date: dateOf(n),
})

/** A namespace that counts the reads of one answer. */
class CountingKv extends MemoryKv {
  reads: string[] = []

  override async get(key: string, type: 'json' | 'arrayBuffer' | 'text') {
    this.reads.push(key)
    return await super.get(key, type)
  }

  override async getWithMetadata(key: string) {
    this.reads.push(key)
    return await super.getWithMetadata(key)
  }
}

interface Answer {
  readonly items: { readonly id: string; readonly published: string; readonly text: string }[]
  readonly cursor: string | null
}

interface World {
  readonly publisher: SimulatedPublisher
  readonly kv: CountingKv
}

const PUBLIC = {
  id: 'nahr',
  name: PUBLISHER.name,
  site: PUBLISHER.site,
  languages: ['ar'],
  sources: [{ id: SOURCE.id, language: 'ar', url: SOURCE.url }],
} as const

async function lived(): Promise<World> {
  const kv = new CountingKv()
  const publisher = new SimulatedPublisher(PUBLISHER, [], kv)
  publisher.now = FIRST + 425 * DAY
  for (let from = 0; from < COUNT; from += 50) {
    const chunk = Array.from({ length: 50 }, (_, at) => item(from + at))
    await say(publisher, chunk)
  }
  // A month that was written before the rest of it came is written again a day later.
  publisher.now += DAY
  await publisher.tell()
  await new Published(kv.kv).savePublishers([PUBLIC])
  return { publisher, kv }
}

/** The source shows these now; what follows is told, and the months are written. */
async function say(publisher: SimulatedPublisher, items: readonly Item[]): Promise<void> {
  publisher.pages.set(SOURCE.url, feedPage(items.toReversed()))
  await publisher.poll(SOURCE)
  publisher.now += 2 * 60_000
  await publisher.tell()
}

async function ask({ kv }: World, query: string): Promise<Answer> {
  kv.reads = []
  const env = { PUBLISHED: kv.kv, PLAN: 'free' } as unknown as BayanEnv
  const response = await statements.request(`/?${query}`, {}, env)
  expect(response.status, query).toBe(200)
  expect(kv.reads.length, `${query}: ${kv.reads.join(' ')}`).toBeLessThanOrEqual(6)
  return await response.json()
}

/** Every page of a question; `between` happens before each but the first. */
async function walkThrough(world: World, query: string, between?: (page: number) => Promise<void>) {
  const found: Answer['items'] = []
  let cursor: string | null = ''
  let pages = 0
  for (; cursor !== null && pages < 200; pages += 1) {
    if (pages > 0) await between?.(pages)
    const answer: Answer = await ask(world, `${query}&cursor=${encodeURIComponent(cursor)}`)
    found.push(...answer.items)
    cursor = answer.cursor
  }
  expect(cursor).toBeNull()
  return { found, pages }
}

describe('the list of a publisher with 400 statements in fourteen months', () => {
  let world: World
  beforeAll(async () => {
    world = await lived()
  })

  it('gives each exactly once, in order, while new ones arrive between pages', async () => {
    const before = Array.from({ length: COUNT }, (_, n) => dateOf(COUNT - 1 - n))
    const { found } = await walkThrough(world, 'publisher=nahr', async (page) => {
      await say(world.publisher, [item(COUNT + page)])
    })
    expect(found.map(({ published }) => published)).toEqual(before)
    expect(new Set(found.map(({ id }) => id)).size).toBe(COUNT)
  })

  it('finds a statement of the oldest month by a query', async () => {
    const { found, pages } = await walkThrough(
      world,
      `publisher=nahr&q=${encodeURIComponent('"جسر الرقة"')}`,
    )
    expect(found.map(({ published }) => published)).toEqual([dateOf(3)])
    expect(pages).toBeLessThanOrEqual(5)
  })
})
