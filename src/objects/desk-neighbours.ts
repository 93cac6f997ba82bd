import { Published } from '../platform/published.ts'
import type { DeskNeighbours } from './desk-push.ts'

/** Whom the desk tells, by the bindings. */
export function deskNeighbours(env: Env): DeskNeighbours {
  return {
    endpoint: async (name, orders) => await env.ENDPOINTS.getByName(name).obey(name, orders),
    publisher: async (id, orders) => await env.PUBLISHERS.getByName(id).obey(orders),
    translator: async (orders) => await env.TRANSLATOR.getByName('translator').obey(orders),
    published: new Published(env.PUBLISHED),
    deliver: async (name, deliveries) =>
      await env.ENDPOINTS.getByName(name).accept(name, deliveries),
  }
}
