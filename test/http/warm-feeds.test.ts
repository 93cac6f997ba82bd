import { expect, it } from 'vitest'
import { warmFeeds } from '../../src/http/warm-feeds.ts'

it('goes all the way of an answer but for its body, else half of it stays cold', async () => {
  expect(await warmFeeds()).toBe(true)
})
