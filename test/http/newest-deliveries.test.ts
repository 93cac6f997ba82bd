import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newestDeliveries, placeOf } from '../../src/http/newest-deliveries.ts'
import {
  DeliveryLog,
  type DeliveryRecord,
  type DeliveryState,
  type LogPlace,
} from '../../src/objects/delivery-log.ts'
import { DELIVERIES_SCHEMA } from '../../src/objects/delivery-schema-table.ts'
import { DeliveryStore } from '../../src/objects/delivery-store.ts'
import { NodeSql } from '../objects/node-sql.ts'

const NOW = Date.parse('2026-11-26T03:00:00Z')

/** Endpoints' logs as their objects keep them, and how often each was asked. */
class Endpoints {
  readonly #stores = new Map<string, { store: DeliveryStore; log: DeliveryLog }>()
  asked: string[] = []
  #made = 0

  readonly names: readonly string[]

  constructor(names: readonly string[]) {
    this.names = names
    for (const name of names) {
      const { sql } = new NodeSql()
      sql.run(DELIVERIES_SCHEMA)
      const log = new DeliveryLog(sql, () => name)
      this.#stores.set(name, { store: new DeliveryStore(sql), log })
    }
  }

  /** @param at ms after the moment at which the test begins */
  accept(name: string, at: number, state: DeliveryState = 'pending'): string {
    const id = `msg_${(this.#made += 1)}`
    const message = { kind: 'test', at: '2026-11-26T03:00:00.000Z' } as const
    this.#stores.get(name)?.store.add({ id, endpoint: name, message }, state, null, NOW + at)
    return id
  }

  /** Page after page, as the API makes them; `between` is done before each but the first. */
  async walk(size: number, state?: DeliveryState, between = () => {}) {
    const ask = async (name: string, before: LogPlace | undefined, limit: number) => {
      this.asked.push(name)
      return this.#stores.get(name)?.log.list(state, before, limit) ?? []
    }
    const pages: (readonly DeliveryRecord[])[] = []
    for (;;) {
      if (pages.length > 0) between()
      const last = pages.at(-1)?.at(-1)
      const from = last === undefined ? undefined : placeOf(last)
      const { found: page } = await newestDeliveries(this.names, from, size, ask)
      if (page.length === 0) return pages
      pages.push(page)
    }
  }
}

const name = fc.constantFrom('alpha', 'beta', 'gamma', 'delta')
/** Few moments, so that many are accepted at the same one; clocks may go back. */
const accepted = fc.record({ name, at: fc.integer({ min: 0, max: 12 }) })

describe('the log over all endpoints', () => {
  it('shows each delivery once, newest first, whatever is accepted meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(accepted, { maxLength: 60 }),
        fc.array(accepted, { maxLength: 20 }),
        fc.integer({ min: 1, max: 9 }),
        async (before, meanwhile, size) => {
          const endpoints = new Endpoints(['alpha', 'beta', 'delta', 'gamma'])
          const ids = before.map((one) => endpoints.accept(one.name, one.at))
          const coming = [...meanwhile]
          // By then it is later than all that was there.
          const next = () => {
            const one = coming.pop()
            if (one !== undefined) endpoints.accept(one.name, 20 + one.at)
          }
          const seen = (await endpoints.walk(size, undefined, next)).flat()
          expect(seen.map(({ id }) => id).sort()).toEqual(ids.sort())
          const times = seen.map((one) => one.accepted)
          expect(times).toEqual(times.toSorted().reverse())
        },
      ),
      { numRuns: 30 },
    )
  })

  it('shows what came in the cursor’s own moment once, or not at all, and the rest in full', async () => {
    const endpoints = new Endpoints(['a', 'b', 'c'])
    const ids = ['b', 'a', 'c', 'b', 'a'].map((one) => endpoints.accept(one, 5))
    const late: string[] = []
    const next = () => {
      if (late.length < 6) late.push(...['a', 'b', 'c'].map((one) => endpoints.accept(one, 5)))
    }
    const seen = (await endpoints.walk(2, undefined, next)).flat().map(({ id }) => id)
    expect(new Set(seen).size, 'none twice').toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(ids))
  })

  it('of one state, as the operator asks at night for dead letters', async () => {
    const endpoints = new Endpoints(['a', 'b'])
    const dead = [1, 2, 3, 4].map((at) => {
      endpoints.accept('a', at)
      endpoints.accept('b', at, 'delivered')
      return endpoints.accept(at % 2 === 0 ? 'a' : 'b', at, 'abandoned')
    })
    const pages = await endpoints.walk(3, 'abandoned')
    expect(pages.flat().map(({ id }) => id)).toEqual(dead.toReversed())
  })

  it.each([
    { because: 'all are sent to alike', busy: (n: number) => `e-${n % 50}`, most: 100 },
    { because: 'one alone is sent to', busy: () => 'e-7', most: 51 },
    { because: 'three of them are', busy: (n: number) => `e-${n % 3}`, most: 53 },
  ])('asks few of fifty objects a second time where $because', async ({ busy, most }) => {
    const names = Array.from({ length: 50 }, (_, n) => `e-${n}`)
    const endpoints = new Endpoints(names)
    for (let n = 0; n < 110; n++) endpoints.accept(busy(n), n)
    await endpoints.walk(51)
    const pages = Math.ceil(110 / 51) + 1
    expect(endpoints.asked.length).toBeLessThanOrEqual(pages * most)
    expect(endpoints.asked.length).toBeGreaterThanOrEqual(pages * 50)
  })
})
