import { type BayanEnv, publicHubsOf } from '../platform/env.ts'
import { dayOf, planOf } from '../platform/plan.ts'
import { Published } from '../platform/published.ts'
import type { DrainWorld, Neighbours } from './drain-world.ts'
import { pingPublicHubs } from './ping-hubs.ts'
import type { RunHome } from './run-home.ts'

/** Whom a publisher's object tells, by the bindings. */
export function publisherNeighbours(env: BayanEnv): Neighbours {
  return {
    published: new Published(env.PUBLISHED),
    deliver: async (endpoint, deliveries) => {
      await env.ENDPOINTS.getByName(endpoint).accept(endpoint, deliveries)
    },
    hub: async (topic, news) => {
      const hub = env.HUBS.getByName(topic)
      if (news === undefined) await hub.end('the publisher is not followed any more')
      else await hub.publish(news)
    },
    ping:
      publicHubsOf(env).length === 0
        ? undefined
        : async (publisher) => await pingPublicHubs(publisher, env),
    front: async (news) => await env.FRONT.getByName('front').accept(news),
    note: async (notices) => await env.DESK.getByName('desk').note(notices),
    forget: async (statements) => {
      await env.FRONT.getByName('front').forget(statements)
      for (const name of await env.DESK.getByName('desk').endpointNames())
        await env.ENDPOINTS.getByName(name).forget(statements)
    },
  }
}

/** Of a publisher's object as it is now; undefined before the desk has said who this publisher is. */
export function drainWorld({ env, state, neighbours, clock }: RunHome): DrainWorld | undefined {
  const face = state.face()
  const orders = state.orders()
  if (face === undefined || orders === undefined) return undefined
  const now = clock()
  return {
    face,
    authority: orders.authority,
    retired: orders.publisher === null,
    state,
    neighbours: neighbours(),
    plan: planOf(env),
    now,
    day: dayOf(new Date(now)),
  }
}
