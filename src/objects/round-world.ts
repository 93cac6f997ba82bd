import { addressPolicyOf, userAgentOf } from '../platform/env.ts'
import { GET_PATIENCE, guardedGet } from '../platform/guarded-fetch.ts'
import { planOf } from '../platform/plan.ts'
import type { Get } from '../sources/get.ts'
import type { Publisher } from '../sources/publisher.ts'
import type { Source } from '../sources/source.ts'
import type { HostGate, HostTurns } from './host-turns.ts'
import type { RunHome } from './run-home.ts'
import type { PublisherState } from './publisher-state.ts'
import type { RobotsGate } from './robots-gate.ts'
import type { TranslationJob } from './translation-jobs.ts'

/** What a round needs from the object and the platform. */
export interface RoundWorld {
  readonly publisher: Publisher
  readonly watchVersion: string
  readonly state: PublisherState
  readonly get: Get
  readonly hosts: HostGate
  readonly agent: string
  readonly authority: string
  /** Pages that one run may fetch besides the listing. */
  readonly pages: number
  /** Seconds to which the pace of a source that publishes seldom may go. */
  readonly ceiling: number
  readonly transact: (work: () => void) => void
  /** Hands statements of a publisher to whoever has machines translate them. */
  readonly offer: (publisher: string, jobs: readonly TranslationJob[]) => Promise<void>
  readonly clock: () => number
  readonly chance: () => number
}

/** What of its own the object gives to a round. */
interface RoundOwner extends Pick<RunHome, 'env' | 'state' | 'wire' | 'clock'> {
  readonly robots: RobotsGate
  readonly hosts: HostTurns
  readonly transact: (work: () => void) => void
}

/** Pages that one run fetches besides the listing: the free plan gives it 10 ms of CPU. */
const PAGES_A_RUN = { free: 5, paid: 20 } as const

/** A source that publishes seldom is looked at once an hour in its idle hours. */
const CEILING_SECONDS = 3_600

/** The world of a round over one source, with the real network, clock and chance. */
export function roundWorld(source: Source, owner: RoundOwner): RoundWorld {
  const { env, state, wire, clock, robots, hosts, transact } = owner
  const orders = state.orders()
  if (orders?.publisher === null || orders === undefined)
    throw new Error(`no orders for ${source.id}`)
  const policy = addressPolicyOf(env)
  const agent = userAgentOf(env)
  const get = hosts.behind((request) => guardedGet(request, policy, GET_PATIENCE, wire))
  return {
    publisher: orders.publisher,
    watchVersion: orders.watchVersion,
    state,
    get: source.robots === 'ignore' ? get : robots.behind({ get, agent, clock }),
    hosts,
    agent,
    authority: orders.authority,
    pages: PAGES_A_RUN[planOf(env)],
    // A local run is there to be watched: it polls as often as it was told.
    ceiling: policy.allowPrivate ? 0 : CEILING_SECONDS,
    transact,
    offer: async (id, jobs) => await env.TRANSLATOR.getByName('translator').offer(id, jobs),
    clock,
    chance: () => Math.random(),
  }
}
