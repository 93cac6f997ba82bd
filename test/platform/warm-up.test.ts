import { expect, it } from 'vitest'
import { warmUp } from '../../src/platform/warm-up.ts'

it('goes all the way from an answer to an alert, else it would warm only half of it', async () => {
  expect(await warmUp()).toBe(1)
})
