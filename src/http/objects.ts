import type { BayanEnv } from '../platform/env.ts'

/** The one desk of this deployment. */
export function deskOf(env: BayanEnv) {
  return env.DESK.getByName('desk')
}

export function publisherOf(env: BayanEnv, id: string) {
  return env.PUBLISHERS.getByName(id)
}

export function endpointOf(env: BayanEnv, id: string) {
  return env.ENDPOINTS.getByName(id)
}
