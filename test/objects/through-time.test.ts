import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simulateYear, total } from '../../scripts/simulate/year.mjs'
import { type Item, SOURCE, SimulatedPublisher, feedPage } from './simulated-publisher.ts'

/** Five statements in up to three wordings each. */
const wording = fc.record({
  n: fc.integer({ min: 1, max: 5 }),
  edition: fc.integer({ min: 1, max: 3 }),
})

function item({ n, edition }: { readonly n: number; readonly edition: number }): Item {
  return {
    slug: `bayan-${n}`,
    title: `بيان رقم ${n}`,
    text: `نص البيان ${n} في طبعته ${edition}.`,
    date: `2026-01-0${n}T08:00:00Z`,
  }
}

/** One poll: a listing, each statement at most once; or what a site does when it is ill. */
const listing = fc.uniqueArray(wording, { selector: ({ n }) => n, minLength: 1, maxLength: 5 })
const illness = fc.constantFrom(
  { status: 503 },
  { body: '' },
  { body: '<rss><channel><title>x</title></channel></rss>', type: 'application/rss+xml' },
  { body: '<html><title>Just a moment...</title></html>' },
)

async function after(
  polls: readonly (readonly { n: number; edition: number }[])[],
  ill: readonly object[],
) {
  const world = new SimulatedPublisher()
  let wordings = 0
  for (const [at, poll] of polls.entries()) {
    world.pages.set(SOURCE.url, feedPage(poll.map(item)))
    await world.poll()
    const kept = world.sql.dump(['revisions'])['revisions'] ?? []
    // Nothing leaves the revisions.
    expect(kept.length).toBeGreaterThanOrEqual(wordings)
    wordings = kept.length
    const sick = ill[at % Math.max(1, ill.length)]
    if (sick === undefined) continue
    world.pages.set(SOURCE.url, sick)
    await world.poll()
    expect(world.sql.dump(['revisions'])['revisions']).toHaveLength(wordings)
  }
  return world
}

/** Each statement by its address, with every wording that it ever had. */
function known(world: SimulatedPublisher): Record<string, string[]> {
  const { statements } = world.state
  const found: Record<string, string[]> = {}
  for (let n = statements.numberAfter(0); n !== undefined; n = statements.numberAfter(n)) {
    const url = statements.load(n)?.statement.url ?? ''
    found[url] = [
      ...new Set(statements.wordings.all(n).map(({ contentHash }) => contentHash)),
    ].sort()
  }
  return found
}

describe('a publisher through time', () => {
  it('knows the same after the same polls, in any order and however often', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(listing, { minLength: 1, maxLength: 4 }),
        fc.array(illness, { maxLength: 2 }),
        fc.infiniteStream(fc.nat()),
        async (polls, ill, dice) => {
          const once = await after(polls, [])
          const twice = [...polls, ...polls]
          const mixed = twice
            .map((poll) => ({ poll, place: dice.next().value ?? 0 }))
            .sort((one, other) => one.place - other.place)
            .map(({ poll }) => poll)
          expect(known(await after(mixed, ill))).toEqual(known(once))
        },
      ),
      { numRuns: 20 },
    )
  })

  it('writes nothing more when the last poll is repeated', async () => {
    await fc.assert(
      fc.asyncProperty(listing, async (poll) => {
        const world = await after([poll, poll], [])
        const tables = ['statements', 'revisions', 'identities', 'entries', 'alerts'] as const
        const before = world.sql.dump(tables)
        await world.poll()
        await world.poll()
        expect(world.sql.dump(tables)).toEqual(before)
      }),
      { numRuns: 10 },
    )
  })

  it('keeps to the budget, lists no keys of KV, and finds its pairs', async () => {
    const days = 12
    const year = await simulateYear(days)
    const { appeared, revised } = year.counts
    const { snapshot = 0, statement = 0, revision = 0 } = year.kv
    const changes = total(year.counts)
    // At most three writes a change, one more for an older wording, one more for a pair.
    expect(snapshot).toBeLessThanOrEqual(changes + year.pairs)
    expect(statement).toBeLessThanOrEqual(changes + year.pairs)
    expect(year.all).toBeLessThanOrEqual(changes + year.pairs)
    expect(revision).toBe(revised)
    expect(year.unchanged).toMatchObject({ rows: 1, kv: 0 })
    expect(year.lists).toBe(0)
    expect(year.pairs).toBe(appeared / 2)
    expect(total(year.rows) / changes).toBeLessThan(40)
  })

  it('finds everything by an index, however many statements there are', () => {
    const { sql } = new SimulatedPublisher()
    const plans = [
      'SELECT number FROM identities WHERE key = 1',
      'SELECT value FROM statements WHERE number = 1',
      'SELECT value FROM revisions WHERE place = 1',
      'SELECT value FROM revisions WHERE place > 1 AND place < 2 ORDER BY place',
      'SELECT number FROM awaited WHERE address = 1',
      'SELECT MAX(number) AS n FROM statements',
      'SELECT MIN(number) AS n FROM statements WHERE number > 1',
      'SELECT value FROM alerts WHERE number = 1 AND watch = 1',
      'SELECT MIN(due) FROM chores',
    ].map((query) => sql.plan(query))
    for (const plan of plans) expect(plan).toContain('SEARCH')
  })
})
