import { expect, it } from 'vitest'
import { warmUp } from '../../src/objects/warm-up.ts'
import type { BayanEnv } from '../../src/platform/env.ts'
import type { Wire } from '../../src/platform/wire.ts'

const VARS = { BASE_URL: 'https://bayan.example', PLAN: 'free', ALLOW_PRIVATE_NETWORK: 'false' }

/** As the platform is while a worker is loaded. */
const refuse = (): never => {
  throw new Error('not while the worker is loaded')
}
const REFUSING: Wire = {
  fetch: () => Promise.reject(new Error('not while the worker is loaded')),
  ringAfter: refuse,
  silence: refuse,
}

it('goes all the way from alarms to alerts, else it would warm only half of it', async () => {
  const env = VARS as unknown as BayanEnv
  // Four listings with one new statement each time; the first time is a baseline, of which nobody is told.
  expect(await warmUp(env, REFUSING)).toBe(4 + 4 + 5 + 5)
})
