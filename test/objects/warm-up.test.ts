import { expect, it } from 'vitest'
import { warmUp } from '../../src/objects/warm-up.ts'

it('goes all the way from answers to alerts, else it would warm only half of it', async () => {
  // Four listings, whose second round is no baseline; the watch has an endpoint and its own feed.
  expect(await warmUp()).toBe(8)
})
