import { expect, it } from 'vitest'
import { PublisherRuns } from '../../src/objects/publisher-runs.ts'
import type { BayanEnv } from '../../src/platform/env.ts'
import { Published } from '../../src/platform/published.ts'
import type { Source } from '../../src/sources/source.ts'
import type { Get } from '../../src/sources/get.ts'
import { PUBLISHER, SOURCE, SimulatedPublisher, feedPage } from './simulated-publisher.ts'

const URLS = ['https://nahr.example/a', 'https://nahr.example/b'] as const
const [ONE, OTHER] = URLS.map((url, n): Source => ({ ...SOURCE, id: `nahr-${n}`, url })) as [
  Source,
  Source,
]
const NO_BYTES = new Uint8Array(0)
const VARS = { BASE_URL: 'https://bayan.example', PLAN: 'free', ALLOW_PRIVATE_NETWORK: 'false' }

/** A publisher's runs over what is kept of it; each call is a start of its object anew. */
function started(world: SimulatedPublisher, answer: (path: string) => number, asked: string[]) {
  return new PublisherRuns({
    env: VARS as unknown as BayanEnv,
    state: world.state,
    storage: {
      transactionSync: (work) => work(),
      setAlarm: () => Promise.resolve(),
      deleteAlarm: () => Promise.resolve(),
    },
    wire: {
      fetch: ({ pathname }) => {
        asked.push(pathname)
        const status = pathname === '/robots.txt' ? 404 : answer(pathname)
        const headers = new Headers(status === 429 ? { 'retry-after': '7200' } : {})
        const { body } = feedPage([{ slug: 'x', title: 'بيان', text: 'نص عن الجسر.' }])
        return Promise.resolve({ status, headers, body: new Response(body).body })
      },
      ringAfter: () => 0,
      silence: () => undefined,
    },
    neighbours: () => ({
      published: new Published(world.kv.kv),
      deliver: () => Promise.resolve(),
      hub: () => Promise.resolve(),
      front: () => Promise.resolve(0),
      note: () => Promise.resolve(),
      forget: () => Promise.resolve(),
    }),
    turn: () => Promise.resolve({ until: Infinity }),
    clock: () => world.now,
  })
}

it('holds no source by a pause that a good answer to a sibling ended, after a restart either', async () => {
  const world = new SimulatedPublisher({ ...PUBLISHER, sources: [ONE, OTHER] })
  const asked: string[] = []
  await started(world, () => 429, asked).pollNow()
  const pauses = () => [ONE, OTHER].map(({ id }) => world.state.source(id).pausedUntil > world.now)
  expect(pauses()).toEqual([true, true])
  // Started anew, and stopped between the two: the second is not polled any more.
  const { hosts } = started(world, () => 200, asked)
  await hosts.press(ONE.url)
  const answer: Get = ({ url }) =>
    Promise.resolve({ kind: 'answer', url, status: 200, headers: new Headers(), bytes: NO_BYTES })
  await hosts.behind(answer)({ url: ONE.url, headers: {}, maxBytes: 100 })
  expect(pauses()).toEqual([false, false])
  expect(started(world, () => 200, asked).hosts.heldUntil(OTHER.url)).toBe(0)
})
