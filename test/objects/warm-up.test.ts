import { expect, it } from 'vitest'
import { warmUp } from '../../src/objects/warm-up.ts'
import type { BayanEnv } from '../../src/platform/env.ts'

const VARS = { BASE_URL: 'https://bayan.example', PLAN: 'free', ALLOW_PRIVATE_NETWORK: 'false' }

it('goes all the way from alarms to alerts, else it would warm only half of it', async () => {
  const env = VARS as unknown as BayanEnv
  // Four listings, polled six times, the first time as a baseline; the watch has an endpoint and its own feed.
  expect(await warmUp(env)).toBe(4 * 5)
})
