import type { BayanEnv } from '../platform/env.ts'

/** The one desk of this deployment. */
export function deskOf(env: BayanEnv) {
  return env.DESK.getByName('desk')
}

/** The one front of this deployment. */
export function frontOf(env: BayanEnv) {
  return env.FRONT.getByName('front')
}

export function publisherOf(env: BayanEnv, id: string) {
  return env.PUBLISHERS.getByName(id)
}

export function endpointOf(env: BayanEnv, id: string) {
  return env.ENDPOINTS.getByName(id)
}
