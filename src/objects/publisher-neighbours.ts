import { Published } from '../platform/published.ts'
import type { Neighbours } from './publisher-drain.ts'

/** Whom a publisher's object tells, by the bindings. */
export function publisherNeighbours(env: Env): Neighbours {
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
    front: async (news) => await env.FRONT.getByName('front').accept(news),
    note: async (notices) => await env.DESK.getByName('desk').note(notices),
  }
}
